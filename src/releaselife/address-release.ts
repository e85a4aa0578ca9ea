/** The address of a release follows its title until it was scheduled once: from then on somebody may know it. */
import { type Release, releasedAt } from '../newsroom/index.js';
import type { Trx } from '../platform/database.js';
import { yearOf } from '../platform/dates.js';
import { slugOf, untaken } from '../platform/slugs.js';
import { listTakenReleaseSlugs } from './desk-release-repository.js';
import { wasScheduled } from './release-history-repository.js';

const MAX_SLUG = 80;
/** For a title without letters and digits. */
const NAMELESS = { de: 'medieninformation', en: 'release' };

export async function addressed<Named extends Omit<Release, 'id'> & { id?: number }>(
  trx: Trx,
  release: Named,
): Promise<Named> {
  const { language, id } = release;
  const year = yearOf(releasedAt(release));
  const named = slugOf(release.title, MAX_SLUG) || NAMELESS[language];
  const slug = id !== undefined && (await wasScheduled(trx, id)) ? release.slug : named;
  const taken = await listTakenReleaseSlugs(trx, { language, year, slug, id });
  return { ...release, year, slug: untaken(slug, taken) };
}

/** The address of a release follows its title and its day until the first reader knows it. */
import { type Release, releasedAt } from '../newsroom/index.js';
import type { Trx } from '../platform/database.js';
import { yearOf } from '../platform/dates.js';
import { slugOf, untaken } from '../platform/slugs.js';
import { listTakenReleaseSlugs } from './desk-release-repository.js';

const MAX_SLUG = 80;
/** For a title without letters and digits. */
const NAMELESS = { de: 'medieninformation', en: 'release' };

export async function addressed<Named extends Omit<Release, 'id'> & { id?: number }>(
  trx: Trx,
  release: Named,
): Promise<Named> {
  const { language, id } = release;
  const year = yearOf(releasedAt(release));
  const slug = slugOf(release.title, MAX_SLUG) || NAMELESS[language];
  const taken = await listTakenReleaseSlugs(trx, { language, year, slug, id });
  return { ...release, year, slug: untaken(slug, taken) };
}

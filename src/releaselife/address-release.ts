/** The address of a release follows its title until it was scheduled once: from then on somebody may know it. */
import { type Release, releasedAt } from '../newsroom/index.js';
import { type Trx, violatesUnique } from '../platform/database.js';
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

/** Two members may begin or name the same thing at the same moment: whoever came second sees it on another try. */
export async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!['slug', 'pair'].some((column) => violatesUnique(error, column))) throw error;
    return work();
  }
}

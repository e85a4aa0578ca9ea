/** What stands at the addresses that are counted: the counters themselves know no feature. */
import { listAssets } from '../mediakit/index.js';
import { listReleaseTitles, newsroomPaths } from '../newsroom/index.js';
import type { Db } from '../platform/database.js';
import { inLanguage, type Lang } from '../platform/languages.js';

const RELEASE = /^\/(?:de|en)\/press\/\d{4}\/([a-z0-9-]+)/;
const ASSET = /^(?:\/(?:de|en))?\/media\/([a-z0-9-]+)(?:\/|$)/;

/** By address; what is not there any more, and pages that are about no single thing, have none. */
export async function namesOfCounted(
  db: Db,
  lang: Lang,
  paths: readonly string[],
): Promise<Map<string, string>> {
  const slugsOf = (pattern: RegExp) => paths.flatMap((path) => pattern.exec(path)?.[1] ?? []);
  const releases = await listReleaseTitles(db, slugsOf(RELEASE));
  const assets = slugsOf(ASSET).length > 0 ? await listAssets(db) : [];
  const nameOf = (path: string): string | undefined => {
    const slug = ASSET.exec(path)?.[1];
    const asset = assets.find((one) => one.slug === slug);
    if (asset) return inLanguage(asset.texts.title, lang);
    return releases.find((one) => `${path}.`.startsWith(`${newsroomPaths.release(one)}.`))?.title;
  };
  return new Map(
    paths.flatMap((path) => {
      const name = nameOf(path);
      return name ? [[path, name] as const] : [];
    }),
  );
}

/** The part of the personal status page that leads to releases under embargo. */
import type { Release } from '../newsroom/index.js';
import type { Lang } from '../platform/languages.js';
import type { Access } from './access.js';
import { type PreviewItem, previewItems, releaseHref } from './own-release-page.js';
import { paths } from './paths.js';

export interface PreviewSection {
  /** Instead of everything else. */
  blocked: boolean;
  items: PreviewItem[];
  list: string;
}

export function previewSection(
  lang: Lang,
  { access, releases, token }: { access: Access; releases: readonly Release[]; token: string },
): PreviewSection | undefined {
  if (releases.length === 0) return undefined;
  if (access.state === 'blocked') return { blocked: true, items: [], list: '' };
  const items = previewItems(lang, releases, (release) => releaseHref(release, token));
  return { blocked: false, items, list: paths.list(lang, token) };
}

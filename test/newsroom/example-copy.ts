/** The text of an invented release with its labels. */
import type { Release } from '../../src/newsroom/release.js';
import { type ReleaseCopy, releaseCopy } from '../../src/newsroom/release-copy-page.js';
import { translator } from '../../src/platform/i18n.js';
import type { Lang } from '../../src/platform/languages.js';
import { exampleRelease } from './example-release.js';

export function exampleCopy(
  changes: Partial<Release> = {},
  lang: Lang = 'de',
  now = new Date('2024-10-25T07:00:00Z'),
): ReleaseCopy {
  const release = { id: 1, ...exampleRelease({ slug: 'meldung', ...changes }) };
  const site = { baseUrl: 'https://press.example', issuer: 'Musterministerium', now };
  return releaseCopy(lang, translator(lang), release, site);
}

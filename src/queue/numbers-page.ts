/** Counts as the desk writes them. */
import type { Lang } from '../platform/languages.js';

/** 1.000+ where the count stopped. */
export function countWords(lang: Lang, count: number, limit: number): string {
  const number = new Intl.NumberFormat(lang === 'de' ? 'de-DE' : 'en-GB');
  return count > limit ? `${number.format(limit)}+` : number.format(count);
}

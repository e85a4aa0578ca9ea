/** Numbers and file sizes as they are written in the language of the page. */
import type { Lang } from './languages.js';

const localeOf = (lang: Lang): string => (lang === 'de' ? 'de-DE' : 'en-GB');
const NO_BREAK = '\u00A0';

const formats = new Map<string, Intl.NumberFormat>();

/** 1.626 in German, 1,626 in English. */
export function formatNumber(lang: Lang, value: number, digits = 0): string {
  const key = `${lang}:${digits}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(localeOf(lang), { maximumFractionDigits: digits });
    formats.set(key, format);
  }
  return format.format(value);
}

/** Decimal units, as file managers and browsers show them: 310 kB, 8,4 MB. */
export function formatBytes(lang: Lang, bytes: number): string {
  if (bytes < 1000) return `${formatNumber(lang, bytes)}${NO_BREAK}Byte`;
  if (bytes < 999_500) return `${formatNumber(lang, bytes / 1000)}${NO_BREAK}kB`;
  return `${formatNumber(lang, bytes / 1_000_000, 1)}${NO_BREAK}MB`;
}

/**
 * Rows as CSV that a German Excel opens by double click: UTF-8 with a mark at the start, semicolons, and every field
 * in quotes where it needs them (RFC 4180).
 */
import type { Lang } from '../platform/languages.js';
import { type Cell, clockOf, neutralised } from './cell.js';

/** Excel takes a file for UTF-8 only with it. */
const MARK = '\ufeff';

/** One piece per batch of rows. */
export async function* csvOf(
  head: readonly string[],
  batches: AsyncIterable<Cell[][]>,
  lang: Lang,
): AsyncGenerator<string> {
  yield MARK + csvLine(head, lang);
  for await (const rows of batches) yield rows.map((row) => csvLine(row, lang)).join('');
}

export const csvLine = (cells: readonly Cell[], lang: Lang): string =>
  `${cells.map((cell) => field(cell, lang)).join(';')}\r\n`;

function field(cell: Cell, lang: Lang): string {
  if (cell === undefined) return '';
  const text = cell instanceof Date ? moment(cell, lang) : neutralised(cell);
  return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** 24.10.2024 09:15, or 2024-10-24 09:15 in English: both are read as dates. */
function moment(date: Date, lang: Lang): string {
  const [day = '', time = ''] = new Date(clockOf(date)).toISOString().slice(0, 16).split('T');
  return `${lang === 'de' ? day.split('-').reverse().join('.') : day} ${time}`;
}

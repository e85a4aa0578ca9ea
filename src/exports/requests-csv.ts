/** Rows as CSV, one piece after the other. */
import { CSV_MARK, csvField, neutralised } from '../platform/csv.js';
import type { Lang } from '../platform/languages.js';
import { type Cell, clockOf } from './cell.js';

/** One piece per batch of rows. */
export async function* csvOf(
  head: readonly string[],
  batches: AsyncIterable<Cell[][]>,
  lang: Lang,
): AsyncGenerator<string> {
  yield CSV_MARK + csvLine(head, lang);
  for await (const rows of batches) yield rows.map((row) => csvLine(row, lang)).join('');
}

export const csvLine = (cells: readonly Cell[], lang: Lang): string =>
  `${cells.map((cell) => field(cell, lang)).join(';')}\r\n`;

function field(cell: Cell, lang: Lang): string {
  if (cell === undefined) return '';
  return csvField(cell instanceof Date ? moment(cell, lang) : neutralised(cell));
}

/** 24.10.2024 09:15, or 2024-10-24 09:15 in English: both are read as dates. */
function moment(date: Date, lang: Lang): string {
  const [day = '', time = ''] = new Date(clockOf(date)).toISOString().slice(0, 16).split('T');
  return `${lang === 'de' ? day.split('-').reverse().join('.') : day} ${time}`;
}

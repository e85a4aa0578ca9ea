/** The rows that are wrong, with what is wrong with them: to be mended in a spreadsheet and uploaded again. */
import { csvOf } from '../exports/index.js';
import type { FieldError } from '../platform/form.js';
import type { Translate } from '../platform/i18n.js';
import type { Lang } from '../platform/languages.js';
import { rowWords } from './import-page.js';
import type { TableRow } from './table.js';

export async function mendCsv(
  { t, lang }: { t: Translate; lang: Lang },
  headings: readonly string[],
  rows: readonly (TableRow & { messages: readonly FieldError[] })[],
): Promise<string> {
  const table = rows.map(({ cells, messages }) => [
    messages.map((message) => rowWords(t, message)).join(' '),
    ...Array.from({ length: Math.max(headings.length, cells.length) }, (_, at) => cells[at] ?? ''),
  ]);
  const once = async function* () {
    yield table;
  };
  const pieces: string[] = [];
  for await (const piece of csvOf([t('imports:csv.message'), ...headings], once(), lang)) pieces.push(piece);
  return pieces.join('');
}

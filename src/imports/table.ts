/** Reads the bytes of a file as a table: which characters, which sign between the cells, headings and rows. */
import { CsvError, parse } from 'csv-parse/sync';
import type { Message } from '../platform/i18n.js';

export const MAX_LIST_BYTES = 2 * 1024 * 1024;
export const MAX_ROWS = 5000;
const MAX_COLUMNS = 60;

export interface TableRow {
  /** As a spreadsheet counts: the headings are 1. */
  position: number;
  cells: string[];
}

export type Table =
  | { ok: true; headings: string[]; rows: TableRow[] }
  | { ok: false; status: 400 | 413 | 415; message: Message };

/** Above the column that our own table for mending adds; it is not read again. */
export const MESSAGE_HEADINGS = ['Meldung zum Import', 'Import message'];

const refuse = (status: 400 | 413 | 415, message: Message): Table => ({ ok: false, status, message });

export function readTable(content: Buffer): Table {
  if (content.length > MAX_LIST_BYTES) return refuse(413, 'imports:errors.tooBig');
  if (content.length === 0) return refuse(400, 'imports:errors.empty');
  const start = content.subarray(0, 4).toString('latin1');
  if (start.startsWith('PK') || start === '\u00d0\u00cf\u0011\u00e0')
    return refuse(415, 'imports:errors.workbook');
  const text = decoded(content);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: no list holds them
  if (start === '%PDF' || /[\u0000-\u0008\u000e-\u001f]/.test(text))
    return refuse(415, 'imports:errors.noCsv');
  try {
    return toTable(parseBest(text));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return refuse(400, { key: 'imports:errors.broken', values: { row: Number(error.lines ?? 0) } });
  }
}

/** UTF-8 with or without its mark, UTF-16 with it, else what Windows writes. */
function decoded(content: Buffer): string {
  const mark = content.subarray(0, 2).toString('hex');
  if (mark === 'fffe') return new TextDecoder('utf-16le').decode(content);
  if (mark === 'feff') return new TextDecoder('utf-16be').decode(content);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    return new TextDecoder('windows-1252').decode(content);
  }
}

/** The sign that makes most cells of the first line. */
function parseBest(text: string): string[][] {
  const line = text.split(/\r\n|\n|\r/).find((one) => one.trim() !== '') ?? '';
  const bare = line.replace(/"(?:[^"]|"")*"/g, '');
  const counts = [';', '\t', ','].map((sign) => ({ sign, count: bare.split(sign).length }));
  const [best] = counts.sort((a, b) => b.count - a.count);
  return parse(text, {
    bom: true,
    delimiter: best!.sign,
    relax_column_count: true,
    relax_quotes: true,
    record_delimiter: ['\r\n', '\n', '\r'],
  });
}

function toTable(records: string[][]): Table {
  const all = records.map((cells, at) => ({ position: at + 1, cells: cells.map((cell) => cell.trim()) }));
  const [first, ...rows] = all.filter(({ cells }) => cells.some((cell) => cell !== ''));
  if (!first) return refuse(400, 'imports:errors.empty');
  const length = first.cells.findLastIndex((cell) => cell !== '') + 1;
  if (length < 2) return refuse(415, 'imports:errors.noColumns');
  if (length > MAX_COLUMNS)
    return refuse(400, { key: 'imports:errors.manyColumns', values: { most: MAX_COLUMNS } });
  if (first.cells.some((cell) => /\S@\S/.test(cell))) return refuse(400, 'imports:errors.noHeadings');
  if (rows.length === 0) return refuse(400, 'imports:errors.noRows');
  if (rows.length > MAX_ROWS)
    return refuse(413, { key: 'imports:errors.manyRows', values: { most: MAX_ROWS, rows: rows.length } });
  const own = first.cells.slice(0, length).map((heading) => !MESSAGE_HEADINGS.includes(heading));
  const kept = (cells: string[]) => cells.filter((_, at) => own[at] ?? true);
  return {
    ok: true,
    headings: kept(first.cells.slice(0, length)).map((heading) => heading.slice(0, 200)),
    rows: rows.map(({ position, cells }) => ({ position, cells: kept(cells) })),
  };
}

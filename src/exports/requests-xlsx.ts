/**
 * Rows as a workbook (ECMA-376, SpreadsheetML) that is written while it is read: one sheet, texts in place, so that
 * nothing of it is kept in memory. Dates are dates, in the time of Berlin.
 */
import { Readable } from 'node:stream';
import { looksLikeFormula } from '../platform/csv.js';
import type { Lang } from '../platform/languages.js';
import { type Cell, clockOf } from './cell.js';

interface Sheet {
  name: string;
  head: readonly string[];
  rows: AsyncIterable<Cell[][]>;
  lang: Lang;
}

/** The ZIP writer is loaded on first use. Closing the stream early ends the reading too. */
export async function openXlsx({ name, head, rows, lang }: Sheet): Promise<Readable> {
  const { ZipFile } = await import('yazl');
  const zip = new ZipFile();
  const parts: Record<string, string> = {
    '[Content_Types].xml': CONTENT_TYPES,
    '_rels/.rels': relations([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': workbook(name),
    'xl/_rels/workbook.xml.rels': relations([
      ['worksheet', 'worksheets/sheet1.xml'],
      ['styles', 'styles.xml'],
    ]),
    'xl/styles.xml': styles(lang),
  };
  for (const [path, xml] of Object.entries(parts)) zip.addBuffer(Buffer.from(xml), path);
  const sheet = Readable.from(sheetXml(head, rows), { objectMode: false });
  zip.addReadStream(sheet, 'xl/worksheets/sheet1.xml');
  zip.end();
  const output = zip.outputStream as Readable;
  zip.on('error', (error) => output.destroy(error as Error));
  output.once('close', () => sheet.destroy());
  return output;
}

/** Styles by their place in `styles.xml`. */
const HEAD = 1;
const MOMENT = 2;
/** Excel shows the text as it is and never takes it for a formula, also after it was edited. */
const QUOTED = 3;

async function* sheetXml(head: readonly string[], batches: AsyncIterable<Cell[][]>): AsyncGenerator<string> {
  const widths = head.map((text, at) => {
    const width = Math.max(14, text.length + 4);
    return `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`;
  });
  yield `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths.join('')}</cols><sheetData>`;
  const columns = head.map((_, at) => columnName(at + 1));
  let count = 1;
  yield rowXml(columns.map((column, at) => textCell(`${column}1`, head[at] ?? '', HEAD)));
  for await (const rows of batches) {
    const first = count + 1;
    count += rows.length;
    yield rows
      .map((cells, at) => rowXml(cells.map((cell, to) => cellXml(`${columns[to]}${first + at}`, cell))))
      .join('');
  }
  yield `</sheetData><autoFilter ref="A1:${columns.at(-1)}${count}"/></worksheet>`;
}

const rowXml = (cells: readonly string[]): string => `<row>${cells.join('')}</row>`;

/** `at`: A2 */
function cellXml(at: string, cell: Cell): string {
  if (cell === undefined || cell === '') return '';
  if (cell instanceof Date) return `<c r="${at}" s="${MOMENT}"><v>${serialOf(cell)}</v></c>`;
  return textCell(at, cell, looksLikeFormula(cell) ? QUOTED : 0);
}

/** No cell holds more characters. */
const LONGEST = 32_767;

const textCell = (at: string, text: string, style: number): string =>
  `<c r="${at}" t="inlineStr"${style ? ` s="${style}"` : ''}><is><t xml:space="preserve">${escapeXml(text.slice(0, LONGEST))}</t></is></c>`;

/** Days since 30 December 1899 on the clock of Berlin. */
const serialOf = (date: Date): number => (clockOf(date) - Date.UTC(1899, 11, 30)) / 86_400_000;

/** 1 is A, 27 is AA. */
export function columnName(number: number): string {
  const rest = (number - 1) % 26;
  const before = (number - 1 - rest) / 26;
  return (before > 0 ? columnName(before) : '') + String.fromCharCode(65 + rest);
}

/** XML 1.0 does not allow most control characters at all. */
function escapeXml(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      .replaceAll('\r', '&#13;')
  );
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const CONTENT_TYPES = `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPES}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPES}.styles+xml"/></Types>`;

function relations(targets: readonly (readonly [type: string, target: string])[]): string {
  const all = targets.map(
    ([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  );
  return `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join('')}</Relationships>`;
}

const workbook = (name: string): string =>
  `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="${escapeXml(name)}" sheetId="1" r:id="rId1"/></sheets></workbook>`;

function styles(lang: Lang): string {
  const moment = lang === 'de' ? 'dd\\.mm\\.yyyy\\ hh:mm' : 'yyyy\\-mm\\-dd\\ hh:mm';
  const xf = (attributes: string) =>
    `<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" ${attributes}/>`;
  return `${XML}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="${moment}"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4">${xf('')}<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>${xf('quotePrefix="1"')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
}

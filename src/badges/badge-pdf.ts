/** Draws the badge as an A6 page: tagged, with embedded fonts and a QR code of lines, so that it stays sharp at any size. */
import type { Keys } from '../platform/keys.js';
import type { Lang } from '../platform/languages.js';
import type { Attachment } from '../platform/mail-transport.js';
import { pdfFont } from '../platform/pdf-fonts.js';
import { type Badge, type BadgeFacts, badgeFileName, toBadge } from './badge-page.js';
import { drawQr, makeQr } from './qr-pdf.js';

type Doc = PDFKit.PDFDocument;

const A6: [number, number] = [297.64, 419.53];
const MARGIN = 22;
const WIDTH = A6[0] - 2 * MARGIN;
const HEAD_HEIGHT = 96;
const KIND_WIDTH = 124;
const QR_SIZE = 104;
const QR_TOP = 276;
const BLUE = '#0b4a8f';
const INK = '#14202e';
const SOFT = '#4a5a6c';

/** The badge as a file, for the page and for the letter of an approval. */
export async function makeBadge(keys: Keys, facts: BadgeFacts, lang: Lang): Promise<Attachment> {
  const content = await drawBadge(toBadge(keys, facts, lang));
  return {
    filename: badgeFileName(facts.request.reference, lang),
    content,
    contentType: 'application/pdf',
  };
}

export async function drawBadge(badge: Badge): Promise<Buffer> {
  const { default: PdfDocument } = await import('pdfkit');
  const doc = new PdfDocument({
    size: A6,
    margin: 0,
    pdfVersion: '1.7',
    tagged: true,
    lang: badge.lang,
    displayTitle: true,
    // The types know file names only; the library takes the font itself as well, and would open Helvetica otherwise.
    font: pdfFont('Regular') as unknown as string,
    info: { Title: badge.title },
  });
  doc.registerFont('regular', pdfFont('Regular')).registerFont('bold', pdfFont('Bold'));
  const finished = bytesOf(doc);
  const page = doc.struct('Document');
  doc.addStructure(page);
  drawHead(doc, page, badge);
  drawPerson(doc, page, badge);
  await drawFoot(doc, page, badge);
  page.end();
  doc.end();
  return finished;
}

interface Line {
  text: string;
  font: 'regular' | 'bold';
  /** From the largest to the smallest size that may be tried. */
  sizes: readonly number[];
  top: number;
  height: number;
  left?: number;
  width?: number;
  align?: 'right';
  colour?: string;
  tag?: string;
}

/** Writes in the largest size that fits; what does not fit even in the smallest ends in dots. Returns the height used. */
function write(doc: Doc, page: PDFKit.PDFStructureElement, line: Line): number {
  const { font, height, top, left = MARGIN, width = WIDTH, align = 'left' } = line;
  const text = printable(doc, line.text);
  doc.font(font);
  const size =
    line.sizes.find((each) => doc.fontSize(each).heightOfString(text, { width }) <= height) ??
    line.sizes.at(-1)!;
  doc.fontSize(size);
  const used = Math.min(height, doc.heightOfString(text, { width }));
  page.add(
    doc.struct(line.tag ?? 'P', {}, () => {
      doc
        .fillColor(line.colour ?? INK)
        .text(text, left, top, { width, height: height + 1, align, ellipsis: true });
    }),
  );
  return used;
}

function drawHead(doc: Doc, page: PDFKit.PDFStructureElement, badge: Badge): void {
  doc.markContent('Artifact', { type: 'Layout' });
  doc.rect(0, 0, A6[0], HEAD_HEIGHT).fill(BLUE);
  doc.endMarkedContent();
  const white = '#ffffff';
  const at = (line: Omit<Line, 'colour'>) => write(doc, page, { ...line, colour: white });
  at({ text: badge.kind, font: 'bold', sizes: [26], top: 10, height: 36, tag: 'H1' });
  const beside = { left: MARGIN + KIND_WIDTH, width: WIDTH - KIND_WIDTH, align: 'right' as const };
  if (badge.operator)
    at({ ...beside, text: badge.operator, font: 'regular', sizes: [9, 8, 7], top: 16, height: 26 });
  const used = at({ text: badge.event, font: 'bold', sizes: [13, 11, 9], top: 46, height: 30 });
  at({ text: badge.when, font: 'regular', sizes: [9, 8, 7], top: 48 + used, height: 13 });
}

function drawPerson(doc: Doc, page: PDFKit.PDFStructureElement, badge: Badge): void {
  const name = isPrintable(doc, badge.name) ? badge.name : printable(doc, badge.name) || badge.reference;
  let top = HEAD_HEIGHT + 14;
  top += write(doc, page, { text: name, font: 'bold', sizes: [28, 24, 20, 17, 14, 11, 8], top, height: 68 });
  if (!isPrintable(doc, badge.name + badge.outlet))
    top += write(doc, page, { text: badge.onFile, font: 'regular', sizes: [8], top, height: 12 });
  top += 3;
  top += write(doc, page, {
    text: badge.outlet,
    font: 'regular',
    sizes: [15, 13, 11, 9, 7],
    top,
    height: 40,
  });
  top += 4;
  top += write(doc, page, { text: badge.workArea, font: 'bold', sizes: [13], top, height: 18, colour: BLUE });
  if (badge.limits === '') return;
  const text = `${badge.limitsLabel} ${badge.limits}`;
  write(doc, page, {
    text,
    font: 'regular',
    sizes: [10, 9, 8, 7, 6],
    top: top + 4,
    height: QR_TOP - 8 - top - 4,
  });
}

async function drawFoot(doc: Doc, page: PDFKit.PDFStructureElement, badge: Badge): Promise<void> {
  const code = await makeQr(badge.code);
  page.add(
    doc.struct('Figure', { alt: badge.codeLabel }, () => {
      drawQr(doc, code, { left: MARGIN, top: QR_TOP, size: QR_SIZE });
    }),
  );
  const column = { left: MARGIN + QR_SIZE + 14, width: WIDTH - QR_SIZE - 14, font: 'regular' as const };
  const beside = (line: Omit<Line, 'font'> & { font?: 'bold' }) => write(doc, page, { ...column, ...line });
  beside({ text: badge.referenceLabel, sizes: [8], top: QR_TOP, height: 12, colour: SOFT });
  beside({ text: badge.reference, font: 'bold', sizes: [16, 13, 11], top: QR_TOP + 11, height: 24 });
  beside({ text: badge.language, sizes: [10, 8], top: QR_TOP + 37, height: 15 });
  beside({ text: badge.place, sizes: [9, 8, 7], top: QR_TOP + 56, height: 46, colour: SOFT });
  write(doc, page, {
    text: badge.note,
    font: 'regular',
    sizes: [8, 7],
    top: QR_TOP + QR_SIZE + 14,
    height: 22,
    colour: SOFT,
  });
}

interface FontInside {
  _font: { font: { hasGlyphForCodePoint(codePoint: number): boolean } };
}

/** pdfkit draws an empty box for a character the font lacks and does not tell; the font inside knows. */
const writes = (doc: Doc, character: string): boolean =>
  character === '\n' ||
  (doc as unknown as FontInside)._font.font.hasGlyphForCodePoint(character.codePointAt(0)!);

const isPrintable = (doc: Doc, text: string): boolean =>
  [...text.normalize('NFC')].every((each) => writes(doc, each));

/** Without the characters the font lacks: a hole is honest, an empty box looks like a fault of the printer. */
function printable(doc: Doc, text: string): string {
  const known = [...text.normalize('NFC')].filter((each) => writes(doc, each)).join('');
  return known.replace(/ {2,}/g, ' ').trim();
}

function bytesOf(doc: Doc): Promise<Buffer> {
  const parts: Buffer[] = [];
  return new Promise((resolve, reject) => {
    doc.on('data', (part: Buffer) => parts.push(part));
    doc.on('end', () => resolve(Buffer.concat(parts)));
    doc.on('error', reject);
  });
}

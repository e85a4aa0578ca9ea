/**
 * A PDF for reading: A4, tagged for screen readers, with its language and title, and with fonts inside. pdfkit is
 * loaded on first use. Takes pieces of text one after the other; pages break by themselves.
 */
import type { Lang } from './languages.js';
import { pdfFont } from './pdf-fonts.js';

const MARGIN = 64;
const INK = '#14202e';

export interface PdfFacts {
  lang: Lang;
  title: string;
  author: string;
  /** Stands in the file; the same facts and texts give the same bytes. */
  createdAt: Date;
  /** Stands at the head of every page but the first. */
  running?: string;
}

export interface PdfPiece {
  /** Items of lists start with their dash or number, as `blocksOf` gives them; what follows hangs beside it. */
  text: string;
  /** Role in the structure: H1, H2, P, LI, BlockQuote, Caption. */
  tag?: string;
  bold?: boolean;
  /** Points. */
  size?: number;
  colour?: string;
  /** Points before it. */
  space?: number;
  /** Points from the left margin. */
  indent?: number;
  /** The whole piece is a link. */
  link?: string;
}

export async function makePdf(facts: PdfFacts, pieces: readonly PdfPiece[]): Promise<Buffer> {
  const { default: PdfDocument } = await import('pdfkit');
  const doc = new PdfDocument({
    size: 'A4',
    margins: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN },
    pdfVersion: '1.7',
    tagged: true,
    lang: facts.lang,
    displayTitle: true,
    bufferPages: true,
    // The types know file names only; the library takes the font itself as well, and would open Helvetica otherwise.
    font: pdfFont('Regular') as unknown as string,
    info: { Title: facts.title, Author: facts.author, CreationDate: facts.createdAt },
  });
  doc.registerFont('regular', pdfFont('Regular')).registerFont('bold', pdfFont('Bold'));
  const finished = bytesOf(doc);
  const root = doc.struct('Document');
  doc.addStructure(root);
  writeAll(doc, root, pieces);
  root.end();
  if (facts.running) runOn(doc, facts.running);
  doc.end();
  return finished;
}

/** An artefact: screen readers have read it at the beginning. */
function runOn(doc: PDFKit.PDFDocument, text: string): void {
  const { start, count } = doc.bufferedPageRange();
  for (let page = start + 1; page < start + count; page += 1) {
    doc.switchToPage(page);
    doc.markContent('Artifact', { type: 'Pagination' });
    doc.font('bold').fontSize(9).fillColor(INK);
    doc.text(text.normalize('NFC'), MARGIN, MARGIN / 2, { lineBreak: false });
    doc.endMarkedContent();
  }
}

/** List items that follow each other become one list. */
function writeAll(
  doc: PDFKit.PDFDocument,
  root: PDFKit.PDFStructureElement,
  pieces: readonly PdfPiece[],
): void {
  let list: PDFKit.PDFStructureElement | undefined;
  for (const piece of pieces) {
    if (piece.tag !== 'LI') {
      list = undefined;
      write(doc, root, piece);
      continue;
    }
    if (!list) {
      list = doc.struct('L');
      root.add(list);
    }
    const item = doc.struct('LI');
    list.add(item);
    writeItem(doc, item, piece);
  }
}

const HANG = 12;

/** An item without a dash or number goes on with the one before it. */
function writeItem(doc: PDFKit.PDFDocument, item: PDFKit.PDFStructureElement, piece: PdfPiece): void {
  const { space = 8, indent = 0 } = piece;
  const [, deeper = '', mark, body = piece.text] = /^( *)(-|\d+\.) (.*)$/s.exec(piece.text) ?? [];
  const left = indent + (deeper.length / 2) * HANG;
  let hang = HANG;
  if (mark) {
    const label = mark === '-' ? '•' : mark;
    write(doc, item, { ...piece, text: label, tag: 'Lbl', indent: left });
    hang = Math.max(HANG, doc.widthOfString(`${label} `));
    doc.y -= doc.currentLineHeight(true) + lineGap(piece.size);
  }
  write(doc, item, { ...piece, text: body, tag: 'LBody', indent: left + hang, space: mark ? 0 : space });
}

const DEFAULT_SIZE = 11;
const lineGap = (size = DEFAULT_SIZE): number => size * 0.25;

function write(doc: PDFKit.PDFDocument, root: PDFKit.PDFStructureElement, piece: PdfPiece): void {
  const { text, tag = 'P', bold, size = DEFAULT_SIZE, colour = INK, space = 8, indent = 0, link } = piece;
  doc.font(bold ? 'bold' : 'regular').fontSize(size);
  doc.y += space;
  keepTogether(doc, tag);
  bookmark(doc, tag, text);
  const options = { width: doc.page.width - 2 * MARGIN - indent, lineGap: lineGap(size) };
  root.add(
    doc.struct(tag, {}, () => {
      doc.fillColor(colour).text(text.normalize('NFC'), MARGIN + indent, doc.y, {
        ...options,
        ...(link ? { link, underline: true } : {}),
      });
    }),
  );
}

/** Headings are the outline of the file; the title of the document is what the others hang below. */
function bookmark(doc: PDFKit.PDFDocument, tag: string, text: string): void {
  // The library counts from the right edge.
  const here = { top: Math.max(0, doc.y - HANG), left: doc.page.width, expanded: tag === 'H1' };
  if (tag === 'H1') doc.outline.addItem(text, here);
  if (tag === 'H2') (doc.outline.children[0] ?? doc.outline).addItem(text, here);
}

/** A heading does not stand alone at the foot of a page. */
function keepTogether(doc: PDFKit.PDFDocument, tag: string): void {
  const needed = tag.startsWith('H') ? 90 : 20;
  if (doc.y + needed > doc.page.height - MARGIN) doc.addPage();
}

function bytesOf(doc: PDFKit.PDFDocument): Promise<Buffer> {
  const parts: Buffer[] = [];
  return new Promise((resolve, reject) => {
    doc.on('data', (part: Buffer) => parts.push(part));
    doc.on('end', () => resolve(Buffer.concat(parts)));
    doc.on('error', reject);
  });
}

/** Reads what pdfkit wrote: the words, and the dark modules of a QR code. Not a reader for any PDF. */
import { inflateSync } from 'node:zlib';
import decodeQR from 'qr/decode.js';

interface PdfObject {
  dictionary: string;
  stream: string;
}

/** The words in the order in which they were drawn, one line per piece. */
export function wordsIn(pdf: Buffer): string {
  const objects = objectsIn(pdf);
  const fonts = fontsIn(objects);
  const lines: string[] = [];
  for (const { stream } of objects.values()) {
    let font: string[] = [];
    for (const [, name, glyphs] of stream.matchAll(/\/(F\d+) [\d.]+ Tf|\[(.*?)\] TJ/g)) {
      if (name) font = fonts.get(name) ?? [];
      else lines.push([...glyphs!.matchAll(/<([0-9a-f]+)>/g)].map(([, hex]) => decode(hex!, font)).join(''));
    }
  }
  return lines.join('\n');
}

/** What a phone would read. */
export function qrCodeIn(pdf: Buffer): string {
  const streams = [...objectsIn(pdf).values()].map(({ stream }) => stream).join('\n');
  const all = [...streams.matchAll(/([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) re/g)];
  const boxes = all.map((match) => match.slice(1).map(Number) as [number, number, number, number]);
  const modules = boxes.filter(([, , , height]) => height < 10);
  const unit = modules[0]![3];
  const [left, top] = [Math.min(...modules.map(([x]) => x)), Math.min(...modules.map(([, y]) => y))];
  const width = Math.max(...modules.map(([x, , w]) => x + w)) - left;
  return decodeQR(drawn(modules, { left, top, unit, size: Math.round(width / unit) }));
}

const SCALE = 6;
const QUIET = 4;

function drawn(
  modules: [number, number, number, number][],
  { left, top, unit, size }: { left: number; top: number; unit: number; size: number },
) {
  const side = (size + 2 * QUIET) * SCALE;
  const data = new Uint8Array(side * side * 4).fill(255);
  for (const [x, y, w] of modules) {
    const [column, row, length] = [(x - left) / unit, (y - top) / unit, w / unit].map(Math.round);
    for (let dy = 0; dy < SCALE; dy += 1) {
      const start = (((row! + QUIET) * SCALE + dy) * side + (column! + QUIET) * SCALE) * 4;
      for (let at = start; at < start + length! * SCALE * 4; at += 4) data.fill(0, at, at + 3);
    }
  }
  return { width: side, height: side, data };
}

function objectsIn(pdf: Buffer): Map<string, PdfObject> {
  const text = pdf.toString('latin1');
  const objects = new Map<string, PdfObject>();
  for (const [, id, body] of text.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
    const [dictionary = '', raw] = body!.split(/\nstream\n/);
    const bytes = raw && Buffer.from(raw.replace(/\nendstream$/, ''), 'latin1');
    const packed = dictionary.includes('/FlateDecode') && !dictionary.includes('/Length1');
    objects.set(id!, { dictionary, stream: bytes && packed ? inflateSync(bytes).toString('latin1') : '' });
  }
  return objects;
}

/** The characters of each font by the number of their glyph. */
function fontsIn(objects: Map<string, PdfObject>): Map<string, string[]> {
  const fonts = new Map<string, string[]>();
  for (const { dictionary } of objects.values()) {
    for (const [, name, id] of dictionary.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const map = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id!)?.dictionary ?? '')?.[1];
      const entries = objects.get(map ?? '')?.stream.matchAll(/\[(.*?)\]/gs) ?? [];
      fonts.set(
        name!,
        [...entries].flatMap(([, list]) =>
          [...list!.matchAll(/<([0-9a-f ]+)>/g)].map(([, hex]) => toText(hex!)),
        ),
      );
    }
  }
  return fonts;
}

const decode = (hex: string, font: string[]): string =>
  (hex.match(/.{4}/g) ?? []).map((glyph) => font[Number.parseInt(glyph, 16)] ?? '\ufffd').join('');

const toText = (hex: string): string =>
  Buffer.from(hex.replace(/ /g, ''), 'hex').swap16().toString('utf16le').replace(/\0/g, '');

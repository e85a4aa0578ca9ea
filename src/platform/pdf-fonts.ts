/**
 * The fonts that PDFs carry inside. They come packed (WOFF 1.0, W3C), and the PDF library unpacks them in JavaScript
 * again and again, half a second per file; so they are unpacked here, once per process.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { inflateSync } from 'node:zlib';

export type PdfFontWeight = 'Regular' | 'Bold';

const unpacked = new Map<PdfFontWeight, Buffer>();

/** Noto Sans as a TrueType font, for pdfkit's `font` and `registerFont`. */
export function pdfFont(weight: PdfFontWeight): Buffer {
  const known = unpacked.get(weight);
  if (known) return known;
  const file = `@kern-ux/native/dist/fonts/noto-sans/NotoSans-${weight}.woff`;
  const font = unpackWoff(readFileSync(createRequire(import.meta.url).resolve(file)));
  unpacked.set(weight, font);
  return font;
}

const WOFF_HEADER = 44;
const WOFF_ENTRY = 20;
const FONT_HEADER = 12;
const FONT_ENTRY = 16;

/** Header and directory are rewritten, each table is unpacked and starts at a multiple of four bytes. */
function unpackWoff(woff: Buffer): Buffer {
  const count = woff.readUInt16BE(12);
  const head = Buffer.alloc(FONT_HEADER + count * FONT_ENTRY);
  woff.copy(head, 0, 4, 8);
  head.writeUInt16BE(count, 4);
  const power = 2 ** Math.floor(Math.log2(count));
  head.writeUInt16BE(power * 16, 6);
  head.writeUInt16BE(Math.log2(power), 8);
  head.writeUInt16BE((count - power) * 16, 10);
  const parts: Buffer[] = [head];
  let offset = head.length;
  for (let index = 0; index < count; index += 1) {
    const from = WOFF_HEADER + index * WOFF_ENTRY;
    const table = tableAt(woff, from);
    const entry = FONT_HEADER + index * FONT_ENTRY;
    woff.copy(head, entry, from, from + 4);
    woff.copy(head, entry + 4, from + 16, from + 20);
    head.writeUInt32BE(offset, entry + 8);
    head.writeUInt32BE(table.length, entry + 12);
    const padding = Buffer.alloc((4 - (table.length % 4)) % 4);
    parts.push(table, padding);
    offset += table.length + padding.length;
  }
  return Buffer.concat(parts);
}

function tableAt(woff: Buffer, entry: number): Buffer {
  const [offset, packed, length] = [4, 8, 12].map((at) => woff.readUInt32BE(entry + at));
  const bytes = woff.subarray(offset!, offset! + packed!);
  return packed! < length! ? inflateSync(bytes) : bytes;
}

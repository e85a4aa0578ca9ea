import assert from 'node:assert/strict';
import { pdfFont } from '../../src/platform/pdf-fonts.js';

describe('the fonts of PDFs', () => {
  for (const weight of ['Regular', 'Bold'] as const) {
    it(`are unpacked to a TrueType font whose tables are whole (${weight})`, () => {
      const font = pdfFont(weight);
      assert.equal(font.readUInt32BE(0), 0x00010000);
      const tables = Array.from({ length: font.readUInt16BE(4) }, (_none, index) => {
        const entry = 12 + index * 16;
        return {
          tag: font.toString('latin1', entry, entry + 4),
          checksum: font.readUInt32BE(entry + 4),
          offset: font.readUInt32BE(entry + 8),
          length: font.readUInt32BE(entry + 12),
        };
      });
      assert.ok(tables.some(({ tag }) => tag === 'glyf'));
      for (const { tag, checksum, offset, length } of tables) {
        if (tag !== 'head') assert.equal(checksumOf(font.subarray(offset, offset + length)), checksum, tag);
      }
    });
  }

  it('are unpacked once', () => assert.equal(pdfFont('Bold'), pdfFont('Bold')));
});

/** OpenType: the sum of all 32-bit words, the last one filled up with zeros. */
function checksumOf(table: Buffer): number {
  const padded = Buffer.concat([table, Buffer.alloc((4 - (table.length % 4)) % 4)]);
  let sum = 0;
  for (let at = 0; at < padded.length; at += 4) sum = (sum + padded.readUInt32BE(at)) >>> 0;
  return sum;
}

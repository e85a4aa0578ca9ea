/** Rights in a PNG where the XMP specification (ISO 16684-1, part 3) wants them: one iTXt chunk right behind the head. */
import { crc32 } from 'node:zlib';

const KEYWORD = 'XML:com.adobe.xmp';
/** Signature and IHDR, which is always first and 13 bytes long. */
const BEHIND_HEAD = 8 + 25;

/** The library that draws the pictures would write a compressed zTXt chunk, which most programs do not look into. */
export function withPngRights(png: Buffer, xmp: string): Buffer {
  // Keyword, then: not compressed, no method, no language, no translated keyword.
  const data = Buffer.concat([Buffer.from(`iTXt${KEYWORD}\0\0\0\0\0`, 'latin1'), Buffer.from(xmp)]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length - 4);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(data));
  return Buffer.concat([png.subarray(0, BEHIND_HEAD), length, data, check, png.subarray(BEHIND_HEAD)]);
}

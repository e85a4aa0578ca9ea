import assert from 'node:assert/strict';
import { crc32 } from 'node:zlib';
import sharp from 'sharp';
import { withPngRights } from '../../src/mediakit/pngrights.js';
import { aPng } from '../support/factories.js';

describe('rights in a PNG', () => {
  it('stand in one iTXt chunk right behind the head, uncompressed, with its check sum', async () => {
    const xmp = '<x:xmpmeta>Größe</x:xmpmeta>';
    const png = withPngRights(await aPng(), xmp);
    const length = png.readUInt32BE(33);
    const chunk = png.subarray(37, 41 + length);
    assert.equal(chunk.toString('utf8'), `iTXtXML:com.adobe.xmp\0\0\0\0\0${xmp}`);
    assert.equal(png.readUInt32BE(41 + length), crc32(chunk));
  });

  it('leave the picture as it is', async () => {
    const before = await aPng();
    const pixels = (content: Buffer) => sharp(content, { failOn: 'warning' }).raw().toBuffer();
    assert.deepEqual(await pixels(withPngRights(before, '<x/>')), await pixels(before));
  });
});

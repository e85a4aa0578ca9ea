import assert from 'node:assert/strict';
import sharp from 'sharp';
import { releaseCard } from '../../src/newsroom/release-card-png.js';
import { exampleCopy } from './example-copy.js';

const contentOf = async (...copy: Parameters<typeof exampleCopy>): Promise<Buffer> =>
  (await releaseCard(exampleCopy(...copy), 'Presseportal')).content;

describe('the picture of a release for link previews', () => {
  it('has the size that readers of Open Graph expect, and is small', async () => {
    const content = await contentOf();
    const { format, width, height } = await sharp(content).metadata();
    assert.deepEqual([format, width, height], ['png', 1200, 630]);
    assert.ok(content.length < 100_000, `${content.length} bytes`);
  });

  it('is the same picture for the same words, and another one for others', async () => {
    assert.deepEqual(await contentOf(), await contentOf());
    assert.notDeepEqual(await contentOf(), await contentOf({ title: 'Eine andere Zeile' }));
    assert.notDeepEqual(await contentOf(), await contentOf({}, 'en'));
  });

  it('says that an embargo holds', async () => {
    const embargoUntil = new Date('2024-10-24T07:15:00Z');
    const before = await contentOf({ embargoUntil }, 'de', new Date('2024-10-24T07:14:59Z'));
    assert.notDeepEqual(before, await contentOf({ embargoUntil }, 'de', embargoUntil));
  });
});

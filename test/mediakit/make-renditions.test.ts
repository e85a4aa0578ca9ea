import assert from 'node:assert/strict';
import sharp from 'sharp';
import { makeRenditions } from '../../src/mediakit/make-renditions.js';
import { toXmp } from '../../src/mediakit/xmp.js';
import { makePdf } from '../../src/platform/tagged-pdf.js';
import { DRAWING, exampleAsset, photo } from './example-asset.js';

const asset = exampleAsset();
const xmp = toXmp({ ...asset, ...asset.texts, pageUrl: 'https://press.example/de/media/bild' });

describe('the renditions of an asset', () => {
  it('are small, for the web and for print, and never larger than what came in', async () => {
    const made = await makeRenditions({ content: await photo(2000, 1000), kind: 'photo', xmp });
    assert.deepEqual(
      made.map(({ name, width, height, ending }) => [name, width, height, ending]),
      [
        ['thumb', 600, 300, '.jpg'],
        ['web', 1600, 800, '.jpg'],
        ['print', 2000, 1000, '.jpg'],
      ],
    );
    const small = await makeRenditions({ content: await photo(300, 200), kind: 'portrait', xmp });
    assert.deepEqual([...new Set(small.map(({ width }) => width))], [300]);
  });

  it('carry the credit and neither place nor camera', async () => {
    const content = await photo();
    assert.ok((await sharp(content).metadata()).exif, 'the photo handed in tells its camera');
    for (const made of await makeRenditions({ content, kind: 'photo', xmp })) {
      const found = await sharp(made.content).metadata();
      assert.match(found.xmp!.toString(), /<photoshop:Credit>Musterfoto &amp; Söhne</, made.name);
      assert.equal(found.exif, undefined);
      for (const trace of ['GPS', 'Musterkamera', 'SN-12345'])
        assert.equal(made.content.includes(trace), false, `${made.name}: ${trace}`);
    }
  });

  it('stand upright as the camera was held', async () => {
    const lying = await sharp(await photo(400, 200))
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const [thumb] = await makeRenditions({ content: lying, kind: 'photo', xmp });
    assert.deepEqual([thumb!.width, thumb!.height], [200, 400]);
  });

  it('of a logo are PNGs and the drawing itself, all with their rights', async () => {
    const made = await makeRenditions({ content: DRAWING, kind: 'logo', xmp, drawingWidth: 900 });
    assert.deepEqual(
      made.map(({ name, width, ending }) => [name, width, ending]),
      [
        ['thumb', 600, '.png'],
        ['web', 900, '.png'],
        ['print', 900, '.png'],
        ['original', undefined, '.svg'],
      ],
    );
    assert.ok(made.at(-1)!.content.includes('photoshop:Credit'));
    for (const { content } of made.slice(0, 3))
      assert.match((await sharp(content).metadata()).xmp!.toString(), /photoshop:Credit/);
  });

  it('of a document are the file as it is and a picture of its first page', async () => {
    const facts = { lang: 'de', title: 'a', author: 'b', createdAt: new Date(0) } as const;
    const content = await makePdf(facts, [{ text: 'c' }]);
    const made = await makeRenditions({ content, kind: 'document', xmp, preview: DRAWING });
    assert.deepEqual(
      made.map(({ name, contentType }) => [name, contentType]),
      [
        ['thumb', 'image/jpeg'],
        ['original', 'application/pdf'],
      ],
    );
    assert.deepEqual(made[1]!.content, content);
  });

  const refused: [string, 'photo' | 'document', Buffer][] = [
    ['a text that calls itself a photo', 'photo', Buffer.from('kein Bild')],
    [
      'a drawing that runs a script',
      'photo',
      Buffer.from('<svg width="9" height="9"><script>1</script></svg>'),
    ],
    ['a drawing that calls itself a document', 'document', DRAWING],
  ];
  for (const [what, kind, content] of refused)
    it(`are not made of ${what}`, () => assert.rejects(makeRenditions({ content, kind, xmp })));

  it('are not made of half a picture', async () => {
    const content = (await photo()).subarray(0, 4000);
    await assert.rejects(makeRenditions({ content, kind: 'photo', xmp }));
  });
});

/** Rights as an independent reader finds them in every file that leaves the house. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { type AssetKind, addAsset, getPublicAsset } from '../../src/mediakit/index.js';
import { openMediaFiles } from '../../src/platform/media-files.js';
import { agencyPhoto, LOGO } from '../mediadesk/example-files.js';
import { rightsOf, tracesOf } from '../support/metadata.js';
import { MORNING, openPortal, type TestPortal } from '../support/portal.js';
import { exampleAsset } from './example-asset.js';

const exiftool = (process.env.PATH ?? '')
  .split(delimiter)
  .some((folder) => existsSync(join(folder, 'exiftool')));

describe('every file of an asset, read by somebody else’s program', () => {
  let portal: TestPortal;
  let count = 0;
  before(async () => {
    portal = await openPortal();
  });
  after(() => portal.close());

  async function filesOf(kind: AssetKind, content: Buffer) {
    count += 1;
    const slug = `${kind}-${count}`;
    const people = ['Ada Beispiel', 'Bo Muster'];
    await addAsset(portal, 'system', exampleAsset({ slug, kind, people, licensor: 'Musteragentur' }), {
      content,
    });
    const store = openMediaFiles(portal.config.dataDir);
    const { renditions } = await getPublicAsset(portal.db, slug, MORNING);
    return Promise.all(renditions.map(async (file) => ({ ...file, content: await store.read(file.sha256) })));
  }

  for (const format of ['jpeg', 'png', 'webp', 'avif', 'tiff'] as const)
    for (const kind of ['photo', 'logo'] as const)
      it(`carries the rights, and no trace of the camera: a ${kind} from ${format}`, async () => {
        const source = await agencyPhoto(format);
        const files = await filesOf(kind, source);
        assert.equal(files.length, 3);
        for (const { name, content } of files) {
          const found = await rightsOf(content);
          assert.equal(found.credit, 'Musterfoto & Söhne', name);
          assert.equal(found.creator, 'Mara Musterfeld', name);
          assert.equal(found.alt.de, 'Stuhlreihen vor einer Bühne', name);
          assert.equal(found.alt.en, 'Rows of chairs in front of a stage', name);
          assert.deepEqual(found.people, ['Ada Beispiel', 'Bo Muster'], name);
          assert.equal(found.licensor, 'Musteragentur', name);
          assert.deepEqual(tracesOf(found.groups), [], name);
        }
      });

  it('would be found out: the photo handed in tells place and serial number', async () => {
    const { groups } = await rightsOf(await agencyPhoto());
    const traces = tracesOf(groups);
    for (const trace of ['gps:GPSLatitude', 'exif:SerialNumber', 'ifd0:Make'])
      assert.ok(traces.includes(trace), `${trace} of ${traces}`);
  });

  it('keeps its rights as a drawing too', async () => {
    const drawing = (await filesOf('logo', LOGO)).find(({ contentType }) => contentType === 'image/svg+xml');
    const text = drawing!.content.toString();
    assert.match(
      text,
      /<metadata><x:xmpmeta[\s\S]*<photoshop:Credit>Musterfoto &amp; Söhne<\/photoshop:Credit>/,
    );
    assert.doesNotMatch(text, /DOCTYPE/);
  });

  (exiftool ? it : it.skip)('says the same to ExifTool, where that is installed', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'exiftool-'));
    try {
      const files = [...(await filesOf('photo', await agencyPhoto())), ...(await filesOf('logo', LOGO))];
      for (const { content, fileName } of files) writeFileSync(join(folder, fileName), content);
      const answer = execFileSync('exiftool', ['-q', '-json', '-G1', '-a', '-r', folder]).toString();
      const read = JSON.parse(answer) as Record<string, unknown>[];
      assert.equal(read.length, files.length);
      for (const tags of read) {
        // In a drawing it names each field by the way to it.
        const of = (group: string, name: string) =>
          tags[`${group}:${name}`] ?? tags[`${group}:SvgMetadata${name}`];
        assert.equal(of('XMP-photoshop', 'Credit'), 'Musterfoto & Söhne', String(tags.SourceFile));
        assert.equal(of('XMP-iptcCore', 'AltTextAccessibility'), 'Stuhlreihen vor einer Bühne');
        assert.deepEqual(
          Object.keys(tags).filter((name) => /GPS|Serial|IFD0:Make|Model/.test(name)),
          [],
        );
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

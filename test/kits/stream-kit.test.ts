import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { unzipSync } from 'fflate';
import type { Kit } from '../../src/kits/index.js';
import { lengthOfKit, streamKit } from '../../src/kits/stream-kit.js';
import { openMediaFiles } from '../../src/platform/media-files.js';

describe('a kit as a stream', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kit-'));
  let kit: Kit;
  before(async () => {
    const store = openMediaFiles(folder);
    const bytes = 3_000_000;
    const entries = await Promise.all(
      ['a', 'b'].map(async (name) => {
        const content = Buffer.alloc(bytes, name);
        return { name: `${name}.jpg`, bytes, sha256: await store.store(content) };
      }),
    );
    const words = { name: 'ä.txt', bytes: 4, sha256: '', content: Buffer.from('Wort') };
    kit = { fileName: 'kit.zip', etag: '"a"', entries: [words, ...entries] };
  });
  after(() => rmSync(folder, { recursive: true }));

  const whole = async (stream: Readable): Promise<Buffer> => Buffer.concat(await stream.toArray());
  const openFiles = (): string[] =>
    readdirSync('/proc/self/fd').flatMap((fd) => {
      try {
        return [readlinkSync(`/proc/self/fd/${fd}`)].filter((path) => path.startsWith(folder));
      } catch {
        return [];
      }
    });

  it('is as long as was said before, and can be unpacked', async () => {
    const zip = await whole(streamKit(folder, kit));
    assert.equal(zip.length, lengthOfKit(kit));
    const files = unzipSync(zip);
    assert.deepEqual(Object.keys(files), ['ä.txt', 'a.jpg', 'b.jpg']);
    assert.equal(
      files['b.jpg']!.every((byte) => byte === 98),
      true,
    );
  });

  it('gives any part of it', async () => {
    const zip = await whole(streamKit(folder, kit));
    for (const [start, end] of [
      [0, 0],
      [3_000_000, 3_100_000],
      [zip.length - 1, zip.length - 1],
    ] as const)
      assert.ok((await whole(streamKit(folder, kit, { start, end }))).equals(zip.subarray(start, end + 1)));
  });

  (existsSync('/proc/self/fd') ? it : it.skip)('leaves no file open, whoever goes away when', async () => {
    lengthOfKit(kit);
    await whole(streamKit(folder, kit, { start: 10, end: 200 }));
    const stream = streamKit(folder, kit);
    for await (const _piece of stream) break;
    assert.equal(stream.destroyed, true);
    for (let tries = 0; openFiles().length > 0 && tries < 50; tries += 1)
      await new Promise((resolve) => setTimeout(resolve, 20));
    assert.deepEqual(openFiles(), []);
  });
});

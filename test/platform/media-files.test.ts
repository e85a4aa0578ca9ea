import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openMediaFiles } from '../../src/platform/media-files.js';

describe('the files of the media kit on disk', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'media-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('lie under the hash of their content, for the owner only', async () => {
    const files = openMediaFiles(folder);
    const content = Buffer.from('ein Bild');
    const sha256 = await files.store(content);
    assert.equal(sha256, createHash('sha256').update(content).digest('hex'));
    const path = join(files.folder, files.pathOf(sha256));
    assert.deepEqual(readFileSync(path), content);
    assert.equal(statSync(path).mode & 0o077, 0);
  });

  it('are stored once, however often they are handed in', async () => {
    const files = openMediaFiles(folder);
    const first = await files.store(Buffer.from('dasselbe'));
    assert.equal(await files.store(Buffer.from('dasselbe')), first);
  });

  it('have no path for a name that is no hash', () => {
    assert.throws(() => openMediaFiles(folder).pathOf('../../etc/passwd'));
  });
});

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { NotFound } from '../../src/platform/errors.js';
import { type Files, openFiles } from '../../src/platform/files.js';
import { openKeys } from '../../src/platform/keys.js';
import { fromBuild } from '../../src/platform/paths.js';

const CONTENT = Buffer.from('%PDF-1.7 Redaktionsauftrag für Nguyễn O’Brien');

describe('uploads', () => {
  const keys = openKeys('a secret for tests, at least 32 long');
  let folder: string;
  let files: Files;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'files-test-'));
    files = openFiles(folder, keys);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const pathOf = (name: string) => join(folder, 'uploads', name.slice(0, 2), name);

  it('come back as they were stored', async () => {
    assert.deepEqual(await files.read(await files.store(CONTENT)), CONTENT);
  });

  it('may be empty', async () => {
    assert.equal((await files.read(await files.store(Buffer.alloc(0)))).length, 0);
  });

  it('lie under names that tell nothing, twice the same file under two', async () => {
    const [one, two] = [await files.store(CONTENT), await files.store(CONTENT)];
    assert.match(one, /^[0-9a-f]{40}$/);
    assert.notEqual(one, two);
  });

  it('are readable for the portal’s user only', async () => {
    assert.equal(statSync(pathOf(await files.store(CONTENT))).mode & 0o777, 0o600);
  });

  it('begin with the format, how they are kept and the key they belong to', async () => {
    const stored = readFileSync(pathOf(await files.store(CONTENT)));
    assert.equal(stored.toString('latin1', 0, 4), 'PPF1');
    assert.equal(stored[4], 0);
    assert.equal(stored.toString('hex', 5, 13), keys.id);
  });

  it('are stored whole or not at all where the disk takes only a part', () => {
    const module = pathToFileURL(fromBuild('src/platform/files.js')).href;
    const script = `
      import { writeDurably } from '${module}';
      await writeDurably('${join(folder, 'cut')}', [Buffer.alloc(13), Buffer.alloc(60_000)]);`;
    // A file may have 16 blocks here: the first write is cut short, the next one fails.
    const run = spawnSync('sh', [
      '-c',
      'ulimit -f 16 && exec "$0" --input-type=module -e "$1"',
      process.execPath,
      script,
    ]);
    assert.match(run.stderr.toString(), /EFBIG/);
    assert.deepEqual(readdirSync(folder), []);
  });

  it('leave no draft behind', async () => {
    const name = await files.store(CONTENT);
    assert.deepEqual(readdirSync(join(folder, 'uploads', name.slice(0, 2))), [name]);
  });

  it('are gone once removed, and removing them again is fine', async () => {
    const name = await files.store(CONTENT);
    await files.remove(name);
    await files.remove(name);
    await assert.rejects(files.read(name), NotFound);
  });

  for (const name of ['0'.repeat(40), '../portal.sqlite', '', 'A'.repeat(40)]) {
    it(`answer "not found" for the name "${name}"`, async () => {
      await assert.rejects(async () => files.read(name), NotFound);
    });
  }

  it('refuse a file that is kept in a way this version does not know', async () => {
    const name = await files.store(CONTENT);
    const stored = readFileSync(pathOf(name));
    stored[4] = 9;
    writeFileSync(pathOf(name), stored);
    await assert.rejects(files.read(name), /kept in a way/);
  });
});

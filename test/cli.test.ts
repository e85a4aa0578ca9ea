import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

describe('npm run portal', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'portal-cli-'));
  after(() => rmSync(dataDir, { recursive: true, force: true }));

  const portal = (args: string[], env: Record<string, string> = {}) =>
    spawnSync(process.execPath, [fileURLToPath(new URL('../src/cli.js', import.meta.url)), ...args], {
      encoding: 'utf8',
      env: { PATH: process.env.PATH, NODE_ENV: 'test', DATA_DIR: dataDir, ...env },
    });

  it('ends with 0, 1 and 2 for done, refused and wrong use', () => {
    assert.equal(portal([]).status, 0);
    assert.equal(portal(['no-such-command']).status, 2);
    const added = portal(['staff:add', '--email', 'a@behoerde.example', '--name', 'A', '--role', 'auditor']);
    assert.equal(added.status, 0, added.stderr);
    assert.match(added.stdout, /http:\/\/localhost:3000\/staff\/sign-in\/\S+\n$/);
  });

  it('names the settings that are not usable', () => {
    const { status, stderr } = portal(['migrate'], { PORT: 'three' });
    assert.equal(status, 1);
    assert.match(stderr, /PORT/);
  });
});

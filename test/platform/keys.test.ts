import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openKeys, readSecret, sameText } from '../../src/platform/keys.js';

const SECRET = 'the secret of this year, long enough';
const OLDER = 'the secret of last year, long enough';

describe('keys', () => {
  const keys = openKeys(SECRET);

  it('sign a text so that only the same text passes', () => {
    const signature = keys.sign('form', 'shown at nine');
    assert.match(signature, /^[\w-]{32}$/);
    assert.equal(keys.verify('form', 'shown at nine', signature), true);
    assert.equal(keys.verify('form', 'shown at ten', signature), false);
  });

  it('refuse a signature made for another purpose', () => {
    assert.equal(keys.verify('link', 'text', keys.sign('form', 'text')), false);
  });

  for (const [what, change] of [
    ['one character changed', (signature: string) => (signature[0] === 'A' ? 'B' : 'A') + signature.slice(1)],
    ['cut', (signature: string) => signature.slice(0, 31)],
    ['empty', () => ''],
  ] as const) {
    it(`refuse a signature that is ${what}`, () => {
      assert.equal(keys.verify('form', 'text', change(keys.sign('form', 'text'))), false);
    });
  }

  it('accept what the previous secret signed, and sign with the current one', () => {
    const rotated = openKeys(SECRET, OLDER);
    assert.equal(rotated.verify('form', 'text', openKeys(OLDER).sign('form', 'text')), true);
    assert.equal(rotated.sign('form', 'text'), keys.sign('form', 'text'));
  });

  it('refuse what a secret before that signed', () => {
    assert.equal(keys.verify('form', 'text', openKeys(OLDER).sign('form', 'text')), false);
  });

  it('derive one key per purpose, always the same', () => {
    assert.equal(keys.derive('cookies').length, 32);
    assert.deepEqual(keys.derive('cookies'), openKeys(SECRET).derive('cookies'));
    assert.notDeepEqual(keys.derive('cookies'), keys.derive('files'));
  });

  it('have a name that tells secrets apart without telling them', () => {
    assert.match(keys.id, /^[0-9a-f]{16}$/);
    assert.notEqual(keys.id, openKeys(OLDER).id);
  });
});

describe('the secret', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'keys-test-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is made once, and found again after a restart', () => {
    const made = readSecret(folder, undefined);
    assert.ok(made.length >= 32);
    assert.equal(readSecret(folder, undefined), made);
  });

  it('is readable for the portal’s user only', () => {
    readSecret(folder, undefined);
    assert.equal(statSync(join(folder, 'secret.key')).mode & 0o777, 0o600);
  });

  it('of the environment goes first', () => {
    assert.equal(readSecret(folder, SECRET), SECRET);
  });
});

describe('comparing two texts', () => {
  it('tells whether they are the same, whatever their length', () => {
    assert.equal(sameText('abc', 'abc'), true);
    assert.equal(sameText('abc', 'abd'), false);
    assert.equal(sameText('abc', 'abcd'), false);
  });
});

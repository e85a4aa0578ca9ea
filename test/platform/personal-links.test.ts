import assert from 'node:assert/strict';
import { openKeys } from '../../src/platform/keys.js';
import { readToken, toToken } from '../../src/platform/personal-links.js';

const OLDER = 'the secret of last year, long enough';

describe('a personal link', () => {
  const keys = openKeys('the secret of this year, long enough');
  const link = { purpose: 'status', id: 4711, version: 3 };
  const token = toToken(keys, link);
  const [id, version, signature] = token.split('.') as [string, string, string];

  it('opens the record and version it was made for', () => {
    assert.deepEqual(readToken(keys, 'status', token), link);
  });

  it('opens nothing for another purpose', () => {
    assert.equal(readToken(keys, 'confirm', token), undefined);
  });

  it('stays good after the secret was changed once', () => {
    const rotated = openKeys('the secret of this year, long enough', OLDER);
    assert.deepEqual(readToken(rotated, 'status', toToken(openKeys(OLDER), link)), link);
  });

  it('is worthless under a secret that is no longer known', () => {
    assert.equal(readToken(keys, 'status', toToken(openKeys(OLDER), link)), undefined);
  });

  const refused: Record<string, string> = {
    'another record': `${(4712).toString(36)}.${version}.${signature}`,
    'another version': `${id}.4.${signature}`,
    'another signature': `${id}.${version}.${'A'.repeat(32)}`,
    'a signature that is cut': token.slice(0, -1),
    'an id with a leading zero': `0${token}`,
    'a version with a leading zero': `${id}.0${version}.${signature}`,
    'something appended': `${token}A`,
    'no parts at all': 'status',
    nothing: '',
  };
  for (const [what, tampered] of Object.entries(refused)) {
    it(`refuses ${what}`, () => assert.equal(readToken(keys, 'status', tampered), undefined));
  }
});

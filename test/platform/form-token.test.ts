import assert from 'node:assert/strict';
import { makeFormToken, readFormToken } from '../../src/platform/form-token.js';
import { openKeys } from '../../src/platform/keys.js';

const DAY = 24 * 3600_000;

describe('the token of a public form', () => {
  const keys = openKeys('a secret for tests, at least 32 long');
  const shownAt = new Date('2024-10-10T07:00:00Z');
  const token = makeFormToken(keys, shownAt);
  const later = (ms: number) => new Date(shownAt.getTime() + ms);

  it('says when the form was shown', () => {
    const read = readFormToken(keys, later(60_000), token);
    assert.ok(read.ok);
    assert.deepEqual(read.shownAt, shownAt);
  });

  it('is different for each form, so that a double click is told from two requests', () => {
    const [one, two] = [token, makeFormToken(keys, shownAt)].map((text) =>
      readFormToken(keys, later(0), text),
    );
    assert.ok(one?.ok && two?.ok);
    assert.notEqual(one.nonce, two.nonce);
  });

  it('is good for seven days', () => {
    assert.equal(readFormToken(keys, later(7 * DAY), token).ok, true);
    assert.equal(readFormToken(keys, later(7 * DAY + 1), token).ok, false);
  });

  const [time, nonce, signature] = token.split('.') as [string, string, string];
  const refused: Record<string, unknown> = {
    'a later time': `${later(DAY).getTime().toString(36)}.${nonce}.${signature}`,
    'another nonce': `${time}.${'A'.repeat(16)}.${signature}`,
    'another signature': `${time}.${nonce}.${'A'.repeat(32)}`,
    'a token of another portal': makeFormToken(openKeys('another secret, at least 32 letters'), shownAt),
    'a list': [token, 'x'],
    nothing: undefined,
  };
  for (const [what, value] of Object.entries(refused)) {
    it(`refuses ${what}`, () => assert.deepEqual(readFormToken(keys, later(0), value), { ok: false }));
  }
});

import assert from 'node:assert/strict';
import { fitsPassword, hashPassword } from '../../src/signin/password.js';

describe('passwords', () => {
  it('are kept as Argon2id with the parameters of the house', async () => {
    assert.match(await hashPassword('ein ganzer Satz'), /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it('fit only themselves, and get another salt each time', async () => {
    const [one, two] = [await hashPassword('ein ganzer Satz'), await hashPassword('ein ganzer Satz')];
    assert.notEqual(one, two);
    assert.equal(await fitsPassword('ein ganzer Satz', one), true);
    assert.equal(await fitsPassword('ein ganzer Satz.', one), false);
  });

  it('fit nobody who has none, not even the one that unknown accounts are measured by', async () => {
    assert.equal(await fitsPassword('', undefined), false);
    assert.equal(await fitsPassword('an account that does not exist', undefined), false);
  });
});

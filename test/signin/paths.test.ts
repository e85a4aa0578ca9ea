import assert from 'node:assert/strict';
import { backFrom } from '../../src/signin/paths.js';

describe('the way back after signing in', () => {
  for (const path of [
    '/staff',
    '/staff/requests',
    '/staff/requests?state=received&q=a%20b',
    '/staff?x=1',
    '/staff/requests/TEK24-7K3F',
  ]) {
    it(`leads to ${path}`, () => assert.equal(backFrom(path), path));
  }

  for (const path of [
    'https://evil.example',
    '//evil.example/staff',
    '/\\evil.example',
    '/staff//evil.example',
    '/staff/../de',
    '/staffing',
    '/staff\r\nSet-Cookie: a=b',
    '/staff/sign-in',
    '/staff/sign-out',
    'javascript:alert(1)',
    '',
    undefined,
    ['/staff/requests', '/staff'],
  ]) {
    it(`leads to the desk instead of ${JSON.stringify(path)}`, () => assert.equal(backFrom(path), '/staff'));
  }
});

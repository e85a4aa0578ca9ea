import assert from 'node:assert/strict';
import type { Request } from 'express';
import { TooManyRequests } from '../../src/platform/errors.js';
import { networkKey, rateLimit } from '../../src/platform/rate-limits.js';
import { onBothDatabases, type TestPortal } from '../support/portal.js';

onBothDatabases('a rate limit', (open) => {
  let portal: TestPortal;
  beforeEach(async () => {
    portal = await open();
  });
  afterEach(() => portal.close());

  const limit = (name = 'form') =>
    rateLimit({ ...portal, config: { ...portal.config, rateLimits: true } }, name, 2, 600);

  it('lets the budget be spent, then refuses and says how long to wait', async () => {
    const form = limit();
    await form.spend('network a');
    await form.spend('network a');
    await assert.rejects(form.spend('network a'), (refusal: unknown) => {
      assert.ok(refusal instanceof TooManyRequests);
      assert.ok(refusal.retryAfter > 0 && refusal.retryAfter <= 600);
      return true;
    });
  });

  it('counts each key and each purpose by itself', async () => {
    for (const key of ['network a', 'network a', 'network b']) await limit().spend(key);
    await limit('sign-in').spend('network a');
    await assert.rejects(limit().spend('network a'), TooManyRequests);
  });

  it('survives a restart', async () => {
    await limit().spend('network a');
    await limit().spend('network a');
    await assert.rejects(limit().spend('network a'), TooManyRequests);
  });

  it('gives the budget back when it is cleared', async () => {
    for (let tries = 0; tries < 2; tries += 1) await limit().spend('network a');
    await limit().clear('network a');
    await limit().spend('network a');
  });

  it('can be switched off', async () => {
    const off = rateLimit(portal, 'form', 1, 600);
    for (let tries = 0; tries < 5; tries += 1) await off.spend('network a');
  });

  it('knows a network by something that cannot be read, and IPv6 by its household', () => {
    const keyOf = (ip: string) => networkKey(portal, { ip } as Request);
    assert.doesNotMatch(keyOf('192.0.2.7'), /192/);
    assert.notEqual(keyOf('192.0.2.7'), keyOf('192.0.2.8'));
    assert.equal(keyOf('2001:db8:1:2:aaaa::1'), keyOf('2001:db8:1:2:bbbb::2'));
    assert.notEqual(keyOf('2001:db8:1:2::1'), keyOf('2001:db8:1:3::1'));
  });
});

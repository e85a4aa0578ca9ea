import assert from 'node:assert/strict';
import request from 'supertest';
import { CONGRESS } from '../../src/demo/demo-event.js';
import { insertEvent } from '../../src/events/index.js';
import { openPortal, type TestPortal } from '../support/portal.js';

const PAGES = ['', '/events', '/imprint', '/privacy', '/accessibility', '/nothing'].flatMap((path) => [
  `/de${path}`,
  `/en${path}`,
]);

/** What a browser fetches by itself while it shows a page. */
function resourcesIn(html: string): string[] {
  const tags = html.match(/<(?:link|script|img|source|iframe|video|audio|form)\b[^>]*>/g) ?? [];
  return tags
    .filter((tag) => !/rel="(?:canonical|alternate)"/.test(tag))
    .flatMap((tag) => [...tag.matchAll(/\s(?:src|srcset|href|action)="([^"]*)"/g)].map(([, url]) => url!));
}

describe('every answer', () => {
  let portal: TestPortal;
  before(async () => {
    portal = await openPortal();
    await insertEvent(portal.db, CONGRESS, portal.clock.now());
  });
  after(() => portal.close());

  for (const path of [...PAGES, '/healthz', '/robots.txt', '/assets/portal.css', '/staff/sign-in']) {
    it(`is guarded: ${path}`, async () => {
      const { headers } = await request(portal.app).get(path);
      const policy = headers['content-security-policy'] ?? '';
      assert.match(policy, /default-src 'self'/);
      assert.match(policy, /frame-ancestors 'none'/);
      assert.match(policy, /form-action 'self'/);
      assert.doesNotMatch(policy, /unsafe|https?:|\*/);
      assert.equal(headers['x-content-type-options'], 'nosniff');
      assert.equal(headers['x-powered-by'], undefined);
      assert.ok(headers['referrer-policy']);
    });
  }

  for (const path of PAGES) {
    it(`sets no cookie and loads nothing from elsewhere: ${path}`, async () => {
      const { headers, text } = await request(portal.app).get(path);
      assert.equal(headers['set-cookie'], undefined);
      const resources = resourcesIn(text);
      assert.ok(resources.length > 2);
      assert.deepEqual(
        resources.filter((url) => !/^\/(?!\/)/.test(url)),
        [],
      );
    });

    it(`has no inline script, style or handler: ${path}`, async () => {
      const { text } = await request(portal.app).get(path);
      assert.doesNotMatch(text, /<style|\sstyle="|\son\w+="|javascript:/);
      assert.doesNotMatch(text, /<script(?![^>]*(?:\ssrc=|application\/ld\+json))/);
    });
  }

  it('asks for HTTPS in production and not before', async () => {
    const strict = await openPortal('sqlite', { production: true });
    const [production, development] = [
      await request(strict.app).get('/de'),
      await request(portal.app).get('/de'),
    ];
    assert.match(production.headers['strict-transport-security'] ?? '', /max-age=31536000/);
    assert.match(production.headers['content-security-policy'] ?? '', /upgrade-insecure-requests/);
    assert.equal(development.headers['strict-transport-security'], undefined);
    await strict.close();
  });
});

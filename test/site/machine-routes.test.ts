import assert from 'node:assert/strict';
import request from 'supertest';
import { onBothDatabases, openPortal, type TestPortal } from '../support/portal.js';

onBothDatabases('the portal for machines', (open) => {
  let portal: TestPortal;
  beforeEach(async () => {
    portal = await open();
  });
  afterEach(() => portal.close());

  const get = (path: string) => request(portal.app).get(path);

  it('is alive and ready when the database answers and its tables are those of this build', async () => {
    assert.equal((await get('/healthz')).status, 200);
    const ready = await get('/readyz');
    assert.equal(ready.status, 200);
    assert.equal(ready.headers['cache-control'], 'no-store');
  });

  it('is not ready while a migration is missing', async () => {
    const last = await portal.db('knex_migrations').orderBy('id', 'desc').first();
    await portal.db('knex_migrations').where({ id: last.id }).delete();
    assert.equal((await get('/readyz')).status, 503);
    assert.equal((await get('/healthz')).status, 200);
  });

  it('is not ready without its database, but alive, and does not depend on the settings', async () => {
    await portal.db.schema.dropTable('operator_settings');
    assert.equal((await get('/readyz')).status, 200);
    await portal.db.destroy();
    assert.equal((await get('/readyz')).status, 503);
    assert.equal((await get('/healthz')).status, 200);
    await portal.db.initialize();
  });
});

describe('what crawlers and reporters ask for', () => {
  let portal: TestPortal;
  before(async () => {
    portal = await openPortal('sqlite', { pressOfficeEmail: 'presse@behoerde.example' });
  });
  after(() => portal.close());

  const get = (path: string) => request(portal.app).get(path);

  it('keeps crawlers away from the desk and from personal links', async () => {
    const { text, headers } = await get('/robots.txt');
    assert.match(headers['content-type'] ?? '', /text\/plain/);
    for (const path of ['/staff', '/de/accreditation/', '/en/accreditation/', '/de/press/preview/'])
      assert.ok(text.includes(`Disallow: ${path}\n`), path);
    assert.match(text, /^Sitemap: https:\/\/press\.example\/sitemap\.xml$/m);
  });

  it('says whom to tell about a weakness, for less than a year by the real clock (RFC 9116)', async () => {
    portal.moveClock(new Date('2019-01-01T00:00:00Z'));
    const { text } = await get('/.well-known/security.txt');
    assert.match(text, /^Contact: mailto:presse@behoerde\.example$/m);
    assert.match(text, /^Preferred-Languages: de, en$/m);
    assert.match(text, /^Canonical: https:\/\/press\.example\/\.well-known\/security\.txt$/m);
    const expires = new Date(/^Expires: (.+)$/m.exec(text)?.[1] ?? '').getTime() - Date.now();
    assert.ok(expires > 300 * 86_400_000 && expires < 365 * 86_400_000);
  });

  it('finds the icon where browsers look first', async () => {
    const { headers } = await get('/favicon.ico');
    assert.equal((await get(headers.location ?? '')).headers['content-type'], 'image/svg+xml');
  });
});

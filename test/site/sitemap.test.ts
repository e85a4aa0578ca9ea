import assert from 'node:assert/strict';
import request from 'supertest';
import { CONGRESS } from '../../src/demo/demo-event.js';
import { loadDemoReleases } from '../../src/demo/demo-releases.js';
import { insertEvent } from '../../src/events/index.js';
import { toSitemap } from '../../src/site/sitemap.js';
import { onBothDatabases, type TestPortal } from '../support/portal.js';

onBothDatabases('the sitemap', (open) => {
  let portal: TestPortal;
  beforeEach(async () => {
    portal = await open();
    const at = portal.clock.now();
    await insertEvent(portal.db, CONGRESS, at);
    await insertEvent(portal.db, { ...CONGRESS, slug: 'alt', shortCode: 'ALT', state: 'archived' }, at);
    await insertEvent(portal.db, { ...CONGRESS, slug: 'geheim', shortCode: 'GEH', state: 'draft' }, at);
  });
  afterEach(() => portal.close());

  const addresses = async () => {
    const { text } = await request(portal.app).get('/sitemap.xml');
    return [...text.matchAll(/<loc>https:\/\/press\.example([^<]*)<\/loc>/g)].map(([, path]) => path!);
  };

  it('lists home, events and legal pages in both languages, and no draft', async () => {
    const found = await addresses();
    for (const path of [
      '',
      '/events',
      '/press',
      '/media',
      '/events/alt',
      `/events/${CONGRESS.slug}`,
      '/imprint',
      '/privacy',
    ])
      for (const lang of ['de', 'en']) assert.ok(found.includes(`/${lang}${path}`), `/${lang}${path}`);
    assert.ok(found.includes('/de/easy-language'));
    assert.ok(!found.some((path) => path.includes('geheim')));
    assert.equal(new Set(found).size, found.length);
  });

  it('lists a release from its second on, and not before', async () => {
    await loadDemoReleases(portal, 1);
    const hidden = '/de/press/2024/kongress-in-erfurt-eroeffnet';
    const before = await addresses();
    assert.ok(before.includes('/de/press/2024/programm-steht'));
    assert.ok(!before.includes(hidden));
    portal.moveClock(new Date('2024-10-24T07:14:59.999Z'));
    assert.ok(!(await addresses()).includes(hidden));
    portal.moveClock(new Date('2024-10-24T07:15:00Z'));
    assert.ok((await addresses()).includes(hidden));
  });

  it('lists no address that does not exist', async () => {
    await loadDemoReleases(portal, 1);
    for (const path of await addresses())
      assert.equal((await request(portal.app).get(path)).status, 200, path);
  });
});

describe('an entry of the sitemap', () => {
  it('names its other language, when it changed, and escapes its address', () => {
    const xml = toSitemap(
      [
        {
          addresses: [
            { lang: 'de', path: '/de?a&b' },
            { lang: 'en', path: '/en' },
          ],
          changedAt: new Date('2024-10-10T07:00:00Z'),
        },
      ],
      'https://press.example',
    );
    assert.match(xml, /<loc>https:\/\/press\.example\/de\?a&amp;b<\/loc><lastmod>2024-10-10T07:00:00\.000Z/);
    assert.match(xml, /hreflang="en" href="https:\/\/press\.example\/en"/);
  });

  it('has no alternates when it exists in one language only', () => {
    const xml = toSitemap([{ addresses: [{ lang: 'de', path: '/de/easy-language' }] }], '');
    assert.doesNotMatch(xml, /alternate/);
  });
});

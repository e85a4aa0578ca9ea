import assert from 'node:assert/strict';
import request from 'supertest';
import { CONGRESS } from '../../src/demo/demo-event.js';
import { loadDemoMedia } from '../../src/demo/demo-media.js';
import { DEMO_OPERATOR } from '../../src/demo/demo-operator.js';
import { loadDemoReleases } from '../../src/demo/demo-releases.js';
import { insertEvent } from '../../src/events/index.js';
import { saveOperator } from '../../src/operator/index.js';
import { openPortal, type TestPortal } from '../support/portal.js';

describe('the public pages of the portal', () => {
  let portal: TestPortal;
  beforeEach(async () => {
    portal = await openPortal();
  });
  afterEach(() => portal.close());

  const get = (path: string) => request(portal.app).get(path);
  const announce = (change: object = {}) =>
    insertEvent(portal.db, { ...CONGRESS, ...change }, portal.clock.now());

  it('are friendly when nothing is announced', async () => {
    const { status, text } = await get('/de');
    assert.equal(status, 200);
    assert.match(text, /Zurzeit ist keine Veranstaltung angekündigt/);
    assert.match(text, /Wo steht mein Antrag\?/);
  });

  it('begin with the next event and the way to accreditation, in both languages', async () => {
    await announce();
    for (const [lang, apply] of [
      ['de', 'Jetzt akkreditieren'],
      ['en', 'Apply now'],
    ] as const) {
      const { text } = await get(`/${lang}`);
      assert.match(
        text,
        new RegExp(`href="/${lang}/events/${CONGRESS.slug}/accreditation"[^<]*<span[^>]*>${apply}`),
      );
      assert.match(text, new RegExp(`href="/${lang}/events/${CONGRESS.slug}"`));
    }
  });

  it('show neither drafts nor events that are over, and name later ones', async () => {
    await announce();
    await announce({ slug: 'entwurf', shortCode: 'ENT', state: 'draft' });
    await announce({
      slug: 'vorbei',
      shortCode: 'VOR',
      startsAt: new Date('2024-09-01T08:00:00Z'),
      endsAt: new Date('2024-09-01T16:00:00Z'),
    });
    await announce({
      slug: 'spaeter',
      shortCode: 'SPA',
      startsAt: new Date('2025-09-16T08:00:00Z'),
      endsAt: new Date('2025-09-17T16:00:00Z'),
    });
    const { text } = await get('/de');
    assert.match(text, /Weitere Veranstaltungen/);
    assert.match(text, /href="\/de\/events\/spaeter"/);
    assert.doesNotMatch(text, /entwurf|vorbei/);
  });

  it('show the latest releases and a picture of each kind, and nothing under embargo', async () => {
    const event = await announce();
    await loadDemoReleases(portal, event.id);
    await loadDemoMedia(portal, event.id);
    for (const lang of ['de', 'en'] as const) {
      const { text } = await get(`/${lang}`);
      assert.equal(text.match(/class="portal-news__title"/g)?.length, 3);
      assert.equal(text.match(/<img src="\/media\/[^"]+\/thumb"/g)?.length, 3);
      assert.doesNotMatch(text, /eroeffnet|congress-opens/);
    }
    portal.moveClock(new Date('2024-10-24T07:15:00Z'));
    assert.match((await get('/de')).text, /kongress-in-erfurt-eroeffnet/);
  });

  it('weigh less than 25 kB of HTML at home', async () => {
    await announce();
    assert.ok((await get('/de')).text.length < 25_000);
  });

  it('tell search engines their address, their other language and who publishes', async () => {
    await saveOperator(portal.db, DEMO_OPERATOR, 0, portal.clock.now());
    const { text } = await get('/en?utm=x');
    assert.match(text, /<link rel="canonical" href="https:\/\/press\.example\/en">/);
    assert.match(text, /<link rel="alternate" hreflang="de" href="https:\/\/press\.example\/de">/);
    assert.match(text, /<meta property="og:url" content="https:\/\/press\.example\/en">/);
    const data = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(text)?.[1] ?? '');
    assert.equal(data['@type'], 'WebSite');
    assert.equal(data.publisher['@type'], 'GovernmentOrganization');
    assert.equal(data.publisher.name, 'Thuringian Ministry of Finance');
  });

  it('lead to the same page in the other language', async () => {
    assert.match((await get('/de/privacy')).text, /href="\/en\/privacy" hreflang="en"/);
    assert.match((await get('/en/imprint')).text, /href="\/de\/imprint" hreflang="de"/);
  });

  const LEGAL: [string, RegExp, RegExp][] = [
    ['imprint', /Impressum/, /Imprint/],
    ['privacy', /§ 16 des Thüringer Datenschutzgesetzes/, /Article 6 \(1\) \(e\) GDPR/],
    ['accessibility', /Eine Barriere melden/, /Report a barrier/],
  ];
  for (const [name, german, english] of LEGAL) {
    it(`have ${name} in both languages, and say what the operator has not filled in yet`, async () => {
      const [de, en] = [await get(`/de/${name}`), await get(`/en/${name}`)];
      assert.match(de.text, german);
      assert.match(en.text, english);
      assert.match(de.text, /Diese Angabe fehlt noch/);
      assert.match(en.text, /This entry is still missing/);
    });

    it(`print the operator’s settings in ${name}`, async () => {
      await saveOperator(portal.db, DEMO_OPERATOR, 0, portal.clock.now());
      const { text } = await get(`/de/${name}`);
      assert.doesNotMatch(text, /Diese Angabe fehlt noch/);
      assert.match(text, /mailto:kommunikation@tfm\.thueringen\.de/);
    });
  }

  it('say in dates when the data of an announced event are deleted', async () => {
    await announce();
    const { text } = await get('/de/privacy');
    assert.match(text.replace(/\u00a0/g, ' '), /7\. November 2024/);
    assert.match(text.replace(/\u00a0/g, ' '), /24\. Januar 2025/);
  });

  it('call the privacy notice a template, but not in production', async () => {
    assert.match((await get('/de/privacy')).text, /Dieser Text ist ein Muster/);
    const production = await openPortal('sqlite', { production: true });
    assert.doesNotMatch((await request(production.app).get('/de/privacy')).text, /ist ein Muster/);
    await production.close();
  });

  it('cannot be used by an operator to smuggle in a script', async () => {
    const imprint = { de: '<script>alert(1)</script> [x](javascript:alert(1))', en: '' };
    await saveOperator(portal.db, { ...DEMO_OPERATOR, imprint }, 0, portal.clock.now());
    assert.doesNotMatch((await get('/de/imprint')).text, /<script>|href="javascript/);
  });

  it('explain themselves in Leichte Sprache, in German only', async () => {
    const { status, text } = await get('/de/easy-language');
    assert.equal(status, 200);
    assert.match(text, /Das spricht man so/);
    assert.doesNotMatch(text, /hreflang="en"/);
    assert.equal((await get('/en/easy-language')).headers.location, '/de/easy-language');
  });
});

import assert from 'node:assert/strict';
import { type Browser, openBrowser } from '../support/browser.js';
import { openPortal, type TestPortal } from '../support/portal.js';
import { addRelease } from './example-release.js';

const PAGE = '/de/press/2024/meldung';

describe('a release as a file', () => {
  let portal: TestPortal;
  let browser: Browser;
  beforeEach(async () => {
    portal = await openPortal();
    browser = openBrowser(portal.app);
    // Long enough to be worth compressing.
    await addRelease(portal.db, { slug: 'meldung', body: 'Ein Absatz.\n\n'.repeat(200) });
  });
  afterEach(() => portal.close());

  const types: [string, RegExp][] = [
    ['txt', /^text\/plain; charset=utf-8$/],
    ['md', /^text\/markdown; charset=utf-8$/],
    ['pdf', /^application\/pdf$/],
    ['json', /^application\/json$/],
  ];
  for (const [format, type] of types) {
    it(`has type, name, date and a strong tag, and is not sent twice (${format})`, async () => {
      const { status, headers } = await browser.agent.get(`${PAGE}.${format}`).set('Accept-Encoding', 'gzip');
      assert.equal(status, 200);
      assert.match(headers['content-type']!, type);
      assert.match(headers['content-disposition']!, new RegExp(`^inline; filename="meldung\\.${format}"`));
      assert.equal(headers['last-modified'], 'Tue, 01 Oct 2024 08:00:00 GMT');
      assert.match(headers.etag!, /^"/);
      assert.equal(headers['content-encoding'], undefined);
      const again = await browser.agent.get(`${PAGE}.${format}`).set('If-None-Match', headers.etag!);
      assert.equal(again.status, 304);
    });
  }

  it('gives a single quote with its speaker', async () => {
    const { text, headers } = await browser.visit(`${PAGE}.txt?quote=1`);
    assert.equal(text, '„Das ist ein Zitat.“ – Erika Mustermann, Sprecherin (erfundene Person)\n');
    assert.match(headers['content-type']!, /^text\/plain/);
  });

  it('changes its tag with its text', async () => {
    const before = (await browser.visit(`${PAGE}.txt`)).headers.etag;
    await portal.db('releases').update({ title: 'Eine andere Zeile' });
    assert.notEqual((await browser.visit(`${PAGE}.txt`)).headers.etag, before);
  });
});

import assert from 'node:assert/strict';
import { keepVersion, updateRelease } from '../../src/newsroom/index.js';
import type { Release } from '../../src/newsroom/release.js';
import { addRelease } from '../newsroom/example-release.js';
import { type Browser, openBrowser } from '../support/browser.js';
import { openPortal, type TestPortal } from '../support/portal.js';

const PAGE = '/de/press/2024/meldung';
const T = new Date('2024-10-24T07:15:00Z');
const SECOND = new Date('2024-10-02T09:20:00Z');
const THIRD = new Date('2024-10-03T09:20:00Z');
const plain = (html: string) => html.replaceAll('\u00A0', ' ');

describe('the versions of a release', () => {
  let portal: TestPortal;
  let browser: Browser;
  beforeEach(async () => {
    portal = await openPortal();
    browser = openBrowser(portal.app);
  });
  afterEach(() => portal.close());

  /** Three versions: 22 talks, then 23, then 24. */
  async function threeVersions(changes: Partial<Release> = {}): Promise<Release> {
    const body = (count: number) => `Davor.\n\nEs sind ${count} <b>Vorträge</b>.\n\nDanach.`;
    let release = await addRelease(portal.db, { slug: 'meldung', body: body(22), ...changes });
    for (const [at, count] of [
      [SECOND, 23],
      [THIRD, 24],
    ] as const) {
      const before = release;
      release = {
        ...before,
        body: body(count),
        version: before.version + 1,
        state: 'corrected',
        updatedAt: at,
        correction: { at, text: `Richtig sind ${count}.` },
      };
      await portal.db.transaction(async (trx) => {
        await keepVersion(trx, before);
        await updateRelease(trx, release);
      });
    }
    return release;
  }
  const visit = async (path: string) => {
    const { status, text, headers } = await browser.visit(path);
    return { status, headers, text: plain(text) };
  };

  it('stay as they were read, each with what it changed', async () => {
    await threeVersions();
    const second = await visit(`${PAGE}/versions/2`);
    assert.equal(second.status, 200);
    for (const part of [
      'Fassung 2 von 3',
      'Frühere Fassung',
      'galt vom 2. Oktober 2024, 11:20 Uhr bis zum 3. Oktober 2024, 11:20 Uhr',
      'Berichtigt (2. Oktober 2024, 11:20 Uhr): Richtig sind 23.',
      'gegenüber Fassung 1',
      'Es sind <del><span class="kern-sr-only" lang="de">',
      '23</ins> &lt;b&gt;Vorträge',
      'Es sind 23 &lt;b&gt;Vorträge&lt;/b&gt;.</p>',
    ])
      assert.ok(second.text.includes(part), part);
    const first = await visit(`${PAGE}/versions/1`);
    assert.match(first.text, /Es sind 22 &lt;b&gt;Vorträge/);
    assert.doesNotMatch(first.text, /<ins>|<del>|Richtig sind|gegenüber/);
    const third = await visit(`${PAGE}/versions/3`);
    assert.match(third.text, /Geltende Fassung/);
    assert.match(third.text, /gilt seit dem 3\. Oktober 2024/);
    for (const number of ['4', '0', '02', '2.0', 'x'])
      assert.equal((await visit(`${PAGE}/versions/${number}`)).status, 404, number);
  });

  it('are for no search engine, and say where the newest stands', async () => {
    await threeVersions();
    for (const number of [1, 3]) {
      const { headers, text } = await visit(`${PAGE}/versions/${number}`);
      assert.equal(headers['x-robots-tag'], 'noindex');
      assert.match(text, /<link rel="canonical" href="https:\/\/press\.example\/de\/press\/2024\/meldung">/);
      assert.doesNotMatch(text, /rel="alternate" hreflang|og:title/);
    }
    assert.doesNotMatch((await visit('/sitemap.xml')).text, /versions/);
  });

  it('are listed where there are several', async () => {
    await threeVersions();
    const links = (html: string) =>
      [...html.matchAll(/href="\/de\/press\/2024\/meldung\/versions\/(\d)"[^>]*>(Fassung \d)/g)].map(
        ([, number, label]) => `${number} ${label}`,
      );
    assert.deepEqual(links((await visit(PAGE)).text), ['3 Fassung 3', '2 Fassung 2', '1 Fassung 1']);
    assert.match((await visit(PAGE)).text, /versions\/3">Fassungen vergleichen/);
    const { text } = await visit(`${PAGE}/versions/1`);
    assert.match(text, /versions\/1" aria-current="page"/);
    assert.equal((await browser.visit(`${PAGE}/versions`)).headers.location, `${PAGE}/versions/3`);
  });

  it('are not mentioned where there is but one', async () => {
    await addRelease(portal.db, { slug: 'meldung' });
    assert.doesNotMatch((await visit(PAGE)).text, /versions/);
    assert.match((await visit(`${PAGE}/versions/1`)).text, /Geltende Fassung/);
  });

  it('wait with the release for the second of its embargo', async () => {
    await threeVersions({ embargoUntil: T });
    for (const [seconds, status] of [
      [-1, 404],
      [0, 200],
      [1, 200],
    ] as const) {
      portal.moveClock(new Date(T.getTime() + seconds * 1000));
      assert.equal((await visit(`${PAGE}/versions/3`)).status, status, `${seconds}`);
    }
  });

  it('that nobody read before the embargo ended never came out', async () => {
    await threeVersions({ embargoUntil: T });
    portal.moveClock(T);
    for (const number of [1, 2]) assert.equal((await visit(`${PAGE}/versions/${number}`)).status, 404);
    assert.match((await visit(`${PAGE}/versions/3`)).text, /gilt seit dem 24\. Oktober 2024, 9:15 Uhr/);
    assert.doesNotMatch((await visit(PAGE)).text, /versions\/[12]/);
  });

  it('go with the release when it is withdrawn', async () => {
    const release = await threeVersions();
    const withdrawal = { at: new Date('2024-10-05T08:00:00Z'), note: '' };
    await portal.db.transaction((trx) => updateRelease(trx, { ...release, state: 'withdrawn', withdrawal }));
    for (const path of ['/versions', '/versions/1', '/versions/3'])
      assert.equal((await visit(`${PAGE}${path}`)).status, 410, path);
  });

  it('speak English in English', async () => {
    await threeVersions({ language: 'en' });
    const { text } = await visit('/en/press/2024/meldung/versions/2');
    for (const part of ['Version 2', 'version 2 of 3', 'Earlier version', 'since version 1'])
      assert.ok(text.toLowerCase().includes(part.toLowerCase()), part);
  });
});

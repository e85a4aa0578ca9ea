import assert from 'node:assert/strict';
import { loadDemoReleases } from '../../src/demo/demo-releases.js';
import { listPublicReleases } from '../../src/newsroom/index.js';
import { openBrowser } from '../support/browser.js';
import { anEvent } from '../support/factories.js';
import { MORNING, openPortal, type TestPortal } from '../support/portal.js';

const OPENING = new Date('2024-10-24T09:15:00+02:00');

describe('the releases of the demo', () => {
  let portal: TestPortal;
  beforeEach(async () => {
    portal = await openPortal();
    await loadDemoReleases(portal, (await anEvent(portal)).id);
  });
  afterEach(() => portal.close());

  for (const lang of ['de', 'en'] as const) {
    it(`are four, and a fifth when the congress opens (${lang})`, async () => {
      const countAt = async (now: Date) =>
        (await listPublicReleases(portal.db, { lang, now, limit: 20 })).length;
      assert.equal(await countAt(MORNING), 4);
      assert.equal(await countAt(new Date(OPENING.getTime() - 1000)), 4);
      assert.equal(await countAt(OPENING), 5);
    });
  }

  it('have one whose first version had the wrong figure', async () => {
    const browser = openBrowser(portal.app);
    for (const [path, wrong, right] of [
      ['/de/press/2024/programm-steht', '23 Vorträge', '24 Vorträge'],
      ['/en/press/2024/programme-is-set', '23 talks', '24 talks'],
    ] as const) {
      const first = (await browser.visit(`${path}/versions/1`)).text;
      assert.equal(first.split(wrong).length - 1 > 1, true, 'in title and text');
      assert.ok(!first.split('id="text"')[1]!.includes(right));
      assert.match((await browser.visit(`${path}/versions/2`)).text, /23<\/del>.*24<\/ins>/);
    }
  });

  it('can all be read, quote only invented people, and lead to their other language', async () => {
    portal.moveClock(OPENING);
    const browser = openBrowser(portal.app);
    for (const lang of ['de', 'en'] as const) {
      const other = lang === 'de' ? 'en' : 'de';
      for (const release of await listPublicReleases(portal.db, { lang, now: OPENING, limit: 20 })) {
        const { status, text } = await browser.visit(`/${lang}/press/2024/${release.slug}`);
        assert.equal(status, 200, release.slug);
        assert.match(text, new RegExp(`href="/${other}/press/2024/`), release.slug);
        for (const quote of release.quotes) assert.match(quote.function, /erfundene Person|invented person/);
      }
    }
  });
});

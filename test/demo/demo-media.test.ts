import assert from 'node:assert/strict';
import { loadDemoMedia } from '../../src/demo/demo-media.js';
import { listPublicAssets } from '../../src/mediakit/index.js';
import { openBrowser } from '../support/browser.js';
import { anEvent } from '../support/factories.js';
import { MORNING, openPortal, type TestPortal } from '../support/portal.js';

describe('the media kit of the demo', () => {
  let portal: TestPortal;
  before(async () => {
    portal = await openPortal();
    await loadDemoMedia(portal, (await anEvent(portal)).id);
  });
  after(() => portal.close());

  it('holds pictures, portraits, a word mark and a fact sheet, each described in both languages', async () => {
    const assets = await listPublicAssets(portal.db, { now: MORNING });
    assert.deepEqual([...new Set(assets.map(({ kind }) => kind))], ['photo', 'portrait', 'logo', 'document']);
    for (const { texts } of assets)
      for (const text of Object.values(texts)) assert.ok(text.de !== '' && text.en !== '');
  });

  it('can be loaded file by file', async () => {
    const browser = openBrowser(portal.app);
    for (const { slug, renditions } of await listPublicAssets(portal.db, { now: MORNING }))
      for (const { name } of renditions)
        assert.equal((await browser.visit(`/media/${slug}/${name}`)).status, 200, `${slug} ${name}`);
  });

  it('asks to name the source of a fact sheet, and the credit at a picture', async () => {
    const browser = openBrowser(portal.app);
    assert.match((await browser.visit('/de/media/faktenblatt')).text, /Quelle, so zu nennen/);
    assert.match((await browser.visit('/de/media/podium')).text, /Nachweis, so am Bild zu nennen/);
  });

  it('has more pixels for print than for the web', async () => {
    for (const { slug, kind, renditions } of await listPublicAssets(portal.db, { now: MORNING })) {
      if (kind === 'document') continue;
      const width = (wanted: string) => renditions.find(({ name }) => name === wanted)?.width ?? 0;
      assert.ok(width('print') > width('web'), slug);
    }
  });

  it('does not call its drawings photographs', async () => {
    const { text } = await openBrowser(portal.app).visit('/de/media/podium');
    assert.match(text, /keine Aufnahme/);
  });
});

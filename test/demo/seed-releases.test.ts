import assert from 'node:assert/strict';
import { seedReleases } from '../../src/demo/seed-releases.js';
import { measurePublicReleases } from '../../src/newsroom/index.js';
import { openBrowser } from '../support/browser.js';
import { anEvent } from '../support/factories.js';
import { MORNING, onBothDatabases, type TestPortal } from '../support/portal.js';

onBothDatabases('releases for measurements', (open) => {
  let portal: TestPortal;
  beforeEach(async () => {
    portal = await open();
  });
  afterEach(() => portal.close());

  it('are as many as asked for in each language, also twice', async () => {
    await anEvent(portal);
    await seedReleases(portal, 120);
    await seedReleases(portal, 3);
    for (const lang of ['de', 'en'] as const)
      assert.equal((await measurePublicReleases(portal.db, { lang, now: MORNING })).count, 123);
    const { text } = await openBrowser(portal.app).visit('/en/press');
    const [, path] = /href="(\/en\/press\/\d{4}\/[^"]+)"/.exec(text)!;
    assert.match((await openBrowser(portal.app).visit(path!)).text, /hreflang="de"/);
  });

  it('need an event', () => assert.rejects(seedReleases(portal, 1), /event/));
});

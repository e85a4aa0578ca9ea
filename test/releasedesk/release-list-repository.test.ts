import assert from 'node:assert/strict';
import { countByState, listFoundPairs } from '../../src/releasedesk/release-list-repository.js';
import { addRelease } from '../newsroom/example-release.js';
import { onBothDatabases, type TestPortal } from '../support/portal.js';

const NINE = new Date('2024-10-24T07:00:00Z');
const everything = { lang: undefined, eventId: undefined, question: '', state: undefined };

onBothDatabases('finding releases at the desk', (open) => {
  let portal: TestPortal;
  beforeEach(async () => {
    portal = await open();
  });
  afterEach(() => portal.close());

  const found = (narrowing: object, now: Date, page = { limit: 10, offset: 0 }) =>
    listFoundPairs(portal.db, { ...everything, ...narrowing }, { now, ...page });

  it('counts each state as the clock makes it, a pair once', async () => {
    const both = { pair: 'both', state: 'scheduled', publishAt: NINE } as const;
    await addRelease(portal.db, both);
    await addRelease(portal.db, { ...both, language: 'en' });
    await addRelease(portal.db, { pair: 'held', embargoUntil: NINE });
    await addRelease(portal.db, { pair: 'draft', state: 'draft' });
    await addRelease(portal.db, { pair: 'gone', state: 'withdrawn' });
    const before = new Date(NINE.getTime() - 1000);
    const early = await countByState(portal.db, everything, before);
    assert.deepEqual([early.draft, early.scheduled, early.published, early.withdrawn], [1, 2, 0, 1]);
    const late = await countByState(portal.db, everything, NINE);
    assert.deepEqual([late.scheduled, late.published], [0, 2]);
    assert.deepEqual((await found({ state: 'scheduled' }, before)).sort(), ['both', 'held']);
    assert.deepEqual(await found({ state: 'scheduled' }, NINE), []);
  });

  it('lists the one touched last first, page by page', async () => {
    for (const [pair, day] of [
      ['a', '01'],
      ['b', '03'],
      ['c', '02'],
    ] as const)
      await addRelease(portal.db, { pair, updatedAt: new Date(`2024-10-${day}T08:00:00Z`) });
    assert.deepEqual(await found({}, NINE, { limit: 2, offset: 0 }), ['b', 'c']);
    assert.deepEqual(await found({}, NINE, { limit: 2, offset: 2 }), ['a']);
  });

  it('narrows by language and words, in which signs of the database mean nothing', async () => {
    await addRelease(portal.db, { pair: 'de', title: 'Hürden zu 100%' });
    await addRelease(portal.db, { pair: 'en', language: 'en', title: 'Hurdles' });
    assert.deepEqual(await found({ lang: 'en' }, NINE), ['en']);
    assert.deepEqual(await found({ question: 'hurden 100%' }, NINE), ['de']);
    assert.deepEqual(await found({ question: '%_%' }, NINE), []);
  });
});

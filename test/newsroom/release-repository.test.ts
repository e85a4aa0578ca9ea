import assert from 'node:assert/strict';
import { isPublicRelease, RELEASE_STATES } from '../../src/newsroom/release.js';
import {
  countPublicReleases,
  findPublicRelease,
  listPublicReleases,
  listReleaseAddresses,
  listReleaseFilters,
} from '../../src/newsroom/release-repository.js';
import { anEvent } from '../support/factories.js';
import { MORNING, onBothDatabases, type TestPortal } from '../support/portal.js';
import { addRelease, exampleRelease } from './example-release.js';

const T = new Date('2024-10-24T07:15:00Z');
const around = (seconds: number) => new Date(T.getTime() + seconds * 1000);

onBothDatabases('releases in the database', (open) => {
  let portal: TestPortal;
  const slugs = async (choice = {}, now = MORNING) =>
    (await listPublicReleases(portal.db, { lang: 'de', now, limit: 50, ...choice })).map(({ slug }) => slug);
  beforeEach(async () => {
    portal = await open();
  });
  afterEach(() => portal.close());

  it('come back as they went in', async () => {
    const release = exampleRelease({
      correction: { at: new Date('2024-10-02T08:00:00Z'), text: 'Richtig sind 24.' },
      embargoUntil: new Date('2024-10-01T09:00:00Z'),
      assets: ['saal'],
    });
    const { id, ...stored } = await addRelease(portal.db, release);
    assert.deepEqual(stored, release);
    const found = await findPublicRelease(portal.db, { lang: 'de', year: 2024, slug: release.slug }, MORNING);
    assert.deepEqual(found, { release: { id, ...release }, translation: undefined });
  });

  it('are seen by the public exactly when the rule says so, in every state and second', async () => {
    for (const state of RELEASE_STATES) {
      await addRelease(portal.db, { slug: `${state}-p`, state, publishAt: T });
      await addRelease(portal.db, { slug: `${state}-e`, state, embargoUntil: T });
    }
    for (const seconds of [-1, 0, 1]) {
      const now = around(seconds);
      const expected = RELEASE_STATES.flatMap((state) => [
        ...(isPublicRelease({ state, publishAt: T, embargoUntil: undefined }, now) ? [`${state}-p`] : []),
        ...(isPublicRelease({ state, publishAt: MORNING, embargoUntil: T }, now) ? [`${state}-e`] : []),
      ]);
      assert.deepEqual((await slugs({}, now)).sort(), expected.sort(), `${seconds}`);
      assert.equal(await countPublicReleases(portal.db, { lang: 'de', now }), expected.length);
    }
  });

  it('are listed with the latest released first, page by page', async () => {
    await addRelease(portal.db, { slug: 'alt', publishAt: new Date('2024-10-01T08:00:00Z') });
    await addRelease(portal.db, { slug: 'neu', publishAt: new Date('2024-10-08T08:00:00Z') });
    const embargoUntil = new Date('2024-10-09T08:00:00Z');
    await addRelease(portal.db, {
      slug: 'gesperrt',
      publishAt: new Date('2024-10-02T08:00:00Z'),
      embargoUntil,
    });
    assert.deepEqual(await slugs(), ['gesperrt', 'neu', 'alt']);
    assert.deepEqual(await slugs({ limit: 2 }), ['gesperrt', 'neu']);
    assert.deepEqual(await slugs({ limit: 2, offset: 2 }), ['alt']);
  });

  it('are chosen by language, year and event', async () => {
    const event = await anEvent(portal);
    await addRelease(portal.db, { slug: 'deutsch' });
    await addRelease(portal.db, { slug: 'english', language: 'en' });
    await addRelease(portal.db, { slug: 'vorjahr', year: 2023, publishAt: new Date('2023-10-01T08:00:00Z') });
    await addRelease(portal.db, { slug: 'kongress', eventId: event.id });
    assert.deepEqual(await slugs({ lang: 'en' }), ['english']);
    assert.deepEqual(await slugs({ year: 2023 }), ['vorjahr']);
    assert.deepEqual(await slugs({ eventId: event.id }), ['kongress']);
  });

  it('are found by words in any order, also by signs that mean something to the database', async () => {
    await addRelease(portal.db, { slug: 'a', title: 'Öffentliche Dienste', body: 'Zu 100% digital' });
    await addRelease(portal.db, { slug: 'b', title: 'Dienst_plan', body: 'Zu 100 Teilen' });
    assert.deepEqual(await slugs({ question: 'DIENSTE öffentliche' }), ['a']);
    assert.deepEqual(await slugs({ question: '100%' }), ['a']);
    assert.deepEqual(await slugs({ question: 'dienst_' }), ['b']);
    assert.deepEqual(await slugs({ question: "'; DROP TABLE releases" }), []);
    assert.deepEqual(await slugs({ question: '!' }), []);
  });

  it('offer as filters only what may be seen', async () => {
    const event = await anEvent(portal);
    await addRelease(portal.db, {});
    const waiting = { year: 2025, eventId: event.id, embargoUntil: T };
    await addRelease(portal.db, waiting);
    assert.deepEqual(await listReleaseFilters(portal.db, 'de', around(-1)), { years: [2024], eventIds: [] });
    assert.deepEqual(await listReleaseFilters(portal.db, 'de', T), {
      years: [2025, 2024],
      eventIds: [event.id],
    });
  });

  it('know their other language only when it may be seen', async () => {
    await addRelease(portal.db, { pair: 'p', slug: 'hier' });
    await addRelease(portal.db, { pair: 'p', slug: 'here', language: 'en', embargoUntil: T });
    const address = { lang: 'de', year: 2024, slug: 'hier' } as const;
    assert.equal((await findPublicRelease(portal.db, address, around(-1)))?.translation, undefined);
    assert.equal((await findPublicRelease(portal.db, address, T))?.translation?.slug, 'here');
    const english = { lang: 'en', year: 2024, slug: 'here' } as const;
    assert.equal(await findPublicRelease(portal.db, english, around(-1)), undefined);
  });

  it('stand in the sitemap with both languages and their last change, once they may be seen', async () => {
    await addRelease(portal.db, { pair: 'p', slug: 'hier', updatedAt: new Date('2024-10-09T08:00:00Z') });
    await addRelease(portal.db, { pair: 'p', slug: 'here', language: 'en' });
    await addRelease(portal.db, { slug: 'gesperrt', embargoUntil: T });
    const before = await listReleaseAddresses(portal.db, around(-1));
    assert.deepEqual(before, [
      {
        versions: [
          { lang: 'de', year: 2024, slug: 'hier' },
          { lang: 'en', year: 2024, slug: 'here' },
        ],
        changedAt: new Date('2024-10-09T08:00:00Z'),
      },
    ]);
    const after = await listReleaseAddresses(portal.db, T);
    assert.deepEqual(after[0], { versions: [{ lang: 'de', year: 2024, slug: 'gesperrt' }], changedAt: T });
  });
});

import assert from 'node:assert/strict';
import { wasPublic } from '../../src/newsroom/release.js';
import { measurePublicReleases } from '../../src/newsroom/release-repository.js';
import {
  findWithdrawnRelease,
  getPublicRelease,
  listWithdrawnReleases,
} from '../../src/newsroom/withdrawal-repository.js';
import { Gone, NotFound } from '../../src/platform/errors.js';
import { onBothDatabases, type TestPortal } from '../support/portal.js';
import { addRelease } from './example-release.js';

const NOW = new Date('2024-10-10T08:00:00Z');
const AT = new Date('2024-10-05T08:00:00Z');
const withdrawal = { at: AT, note: 'Die Zahlen stimmten nicht.' };

onBothDatabases('withdrawn releases', (open) => {
  let portal: TestPortal;
  beforeEach(async () => {
    portal = await open();
  });
  afterEach(() => portal.close());
  const address = (slug: string) => ({ lang: 'de', year: 2024, slug }) as const;

  const fates: [string, Parameters<typeof addRelease>[1], boolean][] = [
    ['read and withdrawn', { state: 'withdrawn', withdrawal }, true],
    ['withdrawn at its very second', { state: 'withdrawn', withdrawal, publishAt: AT }, true],
    ['withdrawn under embargo', { state: 'withdrawn', withdrawal, embargoUntil: NOW }, false],
    ['still a draft', { state: 'draft' }, false],
    ['public', { state: 'published' }, false],
  ];
  for (const [what, changes, known] of fates)
    it(`${known ? 'are' : 'are not'} what was ${what}`, async () => {
      const release = await addRelease(portal.db, { slug: 'meldung', ...changes });
      assert.equal(wasPublic(release, NOW), known);
      const found = await findWithdrawnRelease(portal.db, address('meldung'), NOW);
      assert.deepEqual(found, known ? { release, translation: undefined } : undefined);
      assert.equal(
        (await listWithdrawnReleases(portal.db, { lang: 'de', now: NOW, limit: 9 })).length,
        known ? 1 : 0,
      );
    });

  const others: [string, Parameters<typeof addRelease>[1], boolean][] = [
    ['public', {}, true],
    ['withdrawn too', { state: 'withdrawn', withdrawal }, true],
    ['under embargo', { embargoUntil: new Date('2024-10-24T07:15:00Z') }, false],
    ['a draft', { state: 'draft' }, false],
  ];
  for (const [what, changes, known] of others)
    it(`${known ? 'lead' : 'do not lead'} to their other language where that is ${what}`, async () => {
      await addRelease(portal.db, { pair: 'p', slug: 'meldung', state: 'withdrawn', withdrawal });
      const other = await addRelease(portal.db, { pair: 'p', slug: 'news', language: 'en', ...changes });
      const found = await findWithdrawnRelease(portal.db, address('meldung'), NOW);
      assert.deepEqual(found!.translation, known ? other : undefined);
    });

  it('are gone, and what never was public never was', async () => {
    await addRelease(portal.db, { slug: 'weg', state: 'withdrawn', withdrawal });
    await addRelease(portal.db, { slug: 'nie', state: 'withdrawn', withdrawal, embargoUntil: NOW });
    await addRelease(portal.db, { slug: 'da' });
    await assert.rejects(getPublicRelease(portal.db, address('weg'), NOW), Gone);
    await assert.rejects(getPublicRelease(portal.db, address('nie'), NOW), NotFound);
    assert.equal((await getPublicRelease(portal.db, address('da'), NOW)).release.slug, 'da');
  });

  it('come with the latest first, of one language and of one event', async () => {
    const later = { at: new Date('2024-10-06T08:00:00Z'), note: '' };
    await addRelease(portal.db, { slug: 'erst', state: 'withdrawn', withdrawal });
    await addRelease(portal.db, { slug: 'dann', state: 'withdrawn', withdrawal: later });
    await addRelease(portal.db, { slug: 'first', language: 'en', state: 'withdrawn', withdrawal });
    const wanted = { lang: 'de', now: NOW, limit: 9 } as const;
    const slugs = (await listWithdrawnReleases(portal.db, wanted)).map(({ slug }) => slug);
    assert.deepEqual(slugs, ['dann', 'erst']);
    assert.deepEqual(await listWithdrawnReleases(portal.db, { ...wanted, eventId: 7 }), []);
  });

  it('do not count; the date of all is that of the last change that may be seen', async () => {
    const wanted = { lang: 'de', now: NOW } as const;
    assert.deepEqual(await measurePublicReleases(portal.db, wanted), { count: 0, changedAt: undefined });
    await addRelease(portal.db, { publishAt: AT, updatedAt: new Date('2024-09-01T08:00:00Z') });
    await addRelease(portal.db, { embargoUntil: new Date('2024-10-24T07:15:00Z') });
    await addRelease(portal.db, { state: 'withdrawn', withdrawal });
    assert.deepEqual(await measurePublicReleases(portal.db, wanted), { count: 1, changedAt: AT });
    const corrected = new Date('2024-10-06T08:00:00Z');
    await addRelease(portal.db, { updatedAt: corrected });
    assert.deepEqual(await measurePublicReleases(portal.db, wanted), { count: 2, changedAt: corrected });
  });
});

import assert from 'node:assert/strict';
import { getPublicAsset, listPublicAssets } from '../../src/mediakit/index.js';
import { NotFound } from '../../src/platform/errors.js';
import { anEvent } from '../support/factories.js';
import { MORNING, onBothDatabases, type TestPortal } from '../support/portal.js';
import { addPhoto } from './example-asset.js';

const T = new Date('2024-10-24T07:15:00Z');
const around = (seconds: number) => new Date(T.getTime() + seconds * 1000);

onBothDatabases('the media kit in the database', (open) => {
  let portal: TestPortal;
  const slugs = async (now: Date, choice = {}) =>
    (await listPublicAssets(portal.db, { now, ...choice })).map(({ slug }) => slug);
  beforeEach(async () => {
    portal = await open();
  });
  afterEach(() => portal.close());

  it('lists what is published and in its time', async () => {
    await addPhoto(portal, { slug: 'immer' });
    await addPhoto(portal, { slug: 'spaeter', embargoUntil: T });
    await addPhoto(portal, { slug: 'vorbei', validUntil: T });
    await addPhoto(portal, { slug: 'entwurf' });
    await portal.db('assets').where({ slug: 'entwurf' }).update({ state: 'draft' });
    assert.deepEqual(await slugs(around(-1)), ['immer', 'vorbei']);
    assert.deepEqual(await slugs(T), ['immer', 'spaeter']);
  });

  it('lists by event, by name and only so many', async () => {
    const event = await anEvent(portal);
    await addPhoto(portal, { slug: 'a', eventId: event.id });
    await addPhoto(portal, { slug: 'b' });
    await addPhoto(portal, { slug: 'c', eventId: event.id });
    assert.deepEqual(await slugs(MORNING, { eventId: event.id }), ['a', 'c']);
    assert.deepEqual(await slugs(MORNING, { slugs: ['c', 'b', 'x'] }), ['b', 'c']);
    assert.deepEqual(await slugs(MORNING, { slugs: [] }), []);
    assert.deepEqual(await slugs(MORNING, { limit: 2 }), ['a', 'b']);
  });

  it('knows nothing of what is unknown or waits', async () => {
    await addPhoto(portal, { slug: 'spaeter', embargoUntil: T });
    await assert.rejects(getPublicAsset(portal.db, 'spaeter', around(-1)), NotFound);
    await assert.rejects(getPublicAsset(portal.db, 'nirgends', T), NotFound);
    assert.equal((await getPublicAsset(portal.db, 'spaeter', T)).renditions.length, 3);
  });
});

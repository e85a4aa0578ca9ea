import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { discardAsset, moveAsset, saveAsset, withdrawAsset } from '../../src/mediadesk/change-asset.js';
import {
  type Asset,
  type AssetFields,
  addAsset,
  getAsset,
  getPublicAsset,
  listPublicAssets,
  tidyMediaJob,
} from '../../src/mediakit/index.js';
import { Conflict, Gone, NotFound } from '../../src/platform/errors.js';
import { openMediaFiles } from '../../src/platform/media-files.js';
import { exampleAsset, photo } from '../mediakit/example-asset.js';
import { MORNING, onBothDatabases, type TestPortal } from '../support/portal.js';

const LATER = new Date('2024-10-24T07:15:00Z');

onBothDatabases('an asset at the desk', (open) => {
  let portal: TestPortal;
  beforeEach(async () => {
    portal = await open();
  });
  afterEach(() => portal.close());

  async function draft(slug = 'img-1', changes = {}): Promise<Asset> {
    const asset = exampleAsset({ slug, state: 'draft', ...changes });
    const id = await addAsset(portal, 'system', asset, { content: await photo(900, 600) });
    return getAsset(portal.db, id);
  }
  const save = async (asset: Asset, changes: Partial<AssetFields> = {}, step?: 'publish') => {
    await saveAsset(portal, 'staff:1', asset, { ...asset, ...changes }, step);
    return getAsset(portal.db, asset.id);
  };
  const filesOf = (asset: Asset) => asset.renditions.map(({ sha256 }) => sha256);
  const pathOf = (sha256: string) => {
    const store = openMediaFiles(portal.config.dataDir);
    return join(store.folder, store.pathOf(sha256));
  };

  it('has no print and no fixed address before it is published, and both afterwards', async () => {
    const before = await draft();
    assert.deepEqual(
      before.renditions.map(({ name }) => name),
      ['thumb', 'web'],
    );
    const published = await save(before, {}, 'publish');
    assert.equal(published.slug, 'der-saal');
    assert.deepEqual(
      published.renditions.map(({ name, fileName }) => [name, fileName]),
      [
        ['thumb', 'der-saal-thumb.jpg'],
        ['web', 'der-saal-web.jpg'],
        ['print', 'der-saal-print.jpg'],
      ],
    );
    const texts = { ...published.texts, title: { de: 'Anderer Titel', en: 'Another title' } };
    assert.equal((await save(published, { texts })).slug, 'der-saal');
    const [latest] = await portal.db('audit_entries').orderBy('id', 'desc').select('actor', 'action');
    assert.deepEqual({ ...latest }, { actor: 'staff:1', action: 'asset.changed' });
  });

  it('gives two of the same title an address each', async () => {
    const first = await save(await draft('a'), {}, 'publish');
    const second = await save(await draft('b'), {}, 'publish');
    assert.deepEqual([first.slug, second.slug], ['der-saal', 'der-saal-2']);
  });

  it('gets all its files anew when its rights change, and keeps them when they do not', async () => {
    const published = await save(await draft(), {}, 'publish');
    const ended = await save(published, { validUntil: LATER, noEnd: false });
    assert.deepEqual(filesOf(ended), filesOf(published));
    const renamed = await save(ended, { credit: 'Neuer Nachweis' });
    assert.equal(renamed.renditions.length, 3);
    assert.deepEqual(
      filesOf(renamed).filter((sha256) => filesOf(ended).includes(sha256)),
      [],
    );
  });

  it('lets who is downloading an old file finish, and removes it an hour later', async () => {
    const published = await save(await draft(), {}, 'publish');
    const longAgo = new Date(Date.now() - 2 * 3600_000);
    for (const sha256 of filesOf(published)) await utimes(pathOf(sha256), longAgo, longAgo);
    const renamed = await save(published, { credit: 'Neuer Nachweis' });
    const [old] = filesOf(published);
    const job = { payload: {}, cursor: undefined, progress: async () => undefined, stopping: () => false };
    await tidyMediaJob.run(portal, job);
    assert.ok(existsSync(pathOf(old!)));
    for (const sha256 of [...filesOf(published), ...filesOf(renamed)])
      await utimes(pathOf(sha256), longAgo, longAgo);
    await tidyMediaJob.run(portal, job);
    assert.equal(existsSync(pathOf(old!)), false);
    for (const sha256 of filesOf(renamed)) assert.ok(existsSync(pathOf(sha256)));
  });

  it('changes whole or not at all when somebody was faster', async () => {
    const published = await save(await draft(), {}, 'publish');
    await save(published, { credit: 'Schneller' });
    await assert.rejects(save(published, { credit: 'Zu spät' }), Conflict);
    await assert.rejects(withdrawAsset(portal, 'staff:1', published), Conflict);
    assert.equal((await getAsset(portal.db, published.id)).credit, 'Schneller');
  });

  it('of two who publish at the same moment lets one through', async () => {
    const asset = await draft();
    const ends = await Promise.allSettled([save(asset, {}, 'publish'), save(asset, {}, 'publish')]);
    assert.deepEqual(ends.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
    assert.equal((await getAsset(portal.db, asset.id)).renditions.length, 3);
  });

  it('is gone for the public when it is withdrawn, and there again when it is published again', async () => {
    const published = await save(await draft(), {}, 'publish');
    await withdrawAsset(portal, 'staff:1', published);
    await assert.rejects(getPublicAsset(portal.db, published.slug, MORNING), Gone);
    const withdrawn = await getAsset(portal.db, published.id);
    await assert.rejects(withdrawAsset(portal, 'staff:1', withdrawn), Conflict);
    await save(withdrawn, {}, 'publish');
    assert.equal((await getPublicAsset(portal.db, published.slug, MORNING)).id, published.id);
  });

  it('was never there when it is withdrawn before its embargo ends, also afterwards', async () => {
    const waiting = await save(await draft(), { embargoUntil: LATER }, 'publish');
    await withdrawAsset(portal, 'staff:1', waiting);
    for (const now of [MORNING, LATER])
      await assert.rejects(getPublicAsset(portal.db, waiting.slug, now), NotFound);
  });

  it('is thrown away as a draft, with the file it came from, and never after it was published', async () => {
    const asset = await draft();
    await discardAsset(portal, 'staff:1', asset);
    await assert.rejects(getAsset(portal.db, asset.id), NotFound);
    await assert.rejects(portal.files.read(asset.master!.file), NotFound);
    assert.equal((await portal.db('renditions')).length, 0);
    const published = await save(await draft('b'), {}, 'publish');
    await withdrawAsset(portal, 'staff:1', published);
    await assert.rejects(discardAsset(portal, 'staff:1', await getAsset(portal.db, published.id)), Conflict);
  });

  it('offers the untouched file only when the team says so', async () => {
    const content = await photo(900, 600);
    const id = await addAsset(portal, 'system', exampleAsset({ slug: 'x', state: 'draft' }), { content });
    const published = await save(await getAsset(portal.db, id), { offersOriginal: true }, 'publish');
    const store = openMediaFiles(portal.config.dataDir);
    const original = published.renditions.find(({ name }) => name === 'original');
    assert.deepEqual(await store.read(original!.sha256), content);
    const without = await save(published, { offersOriginal: false });
    assert.equal(without.renditions.length, 3);
  });

  it('moves one place in the gallery, and no further than its ends', async () => {
    for (const slug of ['a', 'b', 'c'])
      await addAsset(portal, 'system', exampleAsset({ slug }), { content: await photo(60, 40) });
    const slugs = async () => (await listPublicAssets(portal.db, { now: MORNING })).map(({ slug }) => slug);
    const [{ id }] = await portal.db('assets').where({ slug: 'c' });
    for (const expected of [
      ['a', 'c', 'b'],
      ['c', 'a', 'b'],
      ['c', 'a', 'b'],
    ]) {
      await moveAsset(portal, 'staff:1', id, 'up');
      assert.deepEqual(await slugs(), expected);
    }
    await moveAsset(portal, 'staff:1', id, 'down');
    assert.deepEqual(await slugs(), ['a', 'c', 'b']);
    // Two that came in at the same moment may have had one place.
    await portal.db('assets').update({ position: 1 });
    assert.deepEqual(await slugs(), ['a', 'b', 'c']);
    await moveAsset(portal, 'staff:1', id, 'up');
    assert.deepEqual(await slugs(), ['a', 'c', 'b']);
  });
});

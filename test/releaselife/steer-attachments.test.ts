import assert from 'node:assert/strict';
import { saveAsset } from '../../src/mediadesk/change-asset.js';
import { type Asset, getAsset, isPublicAsset } from '../../src/mediakit/index.js';
import { Conflict } from '../../src/platform/errors.js';
import { changeEmbargo } from '../../src/releaselife/change-embargo.js';
import { getDeskRelease } from '../../src/releaselife/desk-release-repository.js';
import { moveRelease } from '../../src/releaselife/move-release.js';
import { Overtaken } from '../../src/releaselife/overtaken.js';
import { listHistory } from '../../src/releaselife/release-history-repository.js';
import type { Member } from '../../src/staff/index.js';
import { onBothDatabases, type TestPortal } from '../support/portal.js';
import { someMember } from '../support/staff.js';
import { aDraft, anAttachment, historyOf, move, seenOf } from './a-draft.js';

const EVE = new Date('2024-10-23T16:00:00Z');
const OPENING = new Date('2024-10-24T07:15:00Z');
const AFTER = new Date('2024-10-25T07:15:00Z');

onBothDatabases('the attachments of a release', (open) => {
  let portal: TestPortal;
  let ute: Member;
  beforeEach(async () => {
    portal = await open();
    ute = await someMember(portal, 'editor');
  });
  afterEach(() => portal.close());

  const withAttachment = (asset: Asset, plan: { embargoUntil?: Date } = { embargoUntil: OPENING }) =>
    aDraft(portal, ute, { content: { assets: [asset.slug] }, plan });
  const now = (asset: Asset) => getAsset(portal.db, asset.id);
  const stateOf = async (id: number) => (await getDeskRelease(portal.db, id)).release.state;
  const newestAudit = async (asset: Asset) => {
    const subject = `asset:${asset.id}`;
    const entry = await portal.db('audit_entries').where({ subject }).orderBy('id', 'desc').first();
    return { actor: entry.actor, action: entry.action, ...JSON.parse(entry.details) };
  };

  it('are published with it where they are drafts, with their files and under its embargo', async () => {
    const draft = await anAttachment(portal, { state: 'draft' });
    const stranger = await anAttachment(portal, { state: 'draft' });
    const id = await withAttachment(draft);
    await move(portal, ute, id, 'publish');
    const asset = await now(draft);
    assert.deepEqual([asset.state, asset.slug, asset.embargoUntil], ['published', draft.slug, OPENING]);
    assert.deepEqual(
      asset.renditions.map(({ name }) => name),
      ['thumb', 'web', 'print'],
    );
    assert.deepEqual(
      [new Date(OPENING.getTime() - 1000), OPENING].map((at) => isPublicAsset(asset, at)),
      [false, true],
    );
    assert.deepEqual(await historyOf(portal, id), ['created', 'saved', 'attachmentPublished', 'publish']);
    assert.deepEqual(await now(stranger), stranger);
    assert.deepEqual(await newestAudit(draft), {
      ...{ actor: `staff:${ute.id}`, action: 'asset.published' },
      ...{ cause: `release:${id}`, embargoUntil: OPENING.toISOString() },
    });
  });

  it('are public with it at once where it has no embargo', async () => {
    const draft = await anAttachment(portal, { state: 'draft' });
    await move(portal, ute, await withAttachment(draft, {}), 'publish');
    assert.equal(isPublicAsset(await now(draft), portal.clock.now()), true);
  });

  it('keep a later embargo of their own', async () => {
    const draft = await anAttachment(portal, { state: 'draft', embargoUntil: AFTER });
    await move(portal, ute, await withAttachment(draft), 'publish');
    assert.deepEqual((await now(draft)).embargoUntil, AFTER);
  });

  it('stop it while one of them is not complete, and none is published', async () => {
    const [whole, part] = [
      await anAttachment(portal, { state: 'draft' }),
      await anAttachment(portal, { state: 'draft', credit: '', licensor: '' }),
    ];
    const id = await aDraft(portal, ute, { content: { assets: [whole.slug, part.slug] } });
    await assert.rejects(move(portal, ute, id, 'publish'), Conflict);
    assert.deepEqual([await stateOf(id), (await now(whole)).state], ['draft', 'draft']);
  });

  it('stay as they are when they are public or end earlier, unless the member says otherwise', async () => {
    for (const embargoUntil of [undefined, EVE]) {
      const asset = await anAttachment(portal, { embargoUntil });
      await move(portal, ute, await withAttachment(asset), 'publish');
      assert.deepEqual(await now(asset), { ...asset, addressKept: true });
      const id = await withAttachment(asset);
      const seen = await seenOf(portal, id);
      await moveRelease(portal, ute, seen, { step: 'publish', along: [await now(asset)] });
      assert.deepEqual((await now(asset)).embargoUntil, OPENING);
      const [, line] = await listHistory(portal.db, id);
      assert.deepEqual([line?.action, line?.note], ['attachmentHeld', 'Der Saal']);
      assert.equal((await newestAudit(asset)).action, 'asset.embargoChanged');
    }
  });

  it('stop it when one changed since the member saw it, or is none of its own', async () => {
    const [asset, stranger] = [await anAttachment(portal), await anAttachment(portal)];
    const id = await withAttachment(asset);
    await saveAsset(portal, 'staff:9', asset, { ...asset, credit: 'Schneller' });
    const seen = await seenOf(portal, id);
    for (const along of [[asset], [stranger]])
      await assert.rejects(moveRelease(portal, ute, seen, { step: 'publish', along }), Overtaken);
    assert.deepEqual(
      [await stateOf(id), (await now(asset)).embargoUntil, (await now(stranger)).embargoUntil],
      ['draft', undefined, undefined],
    );
  });

  describe('when its embargo changes', () => {
    let asset: Asset;
    let id: number;
    beforeEach(async () => {
      asset = await anAttachment(portal, { embargoUntil: OPENING });
      id = await withAttachment(asset);
      await move(portal, ute, id, 'publish');
    });
    const change = async (until: Date | undefined, along: Asset[]) =>
      changeEmbargo(portal, ute, await seenOf(portal, id), { until, reason: 'Vorgezogen.', along });

    it('move with it, or stay', async () => {
      await change(AFTER, [asset]);
      assert.deepEqual((await now(asset)).embargoUntil, AFTER);
      await change(OPENING, []);
      assert.deepEqual((await now(asset)).embargoUntil, AFTER);
    });

    it('are lifted with it, in the same second', async () => {
      await change(undefined, [asset]);
      assert.equal(isPublicAsset(await now(asset), portal.clock.now()), true);
      assert.deepEqual((await historyOf(portal, id)).slice(-2), ['attachmentFreed', 'embargoLifted']);
    });

    it('change nothing when one was changed meanwhile', async () => {
      await saveAsset(portal, 'staff:9', asset, { ...asset, credit: 'Schneller' });
      await assert.rejects(change(undefined, [asset]), Overtaken);
      assert.deepEqual((await getDeskRelease(portal.db, id)).release.embargoUntil, OPENING);
    });
  });
});

import assert from 'node:assert/strict';
import { saveAsset } from '../../src/mediadesk/change-asset.js';
import { getAsset } from '../../src/mediakit/index.js';
import { Conflict } from '../../src/platform/errors.js';
import { findAutosave } from '../../src/releaselife/autosave-repository.js';
import { getDeskRelease } from '../../src/releaselife/desk-release-repository.js';
import { keepAutosave } from '../../src/releaselife/keep-autosave.js';
import { Overtaken } from '../../src/releaselife/overtaken.js';
import { listHistory } from '../../src/releaselife/release-history-repository.js';
import { discardTyped, saveRelease } from '../../src/releaselife/save-release.js';
import type { Member } from '../../src/staff/index.js';
import { onBothDatabases, type TestPortal } from '../support/portal.js';
import { someMember } from '../support/staff.js';
import { aDraft, anAttachment, CONTENT, edit, historyOf, move, seenOf } from './a-draft.js';

onBothDatabases('saving a release', (open) => {
  let portal: TestPortal;
  let ute: Member;
  let mia: Member;
  let id: number;
  beforeEach(async () => {
    portal = await open();
    ute = await someMember(portal, 'editor');
    mia = await someMember(portal, 'editor');
    id = await aDraft(portal, ute);
  });
  afterEach(() => portal.close());

  it('keeps the text, who wrote it, a line of history, and moves the address with the title', async () => {
    await saveRelease(
      portal,
      mia,
      await seenOf(portal, id),
      await edit(portal, id, { title: 'Neuer Titel' }),
    );
    const { release, editedBy, revision } = await getDeskRelease(portal.db, id);
    assert.deepEqual(
      [release.title, release.slug, editedBy, revision],
      ['Neuer Titel', 'neuer-titel', mia.id, 4],
    );
    const [newest] = await listHistory(portal.db, id);
    assert.deepEqual(
      [newest?.action, newest?.staffId, newest?.content?.title],
      ['saved', mia.id, 'Neuer Titel'],
    );
    assert.equal((await portal.db('audit_entries').orderBy('id', 'desc').first()).action, 'release.saved');
  });

  it('changes nothing where nothing was changed, and makes nobody its writer', async () => {
    await saveRelease(portal, mia, await seenOf(portal, id), await edit(portal, id, {}));
    const { editedBy, revision } = await getDeskRelease(portal.db, id);
    assert.deepEqual([editedBy, revision], [ute.id, 3]);
    assert.deepEqual(await historyOf(portal, id), ['created', 'saved']);
  });

  it('of two who opened the same text takes the first, and overwrites nobody', async () => {
    const seen = await seenOf(portal, id);
    const [mine, theirs] = [
      await edit(portal, id, { teaser: 'Utes.' }),
      await edit(portal, id, { teaser: 'Mias.' }),
    ];
    const results = await Promise.allSettled([
      saveRelease(portal, ute, seen, mine),
      saveRelease(portal, mia, seen, theirs),
    ]);
    const refused = results.filter((result) => result.status === 'rejected');
    assert.equal(refused.length, 1);
    assert.ok(refused[0]?.reason instanceof Overtaken);
    assert.equal((await getDeskRelease(portal.db, id)).revision, seen.revision + 1);
    assert.deepEqual(await historyOf(portal, id), ['created', 'saved', 'saved']);
  });

  it('takes away what was kept in the background, unless the save is refused', async () => {
    const seen = await seenOf(portal, id);
    const entered = { title: 'Halb getippt' };
    for (const member of [ute, mia]) await keepAutosave(portal, member, seen, entered);
    await saveRelease(portal, ute, seen, await edit(portal, id, { teaser: 'Utes.' }));
    assert.equal(await findAutosave(portal.db, id, ute.id), undefined);
    await assert.rejects(
      saveRelease(portal, mia, seen, await edit(portal, id, { teaser: 'Mias.' })),
      Overtaken,
    );
    assert.deepEqual((await findAutosave(portal.db, id, mia.id))?.entered, entered);
  });

  it('keeps the address of a draft it names, whatever the title of the file becomes', async () => {
    const draft = await anAttachment(portal, { slug: 'img-1', state: 'draft' });
    const other = await anAttachment(portal, { slug: 'img-2', state: 'draft' });
    await saveRelease(
      portal,
      ute,
      await seenOf(portal, id),
      await edit(portal, id, { assets: [draft.slug] }),
    );
    for (const asset of [draft, other]) await saveAsset(portal, 'staff:1', asset, asset);
    assert.deepEqual(
      [(await getAsset(portal.db, draft.id)).slug, (await getAsset(portal.db, other.id)).slug],
      ['img-1', 'der-saal'],
    );
  });

  it('is refused once the release is scheduled', async () => {
    const plan = { eventId: undefined, atOnce: false, embargoUntil: undefined };
    const later = { ...plan, publishAt: new Date('2024-10-24T07:15:00Z') };
    await saveRelease(portal, ute, await seenOf(portal, id), { content: CONTENT, plan: later });
    await move(portal, ute, id, 'publish');
    await assert.rejects(
      saveRelease(portal, mia, await seenOf(portal, id), await edit(portal, id, { teaser: 'Zu spät.' })),
      Conflict,
    );
  });

  it('keeps in the history what somebody gives up for a colleague’s text', async () => {
    await discardTyped(portal, mia, id, { ...CONTENT, teaser: 'Mein Vorspann.' });
    const [newest] = await listHistory(portal.db, id);
    assert.deepEqual([newest?.action, newest?.content?.teaser], ['discarded', 'Mein Vorspann.']);
    assert.equal((await getDeskRelease(portal.db, id)).release.teaser, CONTENT.teaser);
  });
});

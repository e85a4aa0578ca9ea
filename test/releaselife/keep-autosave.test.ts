import assert from 'node:assert/strict';
import { findAutosave } from '../../src/releaselife/autosave-repository.js';
import { getDeskRelease } from '../../src/releaselife/desk-release-repository.js';
import { discardAutosave, keepAutosave } from '../../src/releaselife/keep-autosave.js';
import { saveRelease } from '../../src/releaselife/save-release.js';
import { MORNING, onBothDatabases, type TestPortal } from '../support/portal.js';
import { someMember } from '../support/staff.js';
import { aDraft, CONTENT, edit, seenOf } from './a-draft.js';

onBothDatabases('keeping what is typed', (open) => {
  let portal: TestPortal;
  beforeEach(async () => {
    portal = await open();
  });
  afterEach(() => portal.close());

  it('keeps one text for each member, the latest, and leaves the release alone', async () => {
    const [ute, mia] = [await someMember(portal, 'editor'), await someMember(portal, 'editor')];
    const id = await aDraft(portal, ute);
    const seen = await seenOf(portal, id);
    await keepAutosave(portal, ute, seen, { title: 'Eins' });
    await keepAutosave(portal, mia, seen, { title: 'Mias' });
    await keepAutosave(portal, ute, seen, { title: 'Zwei' });
    assert.deepEqual(await findAutosave(portal.db, id, ute.id), {
      revision: seen.revision,
      savedAt: MORNING,
      entered: { title: 'Zwei' },
    });
    assert.deepEqual((await findAutosave(portal.db, id, mia.id))?.entered, { title: 'Mias' });
    assert.equal((await getDeskRelease(portal.db, id)).release.title, CONTENT.title);
    await discardAutosave(portal, ute, id);
    assert.equal(await findAutosave(portal.db, id, ute.id), undefined);
    assert.notEqual(await findAutosave(portal.db, id, mia.id), undefined);
  });

  it('tells that a colleague saved meanwhile', async () => {
    const [ute, mia] = [await someMember(portal, 'editor'), await someMember(portal, 'editor')];
    const id = await aDraft(portal, ute);
    const seen = await seenOf(portal, id);
    await saveRelease(portal, mia, seen, await edit(portal, id, { teaser: 'Mias.' }));
    const { desk } = await keepAutosave(portal, ute, seen, { title: 'Meins' });
    assert.deepEqual([desk.revision, desk.editedBy], [seen.revision + 1, mia.id]);
  });
});

import assert from 'node:assert/strict';
import { Forbidden } from '../../src/platform/errors.js';
import { getDeskRelease } from '../../src/releaselife/desk-release-repository.js';
import { Overtaken } from '../../src/releaselife/overtaken.js';
import { removeRelease } from '../../src/releaselife/remove-release.js';
import { saveRelease } from '../../src/releaselife/save-release.js';
import type { Member } from '../../src/staff/index.js';
import { onBothDatabases, type TestPortal } from '../support/portal.js';
import { someMember } from '../support/staff.js';
import { aDraft, edit, move, seenOf } from './a-draft.js';

onBothDatabases('deleting a draft', (open) => {
  let portal: TestPortal;
  let ute: Member;
  let id: number;
  beforeEach(async () => {
    portal = await open();
    ute = await someMember(portal, 'editor');
    id = await aDraft(portal, ute);
  });
  afterEach(() => portal.close());

  it('takes everything with it but the audit entry', async () => {
    await removeRelease(portal, ute, await seenOf(portal, id));
    assert.equal(await portal.db('releases').where({ id }).first(), undefined);
    assert.equal(await portal.db('release_history').where({ release_id: id }).first(), undefined);
    const audit = await portal.db('audit_entries').orderBy('id', 'desc').first();
    assert.deepEqual([audit.action, audit.subject], ['release.removed', `release:${id}`]);
  });

  it('is refused where it was scheduled once, and to whoever saw an earlier text', async () => {
    const seen = await seenOf(portal, id);
    await saveRelease(portal, ute, seen, await edit(portal, id, { teaser: 'Neu.' }));
    await assert.rejects(removeRelease(portal, ute, seen), Overtaken);
    const plan = { atOnce: false, publishAt: new Date('2024-10-24T07:15:00Z') };
    const known = await aDraft(portal, ute, { plan });
    await move(portal, ute, known, 'publish');
    await move(portal, ute, known, 'takeBack');
    await assert.rejects(removeRelease(portal, ute, await seenOf(portal, known)), Forbidden);
    assert.equal((await getDeskRelease(portal.db, known)).release.state, 'draft');
  });
});

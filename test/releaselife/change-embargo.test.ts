import assert from 'node:assert/strict';
import { releasedAt } from '../../src/newsroom/index.js';
import { Conflict } from '../../src/platform/errors.js';
import { changeEmbargo } from '../../src/releaselife/change-embargo.js';
import { getDeskRelease } from '../../src/releaselife/desk-release-repository.js';
import { stateAt } from '../../src/releaselife/life.js';
import { listHistory } from '../../src/releaselife/release-history-repository.js';
import type { Member } from '../../src/staff/index.js';
import { onBothDatabases, type TestPortal } from '../support/portal.js';
import { someMember } from '../support/staff.js';
import { aDraft, move, seenOf } from './a-draft.js';

const OPENING = new Date('2024-10-24T07:15:00Z');
const EVE = new Date('2024-10-23T16:00:00Z');

onBothDatabases('changing an embargo', (open) => {
  let portal: TestPortal;
  let ute: Member;
  let id: number;
  beforeEach(async () => {
    portal = await open();
    ute = await someMember(portal, 'editor');
    id = await aDraft(portal, ute, { plan: { embargoUntil: OPENING } });
    await move(portal, ute, id, 'publish');
    portal.moveClock(EVE);
  });
  afterEach(() => portal.close());

  const change = async (until: Date | undefined) =>
    changeEmbargo(portal, ute, await seenOf(portal, id), { until, reason: 'Die Rede wurde vorgezogen.' });

  it('lifts it with a reason: public from this moment on, and dated so', async () => {
    await change(undefined);
    const { release } = await getDeskRelease(portal.db, id);
    assert.equal(stateAt(release, EVE), 'published');
    assert.deepEqual([release.embargoUntil, releasedAt(release)], [undefined, EVE]);
    const [newest] = await listHistory(portal.db, id);
    assert.deepEqual([newest?.action, newest?.note], ['embargoLifted', 'Die Rede wurde vorgezogen.']);
    const audit = await portal.db('audit_entries').orderBy('id', 'desc').first();
    assert.deepEqual([audit.action, audit.subject], ['release.embargoLifted', `release:${id}`]);
  });

  it('moves it, and leaves the planned moment as it is', async () => {
    const later = new Date('2024-10-24T09:00:00Z');
    await change(later);
    const { release } = await getDeskRelease(portal.db, id);
    assert.deepEqual([stateAt(release, OPENING), releasedAt(release)], ['scheduled', later]);
    assert.equal((await listHistory(portal.db, id))[0]?.action, 'embargoMoved');
  });

  it('comes too late once it has lapsed', async () => {
    portal.moveClock(OPENING);
    await assert.rejects(change(undefined), Conflict);
    await assert.rejects(change(new Date('2024-10-25T07:00:00Z')), Conflict);
  });
});

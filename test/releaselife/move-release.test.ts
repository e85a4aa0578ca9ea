import assert from 'node:assert/strict';
import { isPublicRelease } from '../../src/newsroom/index.js';
import { Conflict, Forbidden } from '../../src/platform/errors.js';
import { getDeskRelease } from '../../src/releaselife/desk-release-repository.js';
import { stateAt } from '../../src/releaselife/life.js';
import { moveRelease } from '../../src/releaselife/move-release.js';
import { Overtaken } from '../../src/releaselife/overtaken.js';
import { listHistory } from '../../src/releaselife/release-history-repository.js';
import { saveRelease } from '../../src/releaselife/save-release.js';
import type { Member } from '../../src/staff/index.js';
import { anEvent } from '../support/factories.js';
import { MORNING, onBothDatabases, type TestPortal } from '../support/portal.js';
import { someMember } from '../support/staff.js';
import { aDraft, edit, historyOf, move, seenOf } from './a-draft.js';

const OPENING = new Date('2024-10-24T07:15:00Z');
const second = (seconds: number) => new Date(OPENING.getTime() + seconds * 1000);

onBothDatabases('the steps of a release', (open) => {
  let portal: TestPortal;
  let ute: Member;
  let ben: Member;
  beforeEach(async () => {
    portal = await open();
    ute = await someMember(portal, 'editor');
    ben = await someMember(portal, 'editor');
  });
  afterEach(() => portal.close());

  const stateOf = async (id: number) =>
    stateAt((await getDeskRelease(portal.db, id)).release, portal.clock.now());
  const ofStrictEvent = async (plan = {}) => {
    const event = await anEvent(portal, { releaseApproval: true });
    return aDraft(portal, ute, { plan: { eventId: event.id, ...plan } });
  };

  it('publish at once what one person may publish alone', async () => {
    const id = await aDraft(portal, ute);
    await move(portal, ute, id, 'publish');
    const { release } = await getDeskRelease(portal.db, id);
    assert.equal(await stateOf(id), 'published');
    assert.deepEqual([release.publishAt, release.updatedAt, release.version], [MORNING, MORNING, 1]);
    assert.deepEqual(await historyOf(portal, id), ['created', 'saved', 'publish']);
    assert.equal((await portal.db('audit_entries').orderBy('id', 'desc').first()).action, 'release.publish');
  });

  it('publish at the planned second, without anybody acting then', async () => {
    const id = await aDraft(portal, ute, { plan: { atOnce: false, publishAt: OPENING } });
    await move(portal, ute, id, 'publish');
    for (const [now, state] of [
      [second(-1), 'scheduled'],
      [second(0), 'published'],
    ] as const) {
      portal.moveClock(now);
      assert.equal(await stateOf(id), state);
      assert.equal(
        isPublicRelease((await getDeskRelease(portal.db, id)).release, now),
        state === 'published',
      );
    }
  });

  it('let nothing appear in the past: what was planned for earlier appears now, and its year follows', async () => {
    const id = await aDraft(portal, ute, { plan: { atOnce: false, publishAt: OPENING } });
    portal.moveClock(new Date('2025-01-02T08:00:00Z'));
    await move(portal, ute, id, 'publish');
    const { release } = await getDeskRelease(portal.db, id);
    assert.deepEqual([release.publishAt, release.year], [portal.clock.now(), 2025]);
  });

  it('need a second person where the event asks for one', async () => {
    const id = await ofStrictEvent();
    await assert.rejects(move(portal, ute, id, 'publish'), Forbidden);
    await move(portal, ute, id, 'submit', 'Bitte bis Mittag.');
    await assert.rejects(move(portal, ute, id, 'approve'), Forbidden);
    await move(portal, ben, id, 'approve');
    assert.equal(await stateOf(id), 'published');
    assert.deepEqual(await historyOf(portal, id), ['created', 'saved', 'submit', 'approve']);
  });

  it('let nobody approve what they wrote last themselves', async () => {
    const id = await ofStrictEvent();
    await move(portal, ute, id, 'submit');
    await saveRelease(portal, ben, await seenOf(portal, id), await edit(portal, id, { teaser: 'Bens.' }));
    await assert.rejects(move(portal, ben, id, 'approve'), Forbidden);
    await move(portal, await someMember(portal, 'editor'), id, 'approve');
  });

  it('go back to the writer with a note, and once more to approval', async () => {
    const id = await ofStrictEvent();
    await move(portal, ute, id, 'submit');
    await move(portal, ben, id, 'return', 'Das Datum fehlt.');
    const [newest] = await listHistory(portal.db, id);
    assert.deepEqual(
      [await stateOf(id), newest?.note, newest?.staffId],
      ['draft', 'Das Datum fehlt.', ben.id],
    );
    await move(portal, ute, id, 'submit');
    await move(portal, ute, id, 'recall');
    assert.equal(await stateOf(id), 'draft');
    assert.equal((await getDeskRelease(portal.db, id)).proposedBy, undefined);
  });

  it('leave a release the address that it was scheduled under, whatever its title becomes', async () => {
    const id = await aDraft(portal, ute, { plan: { atOnce: false, publishAt: OPENING } });
    await move(portal, ute, id, 'publish');
    await move(portal, ute, id, 'takeBack');
    await saveRelease(portal, ute, await seenOf(portal, id), await edit(portal, id, { title: 'Anders' }));
    assert.equal((await getDeskRelease(portal.db, id)).release.slug, 'digitale-verwaltung-waechst');
  });

  it('take a scheduled one back before its time, and no later', async () => {
    const id = await aDraft(portal, ute, { plan: { atOnce: false, publishAt: OPENING } });
    await move(portal, ute, id, 'publish');
    await move(portal, ben, id, 'takeBack');
    assert.equal(await stateOf(id), 'draft');
    await move(portal, ute, id, 'publish');
    portal.moveClock(OPENING);
    await assert.rejects(move(portal, ben, id, 'takeBack'), Conflict);
  });

  it('withdraw what is public, with a note that everybody reads', async () => {
    const id = await aDraft(portal, ute);
    await assert.rejects(move(portal, ute, id, 'withdraw', 'Falsch.'), Conflict);
    await move(portal, ute, id, 'publish');
    await move(portal, ben, id, 'withdraw', 'Die Zahlen waren falsch.');
    const { release } = await getDeskRelease(portal.db, id);
    assert.equal(release.state, 'withdrawn');
    assert.deepEqual(release.withdrawal, { at: MORNING, note: 'Die Zahlen waren falsch.' });
  });

  it('publish nothing that lacks its text or its contact', async () => {
    for (const content of [{ teaser: '' }, { body: ' ' }, { contact: { name: '', email: '', phone: '' } }]) {
      const id = await aDraft(portal, ute, { content });
      await assert.rejects(move(portal, ute, id, 'publish'), Conflict);
      assert.equal(await stateOf(id), 'draft');
    }
  });

  it('are refused to whoever saw an earlier text', async () => {
    const id = await ofStrictEvent();
    await move(portal, ute, id, 'submit');
    const seen = await seenOf(portal, id);
    await saveRelease(portal, ute, seen, await edit(portal, id, { teaser: 'Untergeschoben.' }));
    await assert.rejects(moveRelease(portal, ben, seen, { step: 'approve' }), Overtaken);
    assert.equal(await stateOf(id), 'in_approval');
  });
});

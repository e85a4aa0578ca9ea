import assert from 'node:assert/strict';
import { moveEvent } from '../../src/eventdesk/move-event.js';
import { getEvent } from '../../src/events/index.js';
import { Conflict } from '../../src/platform/errors.js';
import { anEvent } from '../support/factories.js';
import { onBothDatabases, type TestPortal } from '../support/portal.js';

onBothDatabases('publishing and archiving', (open) => {
  let portal: TestPortal;
  beforeEach(async () => {
    portal = await open();
  });
  afterEach(() => portal.close());

  it('goes from draft to the public, to the archive and back, each step in the audit log', async () => {
    const { id, slug } = await anEvent(portal, { state: 'draft' });
    for (const [step, state] of [
      ['publish', 'published'],
      ['archive', 'archived'],
      ['reopen', 'published'],
    ] as const) {
      await moveEvent(portal, 'staff:1', await getEvent(portal.db, id), step);
      assert.equal((await getEvent(portal.db, id)).state, state);
    }
    const actions = (await portal.db('audit_entries').orderBy('id')).map(({ action }) => action);
    assert.deepEqual(actions, ['event.published', 'event.archived', 'event.reopened']);
    assert.equal((await getEvent(portal.db, id)).slug, slug);
  });

  it('refuses a step from the wrong state, and an editor who saw an older version', async () => {
    const event = await anEvent(portal);
    await assert.rejects(moveEvent(portal, 'staff:1', event, 'publish'), Conflict);
    await assert.rejects(moveEvent(portal, 'staff:1', { ...event, version: 0 }, 'archive'), Conflict);
    assert.equal((await getEvent(portal.db, event.id)).state, 'published');
  });
});

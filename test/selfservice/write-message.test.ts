import assert from 'node:assert/strict';
import { findRequest, listMessages, STATES } from '../../src/accreditation/index.js';
import { Conflict } from '../../src/platform/errors.js';
import { writeMessage } from '../../src/selfservice/write-message.js';
import { anApplicant, noticesOf } from '../support/applicant.js';
import { onBothDatabases, type TestPortal } from '../support/portal.js';

onBothDatabases('writing to the team', (open) => {
  let portal: TestPortal;
  before(async () => {
    portal = await open();
  });
  after(() => portal.close());

  const live = ['received', 'in_review', 'info_requested', 'approved', 'approved_limited', 'waitlisted'];

  it('is possible while the request is live, and refused in every other state', async () => {
    for (const state of STATES) {
      const { request } = await anApplicant(portal, { state });
      const writing = writeMessage(portal, request.id, { text: 'Hallo', submission: `s-${state}` });
      if (live.includes(state)) await writing;
      else await assert.rejects(writing, Conflict, state);
      assert.equal((await listMessages(portal.db, request.id)).length, live.includes(state) ? 1 : 0, state);
    }
  });

  it('leaves state and version as they are and tells the team', async () => {
    const { request } = await anApplicant(portal);
    await writeMessage(portal, request.id, { text: 'Hallo', submission: 'once' });
    await writeMessage(portal, request.id, { text: 'Hallo', submission: 'once' });
    assert.equal((await listMessages(portal.db, request.id)).length, 1);
    assert.equal((await findRequest(portal.db, request.id))?.version, request.version);
    const notices = (await noticesOf(portal, 'message')).filter(({ requestId }) => requestId === request.id);
    assert.equal(notices.length, 1);
  });

  it('works for somebody whose rejection has not left yet, as if there were none', async () => {
    const { request } = await anApplicant(portal, { state: 'rejected', shownState: 'in_review' });
    await writeMessage(portal, request.id, { text: 'Hallo', submission: 'waiting' });
    assert.equal((await findRequest(portal.db, request.id))?.state, 'rejected');
  });
});

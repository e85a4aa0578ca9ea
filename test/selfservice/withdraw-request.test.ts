import assert from 'node:assert/strict';
import { findRequest, listHistory, STATES, subjectOf } from '../../src/accreditation/index.js';
import { Conflict } from '../../src/platform/errors.js';
import { queueMail } from '../../src/platform/outbox.js';
import { withdrawRequest } from '../../src/selfservice/withdraw-request.js';
import { insertWaitingDecision, toBefore } from '../../src/undo/waiting-repository.js';
import { anApplicant } from '../support/applicant.js';
import { MORNING, onBothDatabases, type TestPortal } from '../support/portal.js';

onBothDatabases('withdrawing a request', (open) => {
  let portal: TestPortal;
  beforeEach(async () => {
    portal = await open();
  });
  afterEach(() => portal.close());

  it('ends every open or approved request, is fine twice, and is refused in every other state', async () => {
    const possible = [
      'unconfirmed',
      'received',
      'in_review',
      'info_requested',
      'approved',
      'approved_limited',
    ];
    for (const state of STATES) {
      const { request } = await anApplicant(portal, { state });
      const withdrawing = withdrawRequest(portal, request.id);
      if ([...possible, 'waitlisted', 'withdrawn'].includes(state)) await withdrawing;
      else await assert.rejects(withdrawing, Conflict, state);
    }
  });

  it('is confirmed by one letter in the language of the request, with the personal link', async () => {
    const { request, page } = await anApplicant(portal);
    await portal.sendMails();
    await withdrawRequest(portal, request.id);
    await withdrawRequest(portal, request.id);
    const after = await findRequest(portal.db, request.id);
    assert.deepEqual([after?.state, after?.shownState], ['withdrawn', 'withdrawn']);
    const mails = await portal.sendMails();
    assert.equal(mails.length, 1);
    assert.match(mails[0]!.subject, new RegExp(`${request.reference} zurückgezogen`));
    assert.ok(mails[0]!.text.includes(`https://press.example${page}`));
    assert.equal((await listHistory(portal.db, request.id)).at(-1)?.step, 'withdraw');
  });

  it('counts once when it is asked for twice at the same moment', async () => {
    for (let round = 0; round < 4; round += 1) {
      const { request } = await anApplicant(portal);
      await portal.sendMails();
      await Promise.all([1, 2, 3].map(() => withdrawRequest(portal, request.id)));
      assert.equal((await portal.sendMails()).length, 1);
    }
  });

  it('keeps a decision whose letter still waits from ever coming into force', async () => {
    const { request } = await anApplicant(portal, { state: 'rejected', shownState: 'in_review' });
    await portal.sendMails();
    const decision = {
      ...{ kind: 'x', to: request.email, lang: request.lang, subject: 'Abgelehnt', body: '' },
      ...{
        about: subjectOf(request),
        afterSent: 'decision',
        notBefore: new Date(MORNING.getTime() + 600_000),
      },
    } as const;
    await portal.db.transaction(async (trx) => {
      const mailId = await queueMail(trx, decision, MORNING);
      const before = toBefore(request, { slots: [] });
      const waiting = { mailId, requestId: request.id, state: 'rejected', before, historyId: 1 } as const;
      await insertWaitingDecision(trx, { ...waiting, messageId: undefined });
    });
    await withdrawRequest(portal, request.id);
    const subjects = (await portal.sendMails(new Date('2024-10-30T00:00:00Z'))).map(({ subject }) => subject);
    assert.equal(subjects.length, 1);
    assert.match(subjects[0]!, /zurückgezogen/);
    assert.equal((await findRequest(portal.db, request.id))?.shownState, 'withdrawn');
    assert.deepEqual(await portal.db('waiting_decisions'), [], 'and nothing is left to undo');
  });
});

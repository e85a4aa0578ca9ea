import assert from 'node:assert/strict';
import { addHistory, changeRequest } from '../../src/accreditation/index.js';
import { anEvent, aRequest } from '../support/factories.js';
import { MORNING, openPortal, type TestPortal } from '../support/portal.js';
import { signInAs } from '../support/staff.js';

describe('the first page of the desk', () => {
  let portal: TestPortal;
  beforeEach(async () => {
    portal = await openPortal();
  });
  afterEach(() => portal.close());

  it('says what needs a hand now, with links into the lists', async () => {
    const event = await anEvent(portal);
    await aRequest(portal, { event, input: { firstName: 'Älteste', lastName: 'Beispiel' } });
    const answered = await aRequest(portal, { event });
    await changeRequest(portal.db, answered, { state: 'in_review' }, MORNING);
    const entry = { actor: 'applicant', actorName: '', details: {}, at: MORNING, shownAt: MORNING };
    await addHistory(portal.db, answered.id, { step: 'answer', state: 'in_review', ...entry });
    await portal
      .db('outgoing_mails')
      .where({ about: `request:${answered.id}` })
      .update({ state: 'bounced' });
    portal.moveClock(new Date('2024-10-23T09:00:00Z'));

    const page = await (await signInAs(portal, 'administrator')).visit('/staff');
    assert.match(page.text, /2 offene Anträge sind heute fällig oder überfällig/);
    assert.match(page.text, /href="\/staff\/requests\?tab=answered">1 Antwort auf eine Nachforderung ist da/);
    assert.match(page.text, /1 neuer Antrag ist niemandem zugewiesen/);
    assert.match(page.text, /Jemand wartet auf Ihre Entscheidung\./);
    assert.match(page.text, /Nehmen Sie ihn in Prüfung oder weisen Sie ihn zu\./);
    assert.doesNotMatch(page.text, /Anträge sind offen/);
    assert.match(page.text, /Schreiben sind nicht zustellbar/);
    assert.match(page.text, /<a href="\/staff\/events\/[\w-]+">Beispielkongress/);
  });

  it('names who waits longest where nothing presses', async () => {
    const reviewer = await signInAs(portal, 'reviewer');
    const request = await aRequest(portal, { input: { firstName: 'Älteste', lastName: 'Beispiel' } });
    await changeRequest(portal.db, request, { state: 'in_review' }, MORNING);
    const page = await reviewer.visit('/staff');
    assert.match(page.text, /1 Antrag ist offen[\s\S]*Am längsten wartet Älteste Beispiel/);
  });

  it('is calm when nothing waits', async () => {
    assert.match((await (await signInAs(portal, 'reviewer')).visit('/staff')).text, /Alles erledigt/);
  });

  it('greets those who do not work with requests, and tells them nothing about them', async () => {
    await aRequest(portal);
    for (const role of ['editor', 'checkin'] as const) {
      const page = await (await signInAs(portal, role)).visit('/staff');
      assert.equal(page.status, 200);
      assert.doesNotMatch(page.text, /offen|zugewiesen/);
    }
  });
});

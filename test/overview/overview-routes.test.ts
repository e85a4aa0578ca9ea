import assert from 'node:assert/strict';
import { addHistory, changeRequest } from '../../src/accreditation/index.js';
import { seedRequests } from '../../src/demo/seed-requests.js';
import { aDraft, move } from '../releaselife/a-draft.js';
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
    assert.match(page.text, /2 offene Anträge sind heute oder morgen fällig/);
    assert.match(page.text, /href="\/staff\/requests\?tab=answered">1 Antwort auf eine Nachforderung ist da/);
    assert.match(page.text, /1 neuer Antrag ist niemandem zugewiesen/);
    assert.match(page.text, /Jemand wartet auf Ihre Entscheidung\./);
    assert.match(page.text, /Nehmen Sie ihn in Prüfung oder weisen Sie ihn zu\./);
    assert.doesNotMatch(page.text, /Anträge sind offen/);
    assert.match(page.text, /Schreiben sind nicht zustellbar/);
    assert.match(page.text, /<a href="\/staff\/events\/[\w-]+">Beispielkongress/);
  });

  it('says what is late, and which enquiries were not answered in time', async () => {
    const reviewer = await signInAs(portal, 'reviewer');
    const asked = await aRequest(portal, { input: { firstName: 'Älteste', lastName: 'Beispiel' } });
    const due = { state: 'info_requested', enquiryDueAt: new Date('2024-10-12T16:00:00Z') } as const;
    await changeRequest(portal.db, asked, due, MORNING);
    portal.moveClock(new Date('2024-10-25T09:00:00Z'));
    const page = await reviewer.visit('/staff');
    assert.match(page.text, /1 offener Antrag ist überfällig[\s\S]*Am längsten wartet Älteste Beispiel/);
    assert.match(
      page.text,
      new RegExp(`href="/staff/requests/${asked.reference}"[^>]*><span[^>]*>Der Reihe nach`),
    );
    assert.match(page.text, /1 Nachforderung blieb bis zur Frist ohne Antwort/);
    assert.doesNotMatch(page.text, /heute oder morgen fällig/);
  });

  it('draws the figures with the same numbers in tables, of one event where it is chosen', async () => {
    const administrator = await signInAs(portal, 'administrator');
    const [event, other] = [await anEvent(portal), await anEvent(portal)];
    const request = await aRequest(portal, { event, input: { outletType: 'tv', workArea: 'camera' } });
    const decision = { decision: 'approve', reason: '', text: '', limits: '', at: MORNING } as const;
    await changeRequest(portal.db, request, { state: 'approved', decision }, MORNING);
    await aRequest(portal, { event: other });
    const all = await administrator.visit('/staff');
    assert.match(all.text, /Die meisten Anträge, 2, kamen am 10\.\u00a0Oktober 2024\./);
    assert.match(all.text, /2 Anträge, davon 1 zugelassen\. Wer gekommen ist, wird noch nicht erfasst\./);
    const one = await administrator.visit(`/staff?event=${event.id}&part=area:camera`);
    assert.match(one.text, /<option value="area:camera" selected>/);
    assert.match(one.text, /je Tag: Kamera/);
    assert.match(one.text, /Donnerstag, 10\.\u00a0Oktober 2024<\/th><td[^>]*>1<\/td><td[^>]*>1<\/td>/);
    assert.match(
      one.text,
      new RegExp(`href="/staff/requests\\?tab=all&amp;type=tv&amp;event=${event.id}">Fernsehen`),
    );
    assert.doesNotMatch(one.text, /tab=all&amp;type=print/);
  });

  it('asks the database twelve things at most, however many requests there are', async () => {
    const administrator = await signInAs(portal, 'administrator');
    await anEvent(portal);
    await seedRequests(portal, 50);
    let asked = 0;
    portal.db.on('query', () => {
      asked += 1;
    });
    await administrator.visit('/staff');
    assert.ok(asked <= 12, `${asked}`);
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

  it('asks who may approve a release to do so, and nobody for their own text', async () => {
    const [writer, second] = [await signInAs(portal, 'editor'), await signInAs(portal, 'editor')];
    const id = await aDraft(portal, writer.member);
    await move(portal, writer.member, id, 'submit');
    const { text } = await second.visit('/staff');
    assert.match(text, /state=in_approval[^>]*>1 Medieninformation wartet auf Ihre Freigabe/);
    assert.doesNotMatch((await writer.visit('/staff')).text, /wartet auf Ihre Freigabe/);
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

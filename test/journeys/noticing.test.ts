/** What the team hears of by mail: each member chooses at once, once a day or nothing, and gets just that. */
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import type { Role } from '../../src/staff/index.js';
import { assertAccessible, withPage } from '../support/chromium.js';
import { atTheDesk, letUndoDelayPass, referenceOf } from '../support/desk.js';
import { type LivePortal, linkIn, openLivePortal } from '../support/live-portal.js';

const DAY = 24 * 3600_000;

describe('noticing what comes in', () => {
  let portal: LivePortal;
  before(async () => {
    portal = await openLivePortal();
  });
  after(() => portal.close());

  const choose = (role: Role, choice: string) =>
    atTheDesk(portal, role, async (page) => {
      await page.goto('/staff/account');
      await page.getByLabel('Hinweise auf neue Anträge und Antworten').selectOption({ label: choice });
      await page.getByRole('button', { name: 'Speichern' }).click();
      await page.getByText('Gespeichert.').waitFor();
      await assertAccessible(page, 'the own account');
    });

  const subjectsTo = (address: string): string[] =>
    portal.mails.mails
      .filter(({ to }) => JSON.stringify(to).includes(address))
      .map(({ subject }) => `${subject}`);

  /** From the public form to the confirmed address. */
  async function ask(page: Page, email: string, lastName: string): Promise<void> {
    await page.goto('/de/events/e-government-kongress-2024/accreditation');
    await page.fill('#lastName', lastName);
    await page.fill('#firstName', 'Nora');
    await page.fill('#email', email);
    await page.fill('#phone', '+49 170 0000000');
    await page.fill('#outletName', 'Beispielbote');
    await page.selectOption('#outletType', 'print');
    await page.check('[name=workArea][value=text]');
    await page.check('[name=proofKind][value=imprint]');
    await page.fill('#imprintUrl', 'https://beispielbote.example/impressum');
    await page.check('#privacyNotice');
    await page.locator('#send').click();
    await page.goto(linkIn(await portal.letterTo(email, /bestätigen/i)));
    await page.getByRole('button', { name: 'Antrag bestätigen' }).click();
    await page
      .getByText(/TEK24-/)
      .first()
      .waitFor();
  }

  it('tells a member at once of a new request, without the name, and leads to it', async () => {
    await choose('reviewer', 'sofort, jede einzeln');
    await choose('administrator', 'einmal am Tag, gesammelt');
    await withPage({ baseURL: portal.url }, (page) => ask(page, 'nora@beispielbote.example', 'Neuling'));
    const reference = await referenceOf(portal, 'Neuling');
    const notice = await portal.letterTo('reviewer@demo.example', new RegExp(`^Neuer Antrag ${reference}$`));
    assert.match(notice.text ?? '', /Beispielbote/);
    assert.doesNotMatch(notice.text ?? '', /Neuling|Nora/);
    await atTheDesk(portal, 'reviewer', async (page) => {
      await page.goto(linkIn(notice));
      assert.match(await page.locator('h1').innerText(), /Nora Neuling/);
    });
  });

  it('tells of an answer the one who asked', async () => {
    const reference = await referenceOf(portal, 'Neuling');
    await atTheDesk(portal, 'reviewer', async (page) => {
      await page.goto(`/staff/requests/${reference}/decide/enquire`);
      await page.fill('[name=text]', 'Bitte nennen Sie uns Ihre Ansprechperson.');
      await page.getByRole('button', { name: 'Nachforderung senden' }).click();
      await page.getByRole('button', { name: 'Rückgängig machen' }).waitFor();
    });
    letUndoDelayPass(portal);
    const enquiry = await portal.letterTo('nora@beispielbote.example', /fehlt/);
    await withPage({}, async (page) => {
      await page.goto(linkIn(enquiry));
      await page.getByLabel('Ihre Antwort').fill('Das ist Frau Muster, Durchwahl 12.');
      await page.getByRole('button', { name: 'Antwort senden' }).click();
    });
    const notice = await portal.letterTo('reviewer@demo.example', new RegExp(`^Antwort zu ${reference}$`));
    assert.doesNotMatch(notice.text ?? '', /Frau Muster/);
  });

  it('gathers for the next morning what came in, for who wants it once a day, and only for them', async () => {
    await portal.letterTo('administrator@demo.example', /^Was seit gestern eingegangen ist$/);
    const before = subjectsTo('administrator@demo.example').length;
    await choose('reviewer', 'keine');
    portal.moveClock(new Date(portal.clock.now().getTime() + DAY));
    await untilDue();
    const reference = await referenceOf(portal, 'Neuling');
    for (let tries = 0; subjectsTo('administrator@demo.example').length === before; tries += 1) {
      assert.ok(tries < 150, 'no second digest');
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    const digest = await portal.letterTo('administrator@demo.example', /^Was seit gestern eingegangen ist$/);
    const text = digest.text ?? '';
    assert.match(text, new RegExp(`1 neuer Antrag:\\n${reference}`));
    assert.match(text, new RegExp(`1 Antwort auf eine Nachforderung:\\n${reference}`));
    assert.doesNotMatch(text, /Neuling/);
    assert.deepEqual(
      subjectsTo('administrator@demo.example').filter((subject) => !subject.startsWith('Was seit gestern')),
      [],
      'nothing one by one',
    );
    assert.deepEqual(
      subjectsTo('reviewer@demo.example').filter((subject) => subject.startsWith('Was seit gestern')).length,
      1,
      'the one before the choice',
    );
  });

  /** The job looks every quarter of an hour of real time; here it does so now. */
  const untilDue = () =>
    portal
      .db('jobs')
      .where({ name: 'team-digest' })
      .update({ run_after: portal.realClock.now().toISOString() });
});

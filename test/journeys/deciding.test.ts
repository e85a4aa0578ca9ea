/** The team decides: queue, proof, letters by a real mail server, further enquiry with an answer, two at once. */
import assert from 'node:assert/strict';
import { axeFindings, withPage } from '../support/chromium.js';
import { atTheDesk, letUndoDelayPass, referenceOf } from '../support/desk.js';
import { aPdf } from '../support/factories.js';
import { type LivePortal, linkIn, openLivePortal } from '../support/live-portal.js';

describe('deciding requests', () => {
  let portal: LivePortal;
  before(async () => {
    portal = await openLivePortal();
  });
  after(() => portal.close());

  it('approves from the queue; the letter leaves after the undo delay with badge and calendar, and only then the applicant sees it', async () => {
    await atTheDesk(portal, 'reviewer', async (page) => {
      await page.goto('/staff/requests');
      await page.getByRole('link', { name: 'Ansgar Kabelmann' }).click();
      assert.match(await page.locator('main').innerText(), /redaktionsauftrag\.pdf/);
      await page.getByRole('button', { name: 'Zulassen', exact: true }).click();
      assert.match(await page.locator('main').innerText(), /Kabelmann/, 'the next page says what was done');
      await page.getByRole('button', { name: /Rückgängig/ }).waitFor();
    });
    const request = await portal.db('accreditation_requests').where({ last_name: 'Kabelmann' }).first();
    assert.equal(request.state, 'approved');
    assert.equal(request.shown_state, 'received', 'the applicant still sees the state before');

    letUndoDelayPass(portal);
    const letter = await portal.letterTo(request.email, /^Ihre Akkreditierung/);
    const kinds = letter.attachments.map(({ contentType }) => contentType).sort();
    assert.deepEqual(kinds, ['application/pdf', 'text/calendar']);
    await withPage({}, async (page) => {
      await page.goto(linkIn(letter));
      assert.match(await page.locator('main').innerText(), /Sie sind akkreditiert/);
      const badge = await page.request.get(`${linkIn(letter)}/badge.pdf`);
      assert.equal(badge.status(), 200);
      assert.match((await badge.body()).toString('latin1', 0, 8), /^%PDF-/);
    });
  });

  it('takes a decision back while its letter waits; no letter leaves', async () => {
    const before = portal.mails.mails.length;
    await atTheDesk(portal, 'reviewer', async (page) => {
      await page.goto(`/staff/requests/${await referenceOf(portal, 'Exempel')}`);
      await page.getByRole('button', { name: 'Zulassen', exact: true }).click();
      await page.getByRole('button', { name: /Rückgängig/ }).click();
    });
    letUndoDelayPass(portal);
    await new Promise((resolve) => setTimeout(resolve, 2500));
    const request = await portal.db('accreditation_requests').where({ last_name: 'Exempel' }).first();
    assert.equal(request.state, 'received');
    assert.equal(
      portal.mails.mails.slice(before).filter(({ subject }) => subject?.includes(request.reference)).length,
      0,
    );
  });

  it('rejects with reason, legal basis, contact and legal remedy', async () => {
    await atTheDesk(portal, 'reviewer', async (page) => {
      const reference = await referenceOf(portal, 'Testlauf');
      await page.goto(`/staff/requests/${reference}/decide/reject`);
      await page
        .getByRole('button', { name: /Ablehn/ })
        .last()
        .click();
      assert.match(
        await page.getByRole('alert').innerText(),
        /Grund|Begründung/,
        'a rejection needs a reason',
      );
      await page.check('[name=reason][value=capacity]');
      await page.fill('[name=text]', 'Ihr Antrag kam nach der Verteilung der Plätze.');
      await page.getByRole('button', { name: /Vorschau/ }).click();
      assert.match(
        await page.locator('main').innerText(),
        /Verwaltungsgericht/,
        'the preview shows the legal remedy',
      );
      assert.deepEqual(await axeFindings(page), []);
      await page
        .getByRole('button', { name: /Ablehn/ })
        .last()
        .click();
    });
    letUndoDelayPass(portal);
    const { email } = await portal.db('accreditation_requests').where({ last_name: 'Testlauf' }).first();
    const { text = '' } = await portal.letterTo(email, /nicht|abgelehnt|Antrag/i);
    for (const part of [
      /alle Presseplätze/i,
      /nach der Verteilung/,
      /§ 4 Thüringer Pressegesetz/,
      /Verwaltungsgericht/,
      /kommunikation@tfm/,
    ]) {
      assert.match(text, part);
    }
  });

  it('asks for more, gets an answer with a file, and puts the request back on top', async () => {
    await atTheDesk(portal, 'reviewer', async (page) => {
      const reference = await referenceOf(portal, 'Zeilenbruch');
      await page.goto(`/staff/requests/${reference}/decide/enquire`);
      await page.getByLabel(/Redaktionsauftrag fehlt/).check();
      await page.fill('[name=text]', 'Es fehlt die Ansprechperson.');
      await page
        .getByRole('button', { name: /Nachford/ })
        .last()
        .click();
    });
    letUndoDelayPass(portal);
    const { email } = await portal.db('accreditation_requests').where({ last_name: 'Zeilenbruch' }).first();
    const letter = await portal.letterTo(email, /fehlt/i);
    await withPage({ javaScriptEnabled: false }, async (page) => {
      await page.goto(linkIn(letter));
      await page.fill('form[enctype] textarea', 'Anbei das vollständige Schreiben.');
      await page.setInputFiles('form[enctype] input[type=file]', {
        name: 'neu.pdf',
        mimeType: 'application/pdf',
        buffer: aPdf(),
      });
      await page.getByRole('button', { name: 'Antwort senden' }).click();
      assert.match(await page.locator('main').innerText(), /In Prüfung/);
    });
    await atTheDesk(portal, 'reviewer', async (page) => {
      await page.goto('/staff/requests');
      await page.getByRole('link', { name: 'Yasemin Zeilenbruch' }).click();
      const shown = await page.locator('main').innerText();
      assert.match(shown, /Anbei das vollständige Schreiben\./);
      assert.match(shown, /neu\.pdf/);
    });
  });

  it('tells the second of two reviewers that somebody was faster, and keeps what was typed', async () => {
    const address = `/staff/requests/${await referenceOf(portal, 'Placeholder')}/decide/reject`;
    await atTheDesk(portal, 'reviewer', async (slow) => {
      await slow.goto(address);
      await slow.check('[name=reason][value=no_proof]');
      await slow.fill('[name=text]', 'A long reason, written with care.');
      await atTheDesk(portal, 'administrator', async (fast) => {
        await fast.goto(address.replace('/decide/reject', ''));
        await fast.getByRole('button', { name: 'Zulassen', exact: true }).click();
      });
      const [answer] = await Promise.all([
        slow.waitForResponse((response) => response.request().method() === 'POST'),
        slow
          .getByRole('button', { name: /Ablehn/ })
          .last()
          .click(),
      ]);
      assert.equal(answer.status(), 409);
      assert.match(await slow.getByRole('alert').innerText(), /Ute Ordner/, 'it says who was faster');
      assert.equal(await slow.inputValue('[name=text]'), 'A long reason, written with care.');
      assert.deepEqual(await axeFindings(slow), []);
    });
    const { state } = await portal.db('accreditation_requests').where({ last_name: 'Placeholder' }).first();
    assert.equal(state, 'approved');
  });

  async function untilRefused(): Promise<void> {
    for (let tries = 0; tries < 150; tries += 1) {
      if (await portal.db('outgoing_mails').where({ state: 'refused' }).first()) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error('No letter was refused');
  }

  it('shows an address that the mail server refuses, at the request and in the outbox', async () => {
    const { email, reference } = await portal
      .db('accreditation_requests')
      .where({ last_name: 'Formblatt' })
      .first();
    portal.mails.refuse(email);
    await atTheDesk(portal, 'administrator', async (page) => {
      await page.goto(`/staff/requests/${reference}`);
      await page.getByRole('button', { name: 'Zulassen', exact: true }).click();
      letUndoDelayPass(portal);
      await untilRefused();
      await page.goto(`/staff/requests/${reference}`);
      assert.match(
        await page.locator('main').innerText(),
        /nicht zugestellt|abgewiesen|unzustellbar|nicht angenommen|nicht an/i,
      );
      await page.goto('/staff/outbox?state=refused');
      assert.match(await page.locator('main').innerText(), new RegExp(email.replace('.', '\\.')));
      assert.deepEqual(await axeFindings(page), []);
    });
  });
});

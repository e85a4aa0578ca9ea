/** The team asks for more from text blocks, the applicant answers on a phone, and the request is on top again. */
import assert from 'node:assert/strict';
import { axeFindings, PHONE, sidewaysScroll, withPage } from '../support/chromium.js';
import { atTheDesk, letUndoDelayPass, referenceOf } from '../support/desk.js';
import { aPdf } from '../support/factories.js';
import { type LivePortal, linkIn, openLivePortal } from '../support/live-portal.js';

describe('asking for more', () => {
  let portal: LivePortal;
  before(async () => {
    portal = await openLivePortal();
    await portal.db('staff').where({ email: 'reviewer@demo.example' }).update({ notices: 'each' });
  });
  after(() => portal.close());

  const applicant = () => portal.db('accreditation_requests').where({ last_name: 'Zeilenbruch' }).first();

  it('goes from a text block with preview to an answer with a file, back to the same reviewer', async () => {
    await atTheDesk(portal, 'reviewer', async (page) => {
      await page.goto(`/staff/requests/${await referenceOf(portal, 'Zeilenbruch')}/decide/enquire`);
      await page.getByLabel(/Ausweiskopie/).check();
      assert.match(
        await page.inputValue('[name=text]'),
        /^Die Kopie Ihres/,
        'the block is in the text at once',
      );
      await page.getByLabel(/Redaktionsauftrag fehlt/).check();
      await page.getByLabel(/Ausweiskopie/).uncheck();
      assert.match(await page.inputValue('[name=text]'), /^Bitte senden Sie uns ein Schreiben[^\n]*$/);
      await page.getByRole('button', { name: 'Vorschau' }).click();
      await page.getByText('[persönlicher Link').waitFor();
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        assert.deepEqual(await axeFindings(page), []);
      }
      await page.getByRole('button', { name: 'Nachforderung senden' }).click();
      await page.getByText(/Rückgängig/).waitFor();
    });
    const { email } = await applicant();
    letUndoDelayPass(portal);
    const letter = await portal.letterTo(email, /fehlt uns noch etwas/);
    assert.match(letter.text ?? '', /Schreiben Ihrer Redaktion[\s\S]*bis einschließlich/);

    await withPage({ viewport: PHONE, javaScriptEnabled: false }, async (page) => {
      await page.goto(linkIn(letter));
      assert.equal(await sidewaysScroll(page), 0);
      await page.fill('form[enctype] textarea', 'Anbei das Schreiben.');
      const file = { name: 'auftrag-neu.pdf', mimeType: 'application/pdf', buffer: aPdf() };
      await page.setInputFiles('form[enctype] input[type=file]', file);
      await page.getByRole('button', { name: 'Antwort senden' }).click();
      const thread = await page.locator('.portal-thread').innerText();
      assert.match(
        thread,
        /Das Team[\s\S]*Schreiben Ihrer Redaktion[\s\S]*Sie[\s\S]*Anbei das Schreiben\.[\s\S]*auftrag-neu\.pdf/,
      );
      assert.equal(await sidewaysScroll(page), 0);
    });

    const { assigned_to } = await applicant();
    const reviewer = await portal.db('staff').where({ email: 'reviewer@demo.example' }).first();
    assert.equal(assigned_to, reviewer.id, 'the answer comes back to who asked');
    await portal.letterTo('reviewer@demo.example', /^Antwort zu/);
    await atTheDesk(portal, 'reviewer', async (page) => {
      await page.goto('/staff/requests?assigned=me');
      const first = page.locator('tbody tr').first();
      assert.match(await first.innerText(), /Yasemin Zeilenbruch[\s\S]*Antwort da/);
      await first.getByRole('link', { name: 'Yasemin Zeilenbruch' }).click();
      const shown = await page.locator('main').innerText();
      assert.match(shown, /Anbei das Schreiben\.[\s\S]*auftrag-neu\.pdf/);
    });
  });

  it('offers blocks that an administrator wrote, and no longer those that were retired', async () => {
    await atTheDesk(portal, 'administrator', async (page) => {
      await page.goto('/staff/text-blocks');
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        assert.deepEqual(await axeFindings(page), []);
      }
      await page.setViewportSize(PHONE);
      assert.equal(await sidewaysScroll(page), 0);
      await page.getByRole('link', { name: 'Neuer Textbaustein' }).click();
      await page.fill('#labelDe', 'Visitenkarte');
      await page.fill('#labelEn', 'Business card');
      await page.fill('#textDe', 'Bitte senden Sie uns Ihre Visitenkarte.');
      await page.fill('#textEn', 'Please send us your business card.');
      assert.deepEqual(await axeFindings(page), []);
      await page.getByRole('button', { name: 'Speichern' }).click();
      await page
        .getByRole('status')
        .getByText(/gespeichert/)
        .waitFor();
      await page.getByRole('button', { name: 'Nicht mehr anbieten' }).first().click();
      await page.getByRole('heading', { name: 'Werden nicht mehr angeboten' }).waitFor();
      await page.goto(`/staff/requests/${await referenceOf(portal, 'Probst-Muster')}/decide/enquire`);
      await page.getByLabel(/Visitenkarte/).waitFor();
      assert.equal(await page.getByLabel(/Ausweiskopie/).count(), 0);
      assert.equal(await sidewaysScroll(page), 0);
    });
  });
});

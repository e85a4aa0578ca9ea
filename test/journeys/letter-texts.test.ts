/** An administrator writes a letter anew: a slip is refused, the preview follows, the next decision uses it, and back. */
import assert from 'node:assert/strict';
import { axeFindings } from '../support/chromium.js';
import { atTheDesk, letUndoDelayPass, referenceOf } from '../support/desk.js';
import { type LivePortal, openLivePortal } from '../support/live-portal.js';

describe('writing a letter anew', () => {
  let portal: LivePortal;
  before(async () => {
    portal = await openLivePortal();
  });
  after(() => portal.close());

  it('refuses a placeholder nobody fills, previews, saves, is used by the next decision, and is reset', async () => {
    await atTheDesk(portal, 'administrator', async (page) => {
      await page.goto('/staff/settings');
      await page.getByRole('link', { name: 'Texte der Schreiben', exact: true }).click();
      await page.getByRole('link', { name: 'Zulassung', exact: true }).click();
      const text = page.locator('#bodyDe');
      const shipped = await text.inputValue();

      await text.fill(shipped.replace('Guten Tag {name}', 'Liebe Presse, guten Tag {nmae}'));
      const preview = page.locator('#preview-de');
      await preview.getByText('Meinten Sie {name}?').waitFor();
      await page.getByRole('button', { name: 'Speichern' }).click();
      assert.match(await page.getByRole('alert').innerText(), /\{nmae\} gibt es in diesem Schreiben nicht/);
      assert.match(await text.inputValue(), /^Liebe Presse, guten Tag \{nmae\}/, 'nothing typed is lost');
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        assert.deepEqual(await axeFindings(page), []);
      }

      await text.fill(shipped.replace('Guten Tag {name}', 'Liebe Presse, guten Tag {name}'));
      await preview.getByText('Liebe Presse, guten Tag Mara Musterfeld').waitFor();
      await page.getByRole('button', { name: 'Speichern' }).click();
      await page.getByText('Der neue Text ist gespeichert').waitFor();

      await page.goto(`/staff/requests/${await referenceOf(portal, 'Kabelmann')}`);
      await page.getByRole('button', { name: 'Zulassen', exact: true }).click();
    });
    const { email } = await portal.db('accreditation_requests').where({ last_name: 'Kabelmann' }).first();
    letUndoDelayPass(portal);
    const letter = await portal.letterTo(email, /^Ihre Akkreditierung/);
    assert.match(letter.text ?? '', /^Liebe Presse, guten Tag Ansgar Kabelmann,/);

    await atTheDesk(portal, 'administrator', async (page) => {
      await page.goto('/staff/settings/letters/decisions/approved');
      await page.getByRole('link', { name: 'Zurücksetzen …' }).click();
      assert.match(await page.locator('ins').first().innerText(), /Liebe Presse/);
      assert.deepEqual(await axeFindings(page), []);
      await page.getByRole('button', { name: 'Auf den ausgelieferten Text zurücksetzen' }).click();
      await page.getByText('Es gilt wieder der ausgelieferte Text').waitFor();
      assert.match(await page.inputValue('#bodyDe'), /^Guten Tag \{name\}/);
    });
  });

  it('shows the same preview without scripts', async () => {
    await atTheDesk(
      portal,
      'administrator',
      async (page) => {
        await page.goto('/staff/settings/letters/signin/signIn');
        await page.fill('#bodyEn', 'Hello {name}, this is new: {link}');
        await page.getByRole('button', { name: 'Vorschau' }).click();
        assert.match(await page.locator('#preview-en').innerText(), /Hello Ute Ordner, this is new: http/);
      },
      { javaScriptEnabled: false },
    );
  });
});

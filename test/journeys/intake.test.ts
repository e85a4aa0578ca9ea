/** Somebody rings up: the team writes the request down, and the person gets the way to it, to change it and to the privacy notice. */
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { assertAccessible, PHONE, sidewaysScroll, withPage } from '../support/chromium.js';
import { atTheDesk } from '../support/desk.js';
import { type LivePortal, linkIn, openLivePortal } from '../support/live-portal.js';

const EMAIL = 'greta.anruf@hoerfunk-muster.example';

describe('taking in a request on the phone', () => {
  let portal: LivePortal;
  before(async () => {
    portal = await openLivePortal();
  });
  after(() => portal.close());

  const main = (page: Page): Promise<string> => page.locator('main').innerText();

  it('goes from the list to a request in the queue; a mistake costs nothing that was typed', async () => {
    await atTheDesk(portal, 'reviewer', async (page) => {
      await page.goto('/staff/requests');
      await page.getByRole('link', { name: 'Antrag aufnehmen' }).click();
      await page.getByLabel('Weg', { exact: true }).selectOption('phone');
      await page.getByLabel('Sprache der Schreiben').selectOption('de');
      await page.fill('#lastName', 'Anruf');
      await page.fill('#firstName', 'Greta');
      await page.fill('#email', 'greta.anruf.hoerfunk-muster.example');
      await page.fill('#phone', '0361 000 11 22');
      await page.fill('#outletName', 'Hörfunk Muster');
      await page.selectOption('#outletType', 'radio');
      await page.check('[name=workArea][value=sound]');
      await page.check('[name=proofKind][value=imprint]');
      await page.fill('#imprintUrl', 'https://hoerfunk-muster.example/impressum');
      await assertAccessible(page, 'the form of an intake');
      await page.getByRole('button', { name: 'Antrag aufnehmen' }).click();

      const alert = page.getByRole('alert');
      assert.match(await alert.innerText(), /E-Mail/);
      await alert.locator('a[href="#privacyNotice"]').waitFor();
      assert.equal(await page.inputValue('#lastName'), 'Anruf');
      assert.equal(await page.getByLabel('Weg', { exact: true }).inputValue(), 'phone');
      assert.equal(await page.isChecked('[name=workArea][value=sound]'), true);
      await assertAccessible(page, 'an intake with mistakes');
      await page.fill('#email', EMAIL);
      await page.check('#privacyNotice');
      await page.getByRole('button', { name: 'Antrag aufnehmen' }).click();

      await page
        .getByText(/ist aufgenommen; die E-Mail mit dem persönlichen Link geht jetzt hinaus/)
        .waitFor();
      assert.match(await main(page), /Greta Anruf[\s\S]*Ben Stempel nimmt den Antrag für die Person auf/);
      await assertAccessible(page, 'the request taken in');
      await page.goto('/staff/requests?tab=received');
      await page.getByRole('link', { name: 'Greta Anruf' }).waitFor();
    });
  });

  it('gives the person reference, personal link and privacy notice by mail, without a click to confirm', async () => {
    const { reference } = await portal.db('accreditation_requests').where({ email: EMAIL }).first();
    const letter = await portal.letterTo(EMAIL, /aufgenommen/);
    assert.match(letter.subject ?? '', new RegExp(reference));
    assert.match(letter.text ?? '', /Hinweise zum Datenschutz/);
    await withPage({ viewport: PHONE, javaScriptEnabled: false }, async (page) => {
      await page.goto(linkIn(letter));
      assert.match(await main(page), /Ihr Antrag ist bei uns[\s\S]*Vom Presseteam für Sie aufgenommen/);
      assert.match(await main(page), /Hörfunk Muster/);
      assert.equal(await sidewaysScroll(page), 0);
      await page.getByRole('link', { name: 'Datenschutz' }).click();
      assert.match(await main(page), /Woher die Daten kommen\.[\s\S]*am Telefon[\s\S]*Artikel 15/);
      await page.goto(`${linkIn(letter)}/edit`);
      await page.fill('#phone', '0361 000 33 44');
      await page.getByRole('button', { name: 'Änderungen speichern' }).click();
      assert.match(await main(page), /0361 000 33 44/);
    });
  });

  it('names the request that the person has already, and writes no second one', async () => {
    const { reference } = await portal.db('accreditation_requests').where({ email: EMAIL }).first();
    await atTheDesk(portal, 'administrator', async (page) => {
      await page.goto('/staff/requests/new');
      await page.getByLabel('Weg', { exact: true }).selectOption('desk');
      await page.getByLabel('Sprache der Schreiben').selectOption('de');
      for (const [field, value] of [
        ['#lastName', 'Anruf'],
        ['#firstName', 'Greta'],
        ['#email', EMAIL],
        ['#phone', '0361 000 11 22'],
        ['#outletName', 'Hörfunk Muster'],
        ['#imprintUrl', 'https://hoerfunk-muster.example/impressum'],
      ] as const) {
        if (field === '#imprintUrl') await page.check('[name=proofKind][value=imprint]');
        await page.fill(field, value);
      }
      await page.selectOption('#outletType', 'radio');
      await page.check('[name=workArea][value=sound]');
      await page.check('#privacyNotice');
      await page.getByRole('button', { name: 'Antrag aufnehmen' }).click();
      assert.match(await page.getByRole('alert').innerText(), new RegExp(reference));
      assert.equal(await page.inputValue('#outletName'), 'Hörfunk Muster');
    });
    const all = await portal.db('accreditation_requests').where({ email: EMAIL });
    assert.equal(all.length, 1);
  });
});

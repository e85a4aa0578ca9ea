/** Somebody joins the press list, gets a release at its second and its correction, chooses anew, and leaves with one click. */
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { keepVersion, updateRelease } from '../../src/newsroom/index.js';
import { addRelease } from '../newsroom/example-release.js';
import { assertAccessible, PHONE, withPage } from '../support/chromium.js';
import { atTheDesk } from '../support/desk.js';
import { type LivePortal, linkIn, openLivePortal } from '../support/live-portal.js';

const ADDRESS = 'anh@beispielbote.example';
const phone = { viewport: PHONE, hasTouch: true, javaScriptEnabled: false };

describe('subscribing to the press list', () => {
  let portal: LivePortal;
  before(async () => {
    portal = await openLivePortal();
  });
  after(() => portal.close());

  /** Pages behind links that a script-less browser has opened, looked at once more with axe. */
  async function looksRight(addresses: string[]): Promise<void> {
    await withPage({}, async (page) => {
      for (const address of addresses) {
        await page.goto(address);
        await assertAccessible(page, address.replace(portal.url, ''));
      }
    });
  }

  /** The part of a letter that leads to the page to manage it: the last link. */
  const manageLinkIn = (text = '') => text.match(/http:\/\/localhost:\d+\/\S+/g)?.at(-1) ?? '';

  const enter = async (page: Page) => {
    await page.goto('/de');
    await page.getByRole('link', { name: 'Per E-Mail informieren lassen' }).click();
    await page.getByRole('button', { name: 'Eintragen' }).click();
    await page.getByRole('alert').getByRole('link').click();
    assert.match(page.url(), /#email$/, 'the summary leads to the field');
    await page.fill('#email', ADDRESS);
    await page.getByRole('button', { name: 'Eintragen' }).click();
    await page.getByRole('heading', { name: 'Bitte sehen Sie in Ihr Postfach' }).waitFor();
  };

  it('goes from the home page to a release in the mailbox and off the list, on a 320 px phone without scripts', async function () {
    this.timeout(120_000);
    await withPage({ ...phone, baseURL: portal.url }, async (page) => {
      await enter(page);
      const confirming = linkIn(await portal.letterTo(ADDRESS, /bestätigen/i));
      await looksRight([confirming]);
      await page.goto(confirming);
      await page.getByRole('button', { name: 'Adresse bestätigen' }).click();
      await page.getByRole('heading', { name: 'Sie stehen im Presseverteiler' }).waitFor();
      await looksRight([page.url()]);

      portal.moveClock(new Date(portal.clock.now().getTime() + 60_000));
      const release = await addRelease(portal.db, {
        title: 'Ein neuer Dienst',
        publishAt: portal.clock.now(),
        updatedAt: portal.clock.now(),
      });
      const letter = await portal.letterTo(ADDRESS, /^Medieninformation: Ein neuer Dienst$/);
      await page.goto(linkIn(letter));
      await page.getByRole('heading', { level: 1, name: 'Ein neuer Dienst' }).waitFor();

      await portal.db.transaction(async (trx) => {
        await keepVersion(trx, release);
        const at = portal.clock.now();
        const correction = { at, text: 'Der Dienst beginnt im Mai.' };
        await updateRelease(trx, { ...release, state: 'corrected', version: 2, updatedAt: at, correction });
      });
      const note = await portal.letterTo(ADDRESS, /^Berichtigung: Ein neuer Dienst$/);
      assert.match(note.text ?? '', /Der Dienst beginnt im Mai\./);

      const managing = manageLinkIn(note.text);
      await page.goto(managing);
      await page.getByRole('radio', { name: 'Nur zu ausgewählten Themen' }).check();
      await page.getByRole('checkbox', { name: /^Allgemeines/ }).check();
      await page.getByRole('button', { name: 'Auswahl speichern' }).click();
      await page.getByRole('heading', { name: 'Gespeichert' }).waitFor();
      assert.equal(await page.getByRole('checkbox', { name: /^Allgemeines/ }).isChecked(), true);
      await looksRight([managing, `${managing}/unsubscribe`]);

      await page.getByRole('button', { name: 'Abbestellen' }).click();
      await page.getByRole('heading', { name: 'Sie sind abgemeldet' }).waitFor();
      await looksRight([managing]);
      assert.deepEqual(await portal.db('alert_subscribers').where({ email: ADDRESS }), []);
    });
  });

  it('shows at the desk how the mailings stand, and finds nobody who has left', async () => {
    await atTheDesk(portal, 'editor', async (page) => {
      await page.goto('/staff');
      await page.getByRole('link', { name: 'Presseverteiler' }).first().click();
      await page.getByText('Berichtigung, Fassung 2').waitFor();
      await page.getByRole('textbox', { name: 'E-Mail-Adresse' }).fill(ADDRESS);
      await page.getByRole('button', { name: 'Nachsehen' }).click();
      await page.getByText(`${ADDRESS} steht nicht im Verteiler.`).waitFor();
      await assertAccessible(page, 'the press list at the desk');
    });
  });
});

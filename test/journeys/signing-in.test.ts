/** The way to the desk: a link by mail instead of a forgotten password, once only; a wrong password; signing out. */
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { assertAccessible, PHONE, withPage } from '../support/chromium.js';
import { type LivePortal, linkIn, openLivePortal } from '../support/live-portal.js';

const BEN = 'reviewer@demo.example';
const PASSWORD = 'drei Kannen Tee am Morgen';

describe('signing in', () => {
  let portal: LivePortal;
  before(async () => {
    portal = await openLivePortal();
  });
  after(() => portal.close());

  const main = (page: Page): Promise<string> => page.locator('main').innerText();
  const at = (work: (page: Page) => Promise<void>) => withPage({ baseURL: portal.url }, work);

  async function signIn(page: Page, password: string): Promise<void> {
    await page.goto('/staff/requests?tab=received');
    await page.getByLabel('E-Mail').fill(BEN);
    await page.getByLabel('Passwort', { exact: true }).fill(password);
    await page.getByRole('button', { name: 'Anmelden' }).click();
  }

  /** What a page says to who asked for a link, on a phone without scripts. */
  async function askForLink(page: Page, email: string): Promise<string> {
    await page.goto('/staff/sign-in');
    await page.getByRole('link', { name: /Passwort vergessen/ }).click();
    await page.getByLabel('E-Mail').fill(email);
    await page.getByRole('button', { name: 'Link schicken' }).click();
    await page.getByRole('heading', { name: 'Bitte sehen Sie in Ihr Postfach' }).waitFor();
    return `${page.url()} ${await main(page)}`;
  }

  it('sends a link to a member and nothing to a stranger, and tells both the same', async () => {
    await withPage({ baseURL: portal.url, viewport: PHONE, javaScriptEnabled: false }, async (page) => {
      const stranger = await askForLink(page, 'niemand@nirgends.example');
      assert.equal(await askForLink(page, BEN), stranger);
    });
    await portal.letterTo(BEN, /^Ihr Link zum Anmelden/);
    const recipients = portal.mails.mails.map(({ to }) => JSON.stringify(to));
    assert.ok(!recipients.some((to) => to.includes('niemand@nirgends.example')));
    await at(async (page) => {
      for (const address of [
        '/staff/sign-in',
        '/staff/sign-in/forgotten',
        '/staff/sign-in/forgotten?sent=1',
      ]) {
        await page.goto(address);
        await assertAccessible(page, address);
      }
    });
  });

  it('leads from the letter to a new password; the link opens once', async () => {
    const link = linkIn(await portal.letterTo(BEN, /^Ihr Link zum Anmelden/));
    await at(async (page) => {
      await page.goto(link);
      await assertAccessible(page, 'an opened link');
      await page.reload();
      await page.getByRole('button', { name: 'Jetzt anmelden' }).click();
      assert.match(await page.getByRole('status').first().innerText(), /neues Passwort setzen/);
      await page.getByLabel('Neues Passwort').fill('zu kurz');
      await page.getByRole('button', { name: 'Passwort speichern' }).click();
      assert.match(await page.getByRole('alert').innerText(), /mindestens 12/);
      await assertAccessible(page, 'a password that is too short');
      await page.getByLabel('Neues Passwort').fill(PASSWORD);
      await page.getByRole('button', { name: 'Passwort speichern' }).click();
      await page.getByText('Das neue Passwort gilt.').waitFor();
    });
    await at(async (page) => {
      const answer = await page.goto(link);
      assert.equal(answer?.status(), 410);
      assert.match(await main(page), /gilt nicht mehr/);
      await assertAccessible(page, 'a link that was used');
      await page.getByRole('link', { name: 'Neuen Link anfordern' }).click();
      await page.getByRole('button', { name: 'Link schicken' }).waitFor();
    });
  });

  it('refuses a wrong password in the same words as an unknown address, and leads the right one where it wanted to go', async () => {
    await at(async (page) => {
      await signIn(page, 'vier Kannen Tee am Morgen');
      const refused = await page.getByRole('alert').innerText();
      assert.match(refused, /passen nicht zusammen/);
      assert.equal(await page.getByLabel('E-Mail').inputValue(), BEN);
      assert.equal(await page.getByLabel('Passwort', { exact: true }).inputValue(), '');
      await assertAccessible(page, 'a wrong password');
      await page.getByLabel('E-Mail').fill('niemand@nirgends.example');
      await page.getByLabel('Passwort', { exact: true }).fill(PASSWORD);
      await page.getByRole('button', { name: 'Anmelden' }).click();
      assert.equal(await page.getByRole('alert').innerText(), refused);

      await page.getByLabel('E-Mail').fill(BEN);
      await page.getByLabel('Passwort', { exact: true }).fill(PASSWORD);
      await page.getByRole('button', { name: 'Anmelden' }).click();
      await page.waitForURL(/\/staff\/requests\?tab=received$/);
    });
  });

  it('signs out: the desk is closed, and the back button of the browser opens nothing', async () => {
    await at(async (page) => {
      await signIn(page, PASSWORD);
      await page.getByRole('link', { name: 'Ansgar Kabelmann' }).waitFor();
      await page.getByRole('button', { name: 'Abmelden' }).click();
      await page.getByText('Sie sind abgemeldet.').waitFor();
      await assertAccessible(page, 'signed out');
      await page.goBack();
      assert.equal(await page.getByText('Kabelmann').count(), 0);
      await page.goto('/staff/requests');
      assert.match(page.url(), /\/staff\/sign-in\?back=/);
    });
  });
});

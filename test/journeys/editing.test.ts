/** Two members and a release: written by keyboard, kept while typing, approved, public on the second, corrected, withdrawn. */
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { assertAccessible, withPage } from '../support/chromium.js';
import { atTheDesk } from '../support/desk.js';
import { tabTo } from '../support/keyboard.js';
import { type LivePortal, openLivePortal } from '../support/live-portal.js';

const TITLE = 'Was der Kongress zeigt';
const TEASER = 'Erfurt wird für einen Tag Treffpunkt der digitalen Verwaltung.';
const OPENING = new Date('2024-10-24T07:15:00Z');

describe('editing a release', () => {
  let portal: LivePortal;
  before(async () => {
    portal = await openLivePortal();
    await portal.db('events').update({ release_approval: 1 });
  });
  after(() => portal.close());

  const release = () => portal.db('releases').where({ title: TITLE }).first();
  const desk = async () => `/staff/releases/${(await release()).id}`;
  const address = async () => `/de/press/2024/${(await release()).slug}`;
  const statusOf = async (path: string) => (await fetch(portal.url + path)).status;
  const kept = (page: Page) => page.getByText(/^Gesichert \d+:\d\d/).waitFor();
  const save = (page: Page) => page.getByRole('button', { name: /^Speichern/ }).click();

  it('is written by keyboard alone, kept while typing, and handed over for approval', async () => {
    await atTheDesk(portal, 'editor', async (page) => {
      await page.goto('/staff/releases/new');
      await tabTo(page, '#title');
      await page.keyboard.type(TITLE);
      await page.keyboard.press('Enter');
      await page.waitForURL(/releases\/\d+$/);
      await tabTo(page, '#teaser');
      await page.keyboard.type(TEASER);
      await tabTo(page, '#body');
      await page.keyboard.type('Rund **500 Beschäftigte** haben sich angemeldet.');
      await page.locator('#preview strong', { hasText: '500 Beschäftigte' }).waitFor();
      await kept(page);
      assert.equal((await release()).teaser, '', 'kept apart from the saved text');

      await page.reload();
      await page.getByText('geschrieben und nicht gespeichert').waitFor();
      assert.equal(await page.inputValue('#teaser'), '');
      await tabTo(page, 'a[href$="text=autosave"]');
      await page.keyboard.press('Enter');
      await page.getByText('noch nicht gespeichert').waitFor();
      assert.equal(await page.inputValue('#teaser'), TEASER);
      await page.keyboard.press('Control+s');
      await page.getByText('Der Text ist gespeichert').waitFor();

      await tabTo(page, 'button[value="next:submit"]');
      await page.keyboard.press('Enter');
      await page.waitForURL(/steps\/submit$/);
      await tabTo(page, 'main button[type=submit]');
      await page.keyboard.press('Enter');
      await page.getByText('Der Text wartet auf die Freigabe').waitFor();
      assert.equal(
        await page.locator('button[value="next:approve"]').count(),
        0,
        'nobody approves an own text',
      );
      await assertAccessible(page, 'the editor');
    });
    assert.equal((await release()).teaser, TEASER);
  });

  it('comes back with a note, gets its moment, is approved by the second person and appears by itself', async () => {
    await atTheDesk(portal, 'administrator', async (page) => {
      await page.goto('/staff/releases?state=in_approval');
      await page.getByRole('link', { name: TITLE }).click();
      await page.getByRole('button', { name: 'Zurückgeben …' }).click();
      await page.getByRole('button', { name: 'Zurückgeben' }).click();
      await page.getByRole('alert').waitFor();
      await page.fill('#note', 'Bitte erst zur Eröffnung.');
      await page.getByRole('button', { name: 'Zurückgeben' }).click();
      await page.getByText('mit Ihrer Notiz zurückgegeben').waitFor();
    });
    await atTheDesk(portal, 'editor', async (page) => {
      await page.goto(await desk());
      await page.getByText('Bitte erst zur Eröffnung.').first().waitFor();
      await page.check('#when-at');
      await page.fill('#publishAt', '2024-10-24T09:15');
      await page.getByRole('button', { name: 'Zur Freigabe geben …' }).click();
      await page.getByRole('button', { name: 'Zur Freigabe geben' }).click();
    });
    await atTheDesk(portal, 'administrator', async (page) => {
      await page.goto(await desk());
      await page.getByRole('button', { name: 'Freigeben …' }).click();
      await page.getByText('24. Oktober 2024, 9:15 Uhr MESZ').first().waitFor();
      await assertAccessible(page, 'the approval');
      await page.getByRole('button', { name: 'Freigeben' }).click();
      await page.getByText(/Der Text erscheint von selbst: Donnerstag, 24\./).waitFor();
    });
    portal.moveClock(new Date(OPENING.getTime() - 1000));
    assert.equal(await statusOf(await address()), 404);
    portal.moveClock(OPENING);
    assert.equal(await statusOf(await address()), 200);
  });

  it('shows both texts to the second of two who correct it at once, and nothing is lost', async () => {
    await atTheDesk(portal, 'editor', async (mine) => {
      await mine.goto(await desk());
      await mine.fill('#body', 'Rund **480 Beschäftigte** haben sich angemeldet.');
      await atTheDesk(portal, 'administrator', async (theirs) => {
        await theirs.goto(await desk());
        await theirs.fill('#subtitle', 'Ein Tag in Erfurt');
        await theirs.getByRole('button', { name: 'Änderung prüfen …' }).click();
        assert.match(await theirs.locator('ins').innerText(), /Ein Tag in Erfurt/);
        await assertAccessible(theirs, 'the question of a correction');
        await theirs.getByLabel('Tippfehler').check();
        await theirs.getByRole('button', { name: 'So veröffentlichen' }).click();
        await theirs.getByText('Der Tippfehler ist berichtigt').waitFor();
      });
      await mine.getByRole('button', { name: 'Änderung prüfen …' }).click();
      await mine.getByText('eine andere Fassung gespeichert').waitFor();
      assert.match(await mine.locator('.desk-main').innerText(), /Ein Tag in Erfurt/);
      assert.match(await mine.inputValue('#body'), /480/);
      await assertAccessible(mine, 'two texts beside each other');
      await mine.fill('#subtitle', 'Ein Tag in Erfurt');
      await mine.getByRole('button', { name: 'Meinen Text speichern' }).click();
      await mine.getByLabel('Berichtigung', { exact: true }).check();
      await mine.getByRole('button', { name: 'So veröffentlichen' }).click();
      await mine.getByRole('alert').waitFor();
      await mine.fill('#note', 'Angemeldet sind 480, nicht 500.');
      await mine.getByRole('button', { name: 'So veröffentlichen' }).click();
      await mine.getByText('Die Berichtigung ist veröffentlicht').waitFor();
    });
    const { subtitle, body, version, state } = await release();
    assert.deepEqual([subtitle, version, state], ['Ein Tag in Erfurt', 2, 'corrected']);
    assert.match(body, /480/);
    await withPage({ baseURL: portal.url }, async (page) => {
      await page.goto(await address());
      await page.getByText('Angemeldet sind 480, nicht 500.').first().waitFor();
    });
  });

  it('is withdrawn with a note for the public, in the language of the desk', async () => {
    await portal.db('staff').where({ email: 'administrator@demo.example' }).update({ language: 'en' });
    await atTheDesk(portal, 'administrator', async (page) => {
      await page.goto('/staff/releases');
      await assertAccessible(page, 'the list in English');
      await page.getByRole('link', { name: TITLE }).click();
      await assertAccessible(page, 'the editor in English');
      await page.getByRole('link', { name: 'Withdraw …' }).click();
      await page.fill('#note', 'Der Kongress fällt aus.');
      await assertAccessible(page, 'the withdrawal');
      await page.getByRole('button', { name: 'Withdraw', exact: true }).click();
      await page.getByText('The release has been withdrawn').waitFor();
    });
    const answer = await fetch(portal.url + (await address()));
    assert.doesNotMatch(await answer.text(), /480 Beschäftigte/);
  });

  it('keeps at once what came back from a button that adds a quote', async () => {
    await atTheDesk(portal, 'editor', async (page) => {
      await page.goto('/staff/releases/new');
      await page.fill('#title', 'Mit Zitat');
      await page.locator('main form.desk-form button[type=submit]').click();
      await page.waitForURL(/releases\/\d+$/);
      await page.fill('#teaser', 'Gerade erst getippt.');
      await page.getByRole('button', { name: 'Zitat hinzufügen' }).click();
      await page.waitForURL(/#quoteText1$/);
      await tabTo(page, '#quoteText1, #quoteSpeaker1');
      await kept(page);
      const { entered } = await portal.db('release_autosaves').first();
      assert.match(entered, /Gerade erst getippt\./);
    });
  });

  it('is written without scripts too: quotes, preview, the hour that exists twice', async () => {
    await atTheDesk(
      portal,
      'editor',
      async (page) => {
        await page.goto('/staff/releases/new');
        await page.fill('#title', 'Ohne Skripte');
        await page.locator('main form.desk-form button[type=submit]').click();
        await page.getByRole('button', { name: 'Zitat hinzufügen' }).click();
        await page.fill('#quoteText1', 'Es geht auch so.');
        await page.fill('#quoteSpeaker1', 'Erika Mustermann');
        await page.getByRole('button', { name: 'Vorschau aktualisieren' }).click();
        await page.locator('#preview blockquote', { hasText: '„Es geht auch so.“' }).waitFor();
        await page.fill('#embargoUntil', '2024-10-27T02:30');
        await save(page);
        await page.getByLabel('Die zweite, schon Winterzeit (MEZ)').check();
        await save(page);
        await page.getByText('Sperrfrist bis Sonntag, 27. Oktober 2024, 2:30 Uhr MEZ.').waitFor();
      },
      { javaScriptEnabled: false },
    );
  });
});

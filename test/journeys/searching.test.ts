/** Finding requests: words of a note and a message, filters together, a view kept and shared, and several handed to a colleague. */
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { type AccreditationRequest, addMessage } from '../../src/accreditation/index.js';
import { listEvents } from '../../src/events/index.js';
import { findMemberByEmail } from '../../src/staff/index.js';
import { assertAccessible, DESK } from '../support/chromium.js';
import { atTheDesk } from '../support/desk.js';
import { aRequest } from '../support/factories.js';
import { press, pressAndGo, tabTo } from '../support/keyboard.js';
import { type LivePortal, openLivePortal } from '../support/live-portal.js';

const MESSAGE = {
  direction: 'from_applicant',
  author: 'applicant',
  text: 'Wir brauchen Strom am Leuchtturm.',
  documentId: undefined,
} as const;

describe('searching requests', () => {
  let portal: LivePortal;
  let noted: AccreditationRequest;
  before(async () => {
    portal = await openLivePortal();
    const { db, clock } = portal;
    const [event] = await listEvents(db, ['published']);
    const photo = { outletType: 'photo', workArea: 'photo' } as const;
    const one = (lastName: string, input: object) =>
      aRequest(portal, { event: event!, input: { lastName, ...input } });
    noted = await one('Notizmuster', photo);
    const written = await one('Briefmuster', photo);
    const radio = await one('Funkmuster', { outletType: 'radio' });
    await one('Stillmuster', photo);
    for (const { id } of [written, radio])
      await addMessage(db, id, { ...MESSAGE, at: clock.now(), shownAt: clock.now() });
    await db('staff').where({ email: 'administrator@demo.example' }).update({ language: 'en' });
  });
  after(() => portal.close());

  const names = async (page: Page): Promise<string[]> =>
    (await page.locator('main tbody th a').allInnerTexts()).map((name) => name.split(' ').at(-1)!);

  async function lookAround(page: Page, name: string): Promise<void> {
    await assertAccessible(page, name);
    await page.setViewportSize(DESK);
    await page.emulateMedia({ colorScheme: 'light' });
  }

  async function choose(page: Page, field: string, words: string): Promise<void> {
    await tabTo(page, field);
    await page.keyboard.type(words);
  }

  /** Searched, narrowed, put in order and kept, all by keyboard; the address of the view. */
  async function keepView(page: Page): Promise<string> {
    await page.goto('/staff/requests');
    await choose(page, '#q', 'leuchtturm');
    await pressAndGo(page, 'Enter', /q=leuchtturm/);
    assert.deepEqual(await names(page), ['Notizmuster', 'Briefmuster', 'Funkmuster']);
    await choose(page, '#type', 'Foto');
    assert.match(await page.locator('#type :checked').innerText(), /\(2\)/, 'what it will leave');
    await choose(page, '#assigned', 'niemand');
    await choose(page, '#sort', 'Neueste');
    await tabTo(page, '.desk-filter > [type=submit]');
    await pressAndGo(page, 'Enter', /type=photo.*assigned=nobody.*sort=newest/);
    assert.deepEqual(await names(page), ['Briefmuster', 'Notizmuster']);
    await lookAround(page, 'the narrowed list');

    await tabTo(page, '.desk-saved summary');
    await page.keyboard.press('Enter');
    await choose(page, '#viewName', 'Am Leuchtturm');
    await page.keyboard.press('Tab');
    await pressAndGo(page, 'Enter', /type=photo/);
    assert.match(await page.locator('body').innerText(), /Gemerkt als „Am Leuchtturm“/);
    return page.url();
  }

  it('finds by notes and messages, narrows, keeps the view, and hands what it shows to a colleague', async () => {
    const address = await atTheDesk(portal, 'reviewer', async (page) => {
      await page.goto(`/staff/requests/${noted.reference}`);
      await press(page, 'i');
      await page.keyboard.type('Angerufen: Treffpunkt ist der Leuchtturm.');
      await page.keyboard.press('Tab');
      await pressAndGo(page, 'Enter', /#notes$/);
      return keepView(page);
    });

    // Another browser: the address alone brings the view back.
    await atTheDesk(portal, 'reviewer', async (page) => {
      await page.goto(address);
      assert.deepEqual(await names(page), ['Briefmuster', 'Notizmuster']);
      assert.match(await page.locator('.desk-saved [aria-current]').innerText(), /^Am Leuchtturm\s2$/);
      await tabTo(page, '[data-tick-all] input');
      await page.keyboard.press('Space');
      await tabTo(page, '#bulk [value=assign]');
      await pressAndGo(page, 'Enter', /\/staff\/requests\/bulk/);
      await page.getByRole('radio', { name: 'Ute Ordner' }).focus();
      await page.keyboard.press('Space');
      await lookAround(page, 'whom to assign to');
      await page.getByRole('button', { name: '2 Anträge zuweisen' }).press('Enter');
      await page.getByText('2 von 2 zugewiesen').first().waitFor();
      await page.goto(address);
      assert.match(await page.locator('main').innerText(), /Mit diesen Filtern gibt es keinen Antrag/);
    });
    const ute = await findMemberByEmail(portal.db, 'administrator@demo.example');
    const handed = await portal
      .db('accreditation_requests')
      .where({ outlet_type: 'photo', assigned_to: ute!.id });
    assert.deepEqual(handed.map(({ last_name }) => last_name).sort(), ['Briefmuster', 'Notizmuster']);

    await atTheDesk(portal, 'administrator', async (page) => {
      await page.goto(address);
      assert.equal(await page.locator('.desk-saved [aria-current]').count(), 0, 'a view is kept for oneself');
      await page.goto('/staff/requests?type=photo&assigned=me&q=leuchtturm');
      assert.deepEqual(await names(page), ['Notizmuster', 'Briefmuster']);
      await lookAround(page, 'the list in English');
      await tabTo(page, 'main tbody th a');
      await pressAndGo(page, 'Enter', new RegExp(`/${noted.reference}\\?`));
      assert.match(await page.locator('main').innerText(), /1 of 2/);
      await pressAndGo(page, 'j', /q=leuchtturm/);
      assert.match(await page.locator('main').innerText(), /2 of 2[\s\S]*Briefmuster/);
      await lookAround(page, 'a request of the list in English');
    });
  }).timeout(120_000);
});

/** The desk by keyboard: letters stay letters in fields, the viewer, the help sheet, and two members at one request. */
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { axeFindings } from '../support/chromium.js';
import { atTheDesk, referenceOf } from '../support/desk.js';
import { press, pressAndGo, tabTo } from '../support/keyboard.js';
import { type LivePortal, openLivePortal } from '../support/live-portal.js';

describe('the desk by keyboard', () => {
  let portal: LivePortal;
  before(async () => {
    portal = await openLivePortal();
  });
  after(() => portal.close());

  const open = async (page: Page, lastName: string, list = '') => {
    await page.goto(`/staff/requests/${await referenceOf(portal, lastName)}${list}`);
  };

  it('keeps letters typed into a field letters, and leaves the field with Escape', async () => {
    await atTheDesk(portal, 'reviewer', async (page) => {
      await open(page, 'Probst-Muster');
      await press(page, '2');
      await page.keyboard.type('ar14');
      assert.equal(await page.inputValue('#reason'), 'ar14');
      await page.keyboard.press('Escape');
      await press(page, 'i');
      await page.keyboard.type('za');
      assert.equal(await page.inputValue('#note'), 'za');
      await page.keyboard.press('Escape');
      await pressAndGo(page, 'r', /decide\/reject/);
    });
    assert.equal(
      (await portal.db('accreditation_requests').where({ last_name: 'Probst-Muster' }).first()).state,
      'in_review',
    );
  });

  it('zooms and turns a picture and a PDF, light and dark, without an accessibility finding', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await atTheDesk(
        portal,
        'reviewer',
        async (page) => {
          await open(page, 'Probst-Muster');
          await page.locator('#viewer.is-open img').waitFor();
          await press(page, '+');
          assert.equal(await page.locator('#viewer-zoom').innerText(), '125 %');
          await press(page, 't');
          const turned = await page.locator('#viewer img').evaluate((img) => img.style.transform);
          assert.match(turned, /rotate\(90deg\)/);
          await pressAndGo(page, 'd', /document=\d+#proof$/);
          await page.locator('#viewer.is-open canvas').waitFor();
          await page.getByText('Redaktionsauftrag', { exact: false }).last().waitFor({ state: 'attached' });
          assert.deepEqual(await axeFindings(page), []);
        },
        { colorScheme },
      );
    }
  });

  it('explains the keys in a sheet, which also switches them off', async () => {
    await atTheDesk(portal, 'administrator', async (page) => {
      await open(page, 'Probst-Muster');
      await press(page, '?');
      const sheet = page.getByRole('dialog', { name: 'Tastenkürzel' });
      await sheet.waitFor();
      assert.deepEqual(await axeFindings(page), []);
      await page.keyboard.press('a');
      await page.keyboard.press('Escape');
      await sheet.waitFor({ state: 'detached' });

      await press(page, '?');
      await tabTo(page, 'dialog [name=on]');
      await page.keyboard.press('Space');
      await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
      assert.match(await page.locator('main').innerText(), /Die Tastenkürzel sind ausgeschaltet\./);
      await page.keyboard.press('r');
      assert.match(page.url(), /\/staff\/requests\/[\w-]+$/, 'the same request as before');
    });
  });

  it('tells two members of each other', async () => {
    await atTheDesk(portal, 'reviewer', async (first) => {
      await open(first, 'Probst-Muster');
      await atTheDesk(portal, 'administrator', async (second) => {
        await open(second, 'Probst-Muster');
        assert.match(
          await second.locator('.desk-presence').innerText(),
          /Ben Stempel hat diesen Antrag seit/,
        );
        const [told] = await Promise.all([first.waitForResponse(/\/presence$/), first.reload()]);
        assert.match((await told.json()).others, /Ute Ordner hat diesen Antrag seit/);
      });
    });
  });
});

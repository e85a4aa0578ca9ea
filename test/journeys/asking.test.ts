/** A journalist asks for accreditation from a phone: from the home page to the status page, by a real mail server. */
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { axeFindings, PHONE, sidewaysScroll, withPage } from '../support/chromium.js';
import { aJpeg, aPdf, aPng } from '../support/factories.js';
import { type LivePortal, linkIn, openLivePortal } from '../support/live-portal.js';

const FORM = '/events/e-government-kongress-2024/accreditation';
const phone = { viewport: PHONE, hasTouch: true, javaScriptEnabled: false };

/** With scripts switched off axe cannot run, so those pages are visited a second time. */
async function looksRight(portal: LivePortal, address: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await withPage({ viewport: PHONE, colorScheme }, async (page) => {
      await page.goto(address);
      assert.deepEqual(await axeFindings(page), [], address.replace(portal.url, ''));
      assert.equal(await sidewaysScroll(page), 0, `${address} has to be scrolled sideways`);
    });
  }
}

async function fillPerson(page: Page, email: string): Promise<void> {
  await page.fill('#lastName', 'Nguyễn-O’Brien');
  await page.fill('#firstName', 'Thị Ánh');
  await page.fill('#email', email);
  await page.fill('#phone', '+49 170 0000000');
  await page.fill('#outletName', 'Beispielbote');
  await page.selectOption('#outletType', 'print');
  await page.check('[name=workArea][value=text]');
}

describe('asking for accreditation', () => {
  let portal: LivePortal;
  before(async () => {
    portal = await openLivePortal();
  });
  after(() => portal.close());

  it('goes from the home page to a reference, on a 320 px phone without scripts, in German', async () => {
    await withPage({ ...phone, baseURL: portal.url }, async (page) => {
      await page.goto('/de');
      await page.getByRole('link', { name: 'Jetzt akkreditieren' }).click();
      await fillPerson(page, 'anh@beispielbote.example');
      await page.check('[name=proofKind][value=assignment]');
      await page.setInputFiles('#proofFile', {
        name: 'auftrag.pdf',
        mimeType: 'application/pdf',
        buffer: aPdf(),
      });
      await page.check('#privacyNotice');
      await page.getByRole('button', { name: 'Antrag absenden' }).click();

      await page.getByText('anh@beispielbote.example').waitFor();
      const waiting = page.url();
      const letter = await portal.letterTo('anh@beispielbote.example', /bestätigen/i);
      await page.goto(linkIn(letter));
      const confirming = page.url();
      assert.match(confirming, /\/de\/accreditation\/confirm\//);
      await page.getByRole('button', { name: 'Antrag bestätigen' }).click();

      assert.match(page.url(), /\/de\/accreditation\/[0-9a-z]+\.\d+\./);
      await page.getByRole('heading', { level: 1 }).waitFor();
      assert.match(await page.locator('main').innerText(), /TEK24-[A-Z0-9]{4}/);
      const status = page.url();
      const received = await portal.letterTo('anh@beispielbote.example', /TEK24-/);
      assert.equal(linkIn(received), status, 'the letter carries the personal link');
      for (const address of [waiting, confirming, status]) await looksRight(portal, address);
    });
  });

  it('does the same in English with a picture of the press card', async () => {
    await withPage({ ...phone, baseURL: portal.url, locale: 'en-GB' }, async (page) => {
      await page.goto(`/en${FORM}`);
      await fillPerson(page, 'anh@sample-courier.example');
      await page.check('[name=proofKind][value=press_card]');
      await page.setInputFiles('#proofFile', {
        name: 'card.jpg',
        mimeType: 'image/jpeg',
        buffer: await aJpeg(),
      });
      await page.check('#privacyNotice');
      await page.locator('#send').click();

      const letter = await portal.letterTo('anh@sample-courier.example', /confirm/i);
      assert.equal(letter.headers.get('content-language'), 'en');
      await page.goto(linkIn(letter));
      await page.locator('main button[type=submit]').click();
      assert.match(await page.locator('main').innerText(), /TEK24-[A-Z0-9]{4}/);
    });
  });

  it('says what is missing beside each field and loses nothing that was typed', async () => {
    await withPage({ ...phone, baseURL: portal.url }, async (page) => {
      await page.goto(`/de${FORM}`);
      await fillPerson(page, 'anh.beispielbote.example');
      await page.check('[name=proofKind][value=samples]');
      await page.fill('#sampleUrl1', 'https://beispielbote.example/verwaltung-online');
      await page.fill('#sampleUrl2', 'foo');
      await page.setInputFiles('#proofFile', {
        name: 'karte.png',
        mimeType: 'image/png',
        buffer: await aPng(),
      });
      await page.check('#privacyNotice');
      await page.locator('#send').click();

      const summary = page.getByRole('alert');
      await summary.getByRole('link').first().click();
      assert.match(page.url(), /#email$/, 'the summary leads to the field');
      assert.equal(await page.locator('#email').getAttribute('aria-invalid'), 'true');
      assert.equal(await page.locator('#sampleUrl2').getAttribute('aria-invalid'), 'true');
      assert.equal(await page.inputValue('#lastName'), 'Nguyễn-O’Brien');
      assert.equal(await page.inputValue('#sampleUrl1'), 'https://beispielbote.example/verwaltung-online');
      assert.equal(await page.isChecked('[name=workArea][value=text]'), true);
    });
  });

  it('needs no sideways scrolling for a message that names an address', async () => {
    await withPage({ baseURL: portal.url, viewport: PHONE }, async (page) => {
      await page.goto(`/de${FORM}`);
      await page.check('[name=proofKind][value=samples]');
      await page.fill('#sampleUrl2', 'foo');
      await page.locator('#send').click();

      assert.equal(await page.locator('#sampleUrl2').getAttribute('aria-invalid'), 'true');
      assert.equal(await sidewaysScroll(page), 0);
    });
  });

  it('keeps everything when the file is not a picture or a PDF, and names the file', async () => {
    await withPage({ baseURL: portal.url, viewport: PHONE }, async (page) => {
      await page.goto(`/de${FORM}`);
      await fillPerson(page, 'anh2@beispielbote.example');
      await page.check('[name=proofKind][value=assignment]');
      await page.setInputFiles('#proofFile', {
        name: 'auftrag.pdf',
        mimeType: 'application/pdf',
        buffer: Buffer.from('MZ not a pdf'),
      });
      await page.check('#privacyNotice');
      const [answer] = await Promise.all([
        page.waitForResponse((response) => response.request().method() === 'POST'),
        page.locator('#send').click(),
      ]);

      assert.equal(answer.status(), 415);
      assert.match(await page.locator('main').innerText(), /auftrag\.pdf/);
      assert.equal(await page.inputValue('#firstName'), 'Thị Ánh');
      assert.deepEqual(await axeFindings(page), []);
    });
  });

  it('lets a mistyped address be corrected on the waiting page', async () => {
    await withPage({ ...phone, baseURL: portal.url }, async (page) => {
      await page.goto(`/de${FORM}`);
      await fillPerson(page, 'anh3@beispielbot.example');
      await page.check('[name=proofKind][value=imprint]');
      await page.fill('#imprintUrl', 'beispielbote.example/impressum');
      await page.check('#privacyNotice');
      await page.locator('#send').click();
      const first = await portal.letterTo('anh3@beispielbot.example', /bestätigen/i);

      await page.fill('#email', 'anh3@beispielbote.example');
      await page.locator('form:has(#email) button').click();
      const second = await portal.letterTo('anh3@beispielbote.example', /bestätigen/i);

      const answer = await page.goto(linkIn(first));
      assert.equal(answer?.status(), 410, 'the link to the wrong address is dead');
      await page.goto(linkIn(second));
      await page.getByRole('button', { name: 'Antrag bestätigen' }).click();
      assert.match(await page.locator('main').innerText(), /TEK24-/);
    });
  });
});

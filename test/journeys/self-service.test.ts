/** Through the personal link: looking, changing, writing, losing the link, withdrawing, taking the own data, erasing. */
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import {
  type AccreditationRequest,
  accreditationPaths,
  findRequest,
  STATUS_LINK,
} from '../../src/accreditation/index.js';
import { toToken } from '../../src/platform/personal-links.js';
import { assertAccessible, axeFindings, PHONE, withPage } from '../support/chromium.js';
import { type LivePortal, linkIn, openLivePortal } from '../support/live-portal.js';

describe('the personal link', () => {
  let portal: LivePortal;
  before(async () => {
    portal = await openLivePortal();
  });
  after(() => portal.close());

  async function requestOf(lastName: string): Promise<AccreditationRequest> {
    const { id } = await portal.db('accreditation_requests').where({ last_name: lastName }).first('id');
    return (await findRequest(portal.db, id))!;
  }

  /** Opens the status page of one of the demo's applicants. */
  async function withStatusPage(
    lastName: string,
    work: (page: Page, path: string) => Promise<void>,
  ): Promise<void> {
    const { id, linkVersion } = await requestOf(lastName);
    const path = accreditationPaths.status(
      'de',
      toToken(portal.keys, { purpose: STATUS_LINK, id, version: linkVersion }),
    );
    await withPage({ viewport: PHONE, baseURL: portal.url }, async (page) => {
      await page.goto(path);
      await work(page, path);
    });
  }

  for (const [lastName, state] of [
    ['Beispielmann', 'Sie sind akkreditiert'],
    ['Lückentext', 'Sie sind mit einer Auflage akkreditiert'],
    ['Formblatt', 'Wir brauchen noch etwas von Ihnen'],
    ['Probst-Muster', 'Wir prüfen Ihren Antrag'],
    ['Testlauf', 'Sie stehen auf der Warteliste'],
    ['Vorspann', 'Wir können Sie nicht akkreditieren'],
    ['Nachtrag', 'Sie haben Ihren Antrag zurückgezogen'],
    ['Zeilenbruch', 'Ihr Antrag ist bei uns'],
  ] as const) {
    it(`says “${state}”, accessibly in both languages, light and dark, narrow and wide`, async () => {
      await withStatusPage(lastName, async (page, path) => {
        assert.match(await page.locator('main').innerText(), new RegExp(state));
        for (const address of [path, path.replace('/de/', '/en/')]) {
          await page.goto(address);
          await assertAccessible(page, state);
        }
      });
    });
  }

  it('tells the browser to keep nothing and to tell nobody', async () => {
    await withStatusPage('Beispielmann', async (page, path) => {
      const headers = (await page.request.get(path)).headers();
      assert.match(headers['cache-control'] ?? '', /no-store/);
      assert.equal(headers['referrer-policy'], 'no-referrer');
      assert.match(headers['x-robots-tag'] ?? '', /noindex/);
    });
  });

  it('lets the person change a phone number without asking anew, and another outlet only with re-approval', async () => {
    await withStatusPage('Vordruck', async (page, path) => {
      await page.goto(`${path}/edit`);
      assert.deepEqual(await axeFindings(page), []);
      await page.fill('#phone', '0361 000 99 99');
      await page.locator('main form button[type=submit]').click();
      assert.equal((await requestOf('Vordruck')).needsReapproval, false);

      await page.goto(`${path}/edit`);
      assert.equal(await page.inputValue('#phone'), '0361 000 99 99');
      await page.fill('#outletName', 'Agentur Erfindung');
      await page.locator('main form button[type=submit]').click();
      const request = await requestOf('Vordruck');
      assert.equal(request.needsReapproval, true);
      assert.equal(request.state, 'approved', 'the approval stays valid until it is decided anew');
      assert.match(await page.locator('main').innerText(), /Ihre Zulassung gilt weiter/);
    });
  });

  it('takes a message to the team', async () => {
    await withStatusPage('Kabelmann', async (page) => {
      await page.fill('form[action$="/message"] textarea', 'Wo parken wir?');
      await page.getByRole('button', { name: 'Nachricht senden' }).click();
      assert.match(await page.locator('main').innerText(), /Wo parken wir\?/);
    });
  });

  it('hands out all own data', async () => {
    await withStatusPage('Probst-Muster', async (page, path) => {
      const answer = await page.request.get(`${path}/data.json`);
      assert.match(answer.headers()['content-disposition'] ?? '', /^attachment/);
      assert.match(JSON.stringify(await answer.json()), /Ilmtal-Musterbote.*redaktionsauftrag\.pdf/s);
    });
  });

  it('comes again by mail when it is lost, and tells a stranger nothing', async () => {
    await withPage({ viewport: PHONE, baseURL: portal.url, javaScriptEnabled: false }, async (page) => {
      const ask = async (email: string) => {
        await page.goto('/de/accreditation');
        await page.fill('#email', email);
        await page.getByRole('button', { name: 'Link anfordern' }).click();
        return (await page.locator('main').innerText()).replaceAll(email, '');
      };
      const [known, unknown] = [
        await ask((await requestOf('Exempel')).email),
        await ask('niemand@nirgends.example'),
      ];
      assert.equal(known, unknown);
      const letter = await portal.letterTo((await requestOf('Exempel')).email, /Link|Antr/);
      await page.goto(linkIn(letter));
      assert.match(await page.locator('main').innerText(), /Hilde Exempel/);
    });
  });

  it('lets the person withdraw, and confirms it by mail', async () => {
    await withStatusPage('Exempel', async (page) => {
      await page.getByRole('link', { name: /zurückziehen/i }).click();
      assert.deepEqual(await axeFindings(page), []);
      await page.locator('main form button[type=submit]').click();
      assert.match(await page.locator('main').innerText(), /Sie haben Ihren Antrag zurückgezogen/);
    });
    await portal.letterTo((await requestOf('Exempel')).email, /zurückgezogen/i);
  });

  it('erases everything at once, and opens nothing afterwards', async () => {
    const { id, email } = await requestOf('Zeilenbruch');
    const [document] = await portal.db('request_documents').where({ request_id: id });
    await withStatusPage('Zeilenbruch', async (page, path) => {
      await page.goto(`${path}/erase`);
      assert.deepEqual(await axeFindings(page), []);
      await page.check('#confirm');
      await page.locator('main form button[type=submit]').click();
      assert.match(await page.locator('main').innerText(), /gelöscht/i);
      assert.equal((await page.goto(path))?.status(), 410);
    });
    assert.equal(await findRequest(portal.db, id), undefined);
    assert.equal((await portal.db('outgoing_mails').where({ recipient: email })).length, 0);
    assert.ok(document, 'there was a file');
    await untilGone(document.file);
  });

  /** Files go by a job right after the rows, so that a crash in between is made good. */
  async function untilGone(file: string): Promise<void> {
    for (let tries = 0; tries < 100; tries += 1) {
      const there = await portal.files.read(file).then(
        () => true,
        () => false,
      );
      if (!there) return;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    throw new Error('The file is still there');
  }
});

import assert from 'node:assert/strict';
import { changeRequest } from '../../src/accreditation/index.js';
import { CONFIRM_LINK, STATUS_LINK } from '../../src/accreditation/paths.js';
import { toToken } from '../../src/platform/personal-links.js';
import { eraseRequest } from '../../src/privacy/erase-request.js';
import { anApplicant } from '../support/applicant.js';
import { type Browser, openBrowser } from '../support/browser.js';
import { anUnconfirmedRequest } from '../support/factories.js';
import { MORNING, openPortal, type TestPortal } from '../support/portal.js';

const PLACES = ['', '/edit', '/withdraw', '/erase', '/data.json', '/badge.pdf', '/event.ics', '/documents/1'];

describe('a personal link', () => {
  let portal: TestPortal;
  let browser: Browser;
  before(async () => {
    portal = await openPortal();
    browser = openBrowser(portal.app);
  });
  after(() => portal.close());

  const isRefused = async (page: string, status: number) => {
    for (const place of PLACES) {
      const answer = await browser.visit(page + place);
      assert.equal(answer.status, status, place);
      assert.match(answer.text, /href="\/de\/accreditation"/, place);
      assert.equal(answer.headers['cache-control'], 'private, no-store', place);
    }
    for (const place of ['/answer', '/message', '/edit', '/withdraw', '/erase'])
      assert.equal(
        (
          await browser.agent
            .post(page + place)
            .type('form')
            .send({ text: 'x', confirm: 'yes' })
        ).status,
        status,
      );
  };

  it('opens nothing to a stranger who makes one up, and shows the way to a new one', async () => {
    await isRefused('/de/accreditation/1.1.abcdefghijklmnopqrstuvwxyz012345', 404);
    await isRefused('/de/accreditation/nonsense', 404);
  });

  it('of another purpose or an old version opens nothing', async () => {
    const { request, page } = await anApplicant(portal);
    const confirm = toToken(portal.keys, { purpose: CONFIRM_LINK, id: request.id, version: 1 });
    await isRefused(`/de/accreditation/${confirm}`, 404);
    await changeRequest(portal.db, request, { linkVersion: 2 }, MORNING);
    await isRefused(page, 404);
  });

  it('opens nothing before the address is confirmed', async () => {
    const { id, linkVersion } = await anUnconfirmedRequest(portal);
    const status = toToken(portal.keys, { purpose: STATUS_LINK, id, version: linkVersion });
    await isRefused(`/de/accreditation/${status}`, 404);
  });

  it('of an erased request says so', async () => {
    const { request, page } = await anApplicant(portal);
    await eraseRequest(portal, request.id);
    await isRefused(page, 410);
  });

  it('is the same in the other language', async () => {
    const { page, request } = await anApplicant(portal);
    const { text } = await browser.visit(page);
    const english = /href="(\/en\/accreditation\/[^"]+)" hreflang="en"/.exec(text)?.[1];
    assert.equal(english, page.replace('/de/', '/en/'));
    assert.match((await browser.visit(english!)).text, new RegExp(`Your application ${request.reference}`));
  });
});

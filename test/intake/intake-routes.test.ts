import assert from 'node:assert/strict';
import type { Event } from '../../src/events/index.js';
import type { Browser } from '../support/browser.js';
import { anEvent, aRequest, aRequestInput } from '../support/factories.js';
import { openPortal, type TestPortal } from '../support/portal.js';
import { signInAs } from '../support/staff.js';

const PAGE = '/staff/requests/new';

describe('taking in a request at the desk', () => {
  let portal: TestPortal;
  let reviewer: Browser;
  let event: Event;
  beforeEach(async () => {
    portal = await openPortal();
    reviewer = await signInAs(portal, 'reviewer');
    event = await anEvent(portal);
  });
  afterEach(() => portal.close());

  const filled = (changes: Record<string, string> = {}) => ({
    ...(aRequestInput() as unknown as Record<string, string>),
    ...{ event: event.slug, nonce: 'form-number-1', channel: 'phone', lang: 'de', privacyNotice: 'yes' },
    ...changes,
  });

  it('leads to the request, with a sentence', async () => {
    const answer = await reviewer.upload(PAGE, filled());
    assert.equal(answer.status, 303);
    const page = await reviewer.visit(answer.headers.location!);
    assert.match(page.text, /ist aufgenommen/);
    assert.match(page.text, /Mara Musterfeld/);
    assert.match(page.text, /nimmt den Antrag für die Person auf/);
  });

  it('keeps everything typed when something is missing, and says what', async () => {
    const answer = await reviewer.upload(PAGE, filled({ phone: '', channel: '', privacyNotice: '' }));
    assert.equal(answer.status, 400);
    assert.match(answer.text, /value="Musterfeld"/);
    assert.match(answer.text, /value="form-number-1"/);
    for (const field of ['phone', 'channel', 'privacyNotice'])
      assert.match(answer.text, new RegExp(`href="#${field}"`), field);
  });

  it('names the request that this address has already', async () => {
    const earlier = await aRequest(portal, { event });
    const answer = await reviewer.upload(PAGE, filled({ email: earlier.email }));
    assert.equal(answer.status, 409);
    assert.match(answer.text, new RegExp(earlier.reference));
    assert.match(answer.text, /value="Musterfeld"/);
  });

  it('still takes in after the closing and says so, and not after the event', async () => {
    portal.moveClock(new Date(event.accreditationClosesAt.getTime() + 3600_000));
    assert.match((await reviewer.visit(PAGE)).text, /Anmeldefrist ist seit dem/);
    assert.equal((await reviewer.upload(PAGE, filled())).status, 303);
    const later = await reviewer.tokenAt(PAGE);
    portal.moveClock(new Date(event.endsAt.getTime() + 1000));
    const refused = await reviewer.upload('/staff/requests', { ...filled(), formToken: later }, [], PAGE);
    assert.equal(refused.status, 409);
    assert.match(refused.text, /Diese Veranstaltung ist vorbei/);
    assert.match(refused.text, /value="Musterfeld"/);
    assert.match((await reviewer.visit(PAGE)).text, /keine Veranstaltung/);
  });

  it('asks for which event where there are several', async () => {
    const other = await anEvent(portal);
    const page = await reviewer.visit(PAGE);
    for (const { slug } of [event, other])
      assert.match(page.text, new RegExp(`href="${PAGE.replaceAll('/', '\\/')}\\?event=${slug}"`));
  });

  it('is closed to who may only read requests, and to everybody else', async () => {
    for (const role of ['auditor', 'editor', 'checkin'] as const)
      assert.equal((await (await signInAs(portal, role)).visit(PAGE)).status, 403, role);
  });
});

import assert from 'node:assert/strict';
import { linkToRecord } from '../../src/site/record-links.js';
import { aRequest } from '../support/factories.js';
import { openPortal, type TestPortal } from '../support/portal.js';
import { signInAs, someMember } from '../support/staff.js';

describe('what a letter is about', () => {
  let portal: TestPortal;
  beforeEach(async () => {
    portal = await openPortal();
  });
  afterEach(() => portal.close());

  it('leads from the letter to the request and to the member of the team', async () => {
    const request = await aRequest(portal);
    const member = await someMember(portal);
    assert.equal(
      (await linkToRecord(portal, `request:${request.id}`))?.href,
      `/staff/requests/${request.reference}`,
    );
    assert.equal((await linkToRecord(portal, `staff:${member.id}`))?.href, `/staff/team/${member.id}`);
  });

  it('leads nowhere for erased records and for what has no page', async () => {
    for (const about of ['request:999', 'staff:999', 'outbox', 'x:1']) {
      assert.equal(await linkToRecord(portal, about), undefined, about);
    }
  });

  it('stands on the page of the letter', async () => {
    const request = await aRequest(portal);
    const mail = await portal
      .db('outgoing_mails')
      .where({ about: `request:${request.id}` })
      .first();
    const { text } = await (await signInAs(portal, 'reviewer')).visit(`/staff/outbox/${mail.id}`);
    assert.match(text, new RegExp(`href="/staff/requests/${request.reference}">${request.reference}<`));
  });
});

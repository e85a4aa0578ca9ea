import assert from 'node:assert/strict';
import { correctAddress } from '../../src/application/correct-address.js';
import { Conflict } from '../../src/platform/errors.js';
import { anEvent, anUnconfirmedRequest, aRequest } from '../support/factories.js';
import { onBothDatabases, type TestPortal } from '../support/portal.js';

onBothDatabases('correcting a mistyped address', (open) => {
  let portal: TestPortal;
  beforeEach(async () => {
    portal = await open();
  });
  afterEach(() => portal.close());

  it('sends a new link to the new address and ends the old one', async () => {
    const event = await anEvent(portal);
    const request = await anUnconfirmedRequest(portal, { event });
    const [before] = await portal.sendMails();
    const email = 'richtig@bote.example';
    const corrected = await correctAddress(portal, { event, request, email, quiet: false });
    assert.deepEqual([corrected.email, corrected.linkVersion], [email, request.linkVersion + 1]);
    const [after] = await portal.sendMails();
    assert.equal(after!.to, email);
    const linkIn = (text: string) => /confirm\/(\S+)/.exec(text)![1];
    assert.notEqual(linkIn(after!.text), linkIn(before!.text));
  });

  it('looks anew whether this person has asked already', async () => {
    const event = await anEvent(portal);
    const first = await aRequest(portal, { event, input: { email: 'mara@bote.example' } });
    const request = await anUnconfirmedRequest(portal, { event });
    await portal.sendMails();
    await correctAddress(portal, { event, request, email: 'mara@bote.example', quiet: false });
    const [mail] = await portal.sendMails();
    assert.match(mail!.text, new RegExp(first.reference));
  });

  it('is over once the request counts', async () => {
    const event = await anEvent(portal);
    const request = await aRequest(portal, { event });
    const late = correctAddress(portal, { event, request, email: 'x@bote.example', quiet: false });
    await assert.rejects(late, Conflict);
  });
});

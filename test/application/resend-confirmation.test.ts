import assert from 'node:assert/strict';
import { correctAddress } from '../../src/application/correct-address.js';
import { resendConfirmation } from '../../src/application/resend-confirmation.js';
import { Conflict } from '../../src/platform/errors.js';
import { anEvent, anUnconfirmedRequest, aRequest } from '../support/factories.js';
import { onBothDatabases, type TestPortal } from '../support/portal.js';

onBothDatabases('sending the confirmation again', (open) => {
  let portal: TestPortal;
  beforeEach(async () => {
    portal = await open();
  });
  afterEach(() => portal.close());

  it('sends the same letter with the same link', async () => {
    const event = await anEvent(portal);
    const request = await anUnconfirmedRequest(portal, { event });
    await resendConfirmation(portal, event, request);
    const [first, second] = await portal.sendMails();
    assert.equal(second!.text, first!.text);
    assert.notEqual(second!.messageId, first!.messageId);
  });

  it('writes to no address that was corrected since the page was opened', async () => {
    const event = await anEvent(portal);
    const request = await anUnconfirmedRequest(portal, { event });
    await correctAddress(portal, { event, request, email: 'neu@bote.example', quiet: true });
    await assert.rejects(resendConfirmation(portal, event, request), Conflict);
    assert.equal((await portal.sendMails()).length, 1);
  });

  it('is over once the request counts', async () => {
    const event = await anEvent(portal);
    await assert.rejects(resendConfirmation(portal, event, await aRequest(portal, { event })), Conflict);
  });
});

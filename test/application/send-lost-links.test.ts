import assert from 'node:assert/strict';
import { sendLostLinks } from '../../src/application/send-lost-links.js';
import { anEvent, anUnconfirmedRequest, aRequest, aWithdrawal } from '../support/factories.js';
import { onBothDatabases, type TestPortal } from '../support/portal.js';

const email = 'mara@bote.example';

onBothDatabases('a lost link', (open) => {
  let portal: TestPortal;
  beforeEach(async () => {
    portal = await open();
  });
  afterEach(() => portal.close());

  const lettersFor = async (address: string) => {
    await portal.sendMails();
    await sendLostLinks(portal, address, 'de');
    return portal.sendMails();
  };

  it('is sent for every live request of the address, however it is written', async () => {
    const one = await aRequest(portal, { input: { email } });
    const two = await aRequest(portal, { input: { email } });
    const letters = await lettersFor('MARA@bote.example');
    assert.deepEqual(
      letters.map(({ to, subject }) => [
        to,
        [one, two].find(({ reference }) => subject.includes(reference))?.id,
      ]),
      [
        [email, two.id],
        [email, one.id],
      ],
    );
  });

  it('is not sent to an address nobody has used', async () => {
    assert.deepEqual(await lettersFor('fremd@bote.example'), []);
  });

  it('is the confirmation for a request that still waits, the newest one', async () => {
    const event = await anEvent(portal);
    await anUnconfirmedRequest(portal, { event, input: { email } });
    await anUnconfirmedRequest(portal, { event, input: { email } });
    const letters = await lettersFor(email);
    assert.equal(letters.length, 1);
    assert.match(letters[0]!.text, /accreditation\/confirm\//);
  });

  it('opens a filled form for somebody known from an earlier event', async () => {
    const past = await anEvent(portal, {
      startsAt: new Date('2022-07-04T07:00:00Z'),
      endsAt: new Date('2022-07-04T15:00:00Z'),
      accreditationClosesAt: new Date('2022-07-01T15:00:00Z'),
    });
    await aRequest(portal, { event: past, input: { email } });
    const next = await anEvent(portal);
    const letters = await lettersFor(email);
    assert.equal(letters.length, 2);
    assert.match(letters[1]!.text, new RegExp(`/de/events/${next.slug}/accreditation\\?from=\\S+`));
  });

  it('offers no filled form for an event that is asked for already, and one again after withdrawing', async () => {
    const event = await anEvent(portal);
    const request = await aRequest(portal, { event, input: { email } });
    assert.equal((await lettersFor(email)).length, 1);
    await aWithdrawal(portal, request);
    const letters = await lettersFor(email);
    assert.equal(letters.length, 1);
    assert.match(letters[0]!.text, /\?from=/);
  });
});

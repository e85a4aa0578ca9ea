import assert from 'node:assert/strict';
import { subscribeAddress } from '../../src/alerts/subscribe-address.js';
import type { Wishes } from '../../src/alerts/subscriber.js';
import { findSubscriberByEmail } from '../../src/alerts/subscriber-repository.js';
import { onBothDatabases, type TestPortal } from '../support/portal.js';
import { anEntry, aSubscriber, EVERYTHING } from './subscribing.js';

const ENGLISH: Wishes = { languages: ['en'], topics: ['general'] };

onBothDatabases('entering an address for the press list', (open) => {
  let portal: TestPortal;
  beforeEach(async () => {
    portal = await open();
  });
  afterEach(() => portal.close());

  const kinds = async () => (await portal.sendMails()).map(({ to, subject }) => `${to}: ${subject}`);
  const enter = (email: string, changes: Partial<Parameters<typeof subscribeAddress>[1]> = {}) =>
    subscribeAddress(portal, { email, lang: 'de', wishes: EVERYTHING, quiet: false, ...changes });

  it('writes a letter with the link that confirms it, in the language of the page', async () => {
    await anEntry(portal, { email: 'a@bote.example', lang: 'en', wishes: ENGLISH });
    const [letter] = await portal.sendMails();
    assert.equal(letter?.subject, 'Please confirm: your place on the press list');
    assert.match(letter!.text, /https:\/\/press\.example\/en\/press\/alerts\/confirm\/\S+/);
    assert.match(letter!.text, /valid until 12\sOctober 2024, 9:00/);
    assert.equal(letter?.headers['List-Unsubscribe'], undefined, 'nobody is on a list yet');
    const subscriber = await findSubscriberByEmail(portal.db, ' A@Bote.example');
    assert.deepEqual([subscriber?.confirmedAt, subscriber?.wishes], [undefined, ENGLISH]);
  });

  it('takes the newest choice while the address is not confirmed, and gives it 48 hours again', async () => {
    await enter('a@bote.example');
    const later = new Date('2024-10-11T07:00:00Z');
    portal.moveClock(later);
    await enter('A@bote.example', { wishes: ENGLISH, lang: 'en' });
    const subscriber = await findSubscriberByEmail(portal.db, 'a@bote.example');
    assert.deepEqual([subscriber?.wishes, subscriber?.askedAt, subscriber?.lang], [ENGLISH, later, 'en']);
    assert.equal((await portal.db('alert_subscribers')).length, 1);
  });

  it('changes nothing about a confirmed address, and tells only its mailbox', async () => {
    const before = await aSubscriber(portal, { email: 'a@bote.example' });
    await portal.sendMails();
    portal.moveClock(new Date('2024-10-11T07:00:00Z'));
    await enter('a@bote.example', { wishes: ENGLISH, lang: 'en' });
    assert.deepEqual(await findSubscriberByEmail(portal.db, 'a@bote.example'), before);
    const [letter] = await portal.sendMails();
    assert.equal(letter?.subject, 'You are on the press list already');
    assert.match(letter!.text, /https:\/\/press\.example\/en\/press\/alerts\/\w+\.1\.\S+/);
  });

  it('keeps the entry and writes nothing to a mailbox that has had its letters', async () => {
    await enter('a@bote.example', { quiet: true });
    assert.deepEqual(await kinds(), []);
    assert.ok(await findSubscriberByEmail(portal.db, 'a@bote.example'));
  });

  it('writes one letter for a double click, also when both arrive at the same moment', async () => {
    await Promise.all([enter('a@bote.example'), enter('a@bote.example'), enter('a@bote.example')]);
    assert.deepEqual(await kinds(), ['a@bote.example: Bitte bestätigen: Ihr Eintrag im Presseverteiler']);
    assert.equal((await portal.db('alert_subscribers')).length, 1);
  });
});

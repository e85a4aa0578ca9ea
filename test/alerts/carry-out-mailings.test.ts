import assert from 'node:assert/strict';
import { carryOutMailings, startMailings } from '../../src/alerts/carry-out-mailings.js';
import { unsubscribe } from '../../src/alerts/forget-subscriber.js';
import { listMailings } from '../../src/alerts/mailing-repository.js';
import { runAlertsPlan } from '../../src/alerts/run-alerts-plan.js';
import { eventTopic, type Topic } from '../../src/alerts/subscriber.js';
import { resumeSubscriber } from '../../src/alerts/subscriber-repository.js';
import { keepVersion, type Release, updateRelease } from '../../src/newsroom/index.js';
import type { Mending } from '../../src/releaselife/correct-release.js';
import { changeEmbargo, correctRelease } from '../../src/releaselife/index.js';
import { addRelease } from '../newsroom/example-release.js';
import { aDraft, edit, move, seenOf } from '../releaselife/a-draft.js';
import { anEvent } from '../support/factories.js';
import { MORNING, onBothDatabases, type TestPortal } from '../support/portal.js';
import { someMember } from '../support/staff.js';
import { aSubscriber, mailOut, sentBy } from './subscribing.js';

const at = (hour: number, minute = 0) => new Date(Date.UTC(2024, 9, 10, hour, minute));
const NINE_THIRTY = at(7, 30);
const second = (moment: Date, by: number) => new Date(moment.getTime() + by * 1000);

onBothDatabases('a mailing', (open) => {
  let portal: TestPortal;
  beforeEach(async () => {
    portal = await open();
  });
  afterEach(() => portal.close());

  const release = (changes: Partial<Release> = {}) =>
    addRelease(portal.db, { publishAt: NINE_THIRTY, updatedAt: NINE_THIRTY, title: 'Neu', ...changes });
  const change = (given: Release, changes: Partial<Release>) =>
    portal.db.transaction((trx) => updateRelease(trx, { ...given, ...changes }));
  const correct = (given: Release) =>
    portal.db.transaction(async (trx) => {
      await keepVersion(trx, given);
      const now = portal.clock.now();
      const correction = { at: now, text: 'Es sind 200.' };
      await updateRelease(trx, { ...given, version: 2, updatedAt: now, correction, state: 'corrected' });
    });
  const bulk = () => portal.db('outgoing_mails').where({ bulk: true }).orderBy('id');

  it('tells everybody of a release at its second and not before, in one letter each', async () => {
    await aSubscriber(portal, { email: 'a@bote.example' });
    await aSubscriber(portal, { email: 'b@bote.example' });
    await release({ state: 'scheduled' });
    portal.moveClock(second(NINE_THIRTY, -1));
    assert.deepEqual(await sentBy(portal), []);
    portal.moveClock(NINE_THIRTY);
    const letters = ['a@bote.example: Medieninformation: Neu', 'b@bote.example: Medieninformation: Neu'];
    assert.deepEqual(await sentBy(portal), letters);
    portal.moveClock(second(NINE_THIRTY, 1));
    assert.deepEqual(await sentBy(portal), []);
    const [mailing] = await listMailings(portal.db, 5);
    assert.deepEqual([mailing?.letters, mailing?.sent, mailing?.failed], [2, 2, 0]);
  });

  it('says what is new: title, teaser, address, files, contact, and the way off the list', async () => {
    const { id } = await aSubscriber(portal);
    await portal.sendMails();
    const { slug } = await release({ subtitle: 'Unterzeile', teaser: 'Der Vorspann.' });
    portal.moveClock(at(8));
    await mailOut(portal);
    const [letter] = await portal.sendMails();
    for (const part of ['Neu\nUnterzeile', 'Der Vorspann.', 'Pressestelle\n+49 361 0000000'])
      assert.ok(letter?.text.includes(part), part);
    assert.match(letter!.text, new RegExp(`https://press.example/de/press/2024/${slug}\\n`));
    assert.match(letter!.text, new RegExp(`/${slug}\\.pdf`));
    const link = new RegExp(`https://press.example/de/press/alerts/${id.toString(36)}\\.1\\.[\\w-]{32}`);
    const [address] = link.exec(letter!.text) ?? [];
    assert.ok(address, letter!.text);
    assert.equal(letter?.headers['List-Unsubscribe'], `<${address}/unsubscribe>`);
    assert.equal(letter?.headers['List-Unsubscribe-Post'], 'List-Unsubscribe=One-Click');
    assert.equal(letter?.headers['List-Id'], '<presseverteiler.press.example>');
  });

  it('goes to those who want its topic and its language', async () => {
    const event = await anEvent(portal);
    const wish = (email: string, topic: Topic) =>
      aSubscriber(portal, { email, wishes: { languages: ['de'], topics: [topic] } });
    await wish('all@b.example', 'all');
    await wish('general@b.example', 'general');
    await wish('event@b.example', eventTopic(event.id));
    await wish('other@b.example', eventTopic(event.id + 1));
    await aSubscriber(portal, { email: 'english@b.example', wishes: { languages: ['en'], topics: ['all'] } });
    await aSubscriber(portal, {
      email: 'both@b.example',
      wishes: { languages: ['de', 'en'], topics: ['general', eventTopic(event.id)] },
    });
    await release({ title: 'Zum Kongress', eventId: event.id, pair: 'p' });
    await release({ title: 'About the congress', eventId: event.id, language: 'en', pair: 'p' });
    await release({ title: 'Allgemein' });
    portal.moveClock(at(8));
    assert.deepEqual(await sentBy(portal), [
      'all@b.example: Medieninformation: Allgemein',
      'all@b.example: Medieninformation: Zum Kongress',
      'both@b.example: Medieninformation: Allgemein',
      'both@b.example: Medieninformation: Zum Kongress',
      'both@b.example: Press release: About the congress',
      'english@b.example: Press release: About the congress',
      'event@b.example: Medieninformation: Zum Kongress',
      'general@b.example: Medieninformation: Allgemein',
    ]);
  });

  it('leaves out the archive: what was public before somebody came is not sent to them', async () => {
    await release({ title: 'Von gestern', publishAt: new Date('2024-10-09T08:00:00Z') });
    await aSubscriber(portal);
    assert.deepEqual(await sentBy(portal), []);
    assert.deepEqual(await listMailings(portal.db, 5), []);
    await release({ title: 'Von halb zehn' });
    portal.moveClock(at(8));
    await aSubscriber(portal, { email: 'spaeter@b.example' });
    assert.equal((await sentBy(portal)).length, 1);
  });

  it('takes up what became public while the portal was down', async () => {
    await aSubscriber(portal);
    await release({ state: 'scheduled' });
    portal.moveClock(new Date('2024-10-12T07:00:00Z'));
    assert.equal((await sentBy(portal)).length, 1);
  });

  it('keeps letters in when an embargo is set while they wait, and lets them go at its end', async () => {
    await aSubscriber(portal);
    const given = await release();
    portal.moveClock(at(8));
    await mailOut(portal);
    await change(given, { embargoUntil: at(10) });
    assert.deepEqual(await sentBy(portal), []);
    portal.moveClock(second(at(10), -1));
    assert.deepEqual(await sentBy(portal), []);
    portal.moveClock(at(10));
    assert.equal((await sentBy(portal)).length, 1);
  });

  it('writes no more letters when an embargo is set in the middle, and goes on at its end', async () => {
    for (let number = 0; number < 55; number += 1) await aSubscriber(portal);
    await portal.sendMails();
    const given = await release();
    portal.moveClock(at(8));
    await startMailings(portal);
    await carryOutMailings(portal, async () => {
      await change(given, { embargoUntil: at(10) });
      return true;
    });
    assert.equal((await listMailings(portal.db, 5))[0]?.letters, 50);
    assert.equal((await sentBy(portal)).length, 0);
    portal.moveClock(at(10));
    assert.equal((await sentBy(portal)).length, 55);
  });

  it('tells of a correction those whom the earlier version reached, and nobody who came since', async () => {
    await aSubscriber(portal, { email: 'alt@b.example' });
    const given = await release();
    portal.moveClock(at(8));
    assert.deepEqual(await sentBy(portal), ['alt@b.example: Medieninformation: Neu']);
    await aSubscriber(portal, { email: 'neu@b.example' });
    await correct(given);
    await mailOut(portal);
    const mails = (await portal.sendMails()).filter(({ headers }) => headers['List-Id']);
    assert.deepEqual(
      mails.map(({ to, subject }) => `${to}: ${subject}`),
      ['alt@b.example: Berichtigung: Neu'],
    );
    assert.match(mails[0]!.text, /Was wir berichtigt haben:\nEs sind 200\./);
  });

  it('tells of a correction also those who have since chosen other topics', async () => {
    const reader = await aSubscriber(portal);
    const given = await release();
    portal.moveClock(at(8));
    await sentBy(portal);
    await portal.db('alert_wishes').where({ subscriber_id: reader.id }).update({ topic: 'event:77' });
    await correct(given);
    assert.equal((await sentBy(portal)).length, 1);
  });

  it('sends nobody an old release as news when it is corrected after it was forgotten who was told', async () => {
    await aSubscriber(portal);
    const given = await release();
    portal.moveClock(at(8));
    assert.equal((await sentBy(portal)).length, 1);
    portal.moveClock(new Date('2025-10-11T08:00:00Z'));
    assert.equal((await runAlertsPlan(portal)).deliveries, 1);
    await correct(given);
    assert.deepEqual(await sentBy(portal), []);
  });

  it('sends the corrected release itself to whom the earlier version never reached', async () => {
    await aSubscriber(portal, { email: 'alt@b.example' });
    const given = await release();
    portal.moveClock(at(8));
    await mailOut(portal);
    await correct(given);
    assert.deepEqual(await sentBy(portal), ['alt@b.example: Medieninformation: Neu']);
    assert.deepEqual(
      (await bulk()).map(({ state }) => state),
      ['cancelled', 'sent'],
    );
  });

  it('tells of a withdrawal those who were told of the release, and keeps in what still waits', async () => {
    await aSubscriber(portal, { email: 'a@b.example' });
    const told = await release({ title: 'Schon gesendet' });
    portal.moveClock(at(8));
    await sentBy(portal);
    const untold = await release({ title: 'Noch nicht', publishAt: at(8) });
    await mailOut(portal);
    for (const given of [told, untold])
      await change(given, { state: 'withdrawn', withdrawal: { at: at(8), note: 'Abgesagt.' } });
    assert.deepEqual(await sentBy(portal), ['a@b.example: Zurückgezogen: Schon gesendet']);
    assert.deepEqual(await sentBy(portal), []);
  });

  it('goes on where a process died between two batches, and writes to nobody twice', async () => {
    for (let number = 0; number < 120; number += 1) await aSubscriber(portal);
    await release();
    portal.moveClock(at(8));
    await startMailings(portal);
    let batches = 0;
    const dying = carryOutMailings(portal, async () => {
      batches += 1;
      if (batches === 2) throw new Error('power cut');
      return true;
    });
    await assert.rejects(dying, /power cut/);
    assert.equal((await portal.db('alert_deliveries')).length, 100);
    await mailOut(portal);
    const recipients = (await bulk()).map(({ recipient }) => recipient);
    assert.deepEqual([recipients.length, new Set(recipients).size], [120, 120]);
  });

  it('writes to nobody twice when several processes work at it', async () => {
    for (let number = 0; number < 60; number += 1) await aSubscriber(portal);
    await release();
    portal.moveClock(at(8));
    await Promise.all([mailOut(portal), mailOut(portal), mailOut(portal)]);
    const recipients = (await bulk()).map(({ recipient }) => recipient);
    assert.deepEqual([recipients.length, new Set(recipients).size], [60, 60]);
  });

  it('writes to nobody who left or is paused', async () => {
    const left = await aSubscriber(portal);
    const { id } = await aSubscriber(portal);
    await portal.db('alert_subscribers').where({ id }).update({ paused_at: MORNING.toISOString() });
    await unsubscribe(portal, left.id);
    await release();
    portal.moveClock(at(8));
    assert.deepEqual(await sentBy(portal), []);
    await portal.db.transaction((trx) => resumeSubscriber(trx, id));
    await release({ publishAt: at(8), title: 'Die nächste' });
    assert.equal((await sentBy(portal)).length, 1);
  });

  it('takes away the letters that wait for somebody who leaves', async () => {
    const leaving = await aSubscriber(portal);
    await release();
    portal.moveClock(at(8));
    await mailOut(portal);
    await unsubscribe(portal, leaving.id);
    assert.deepEqual(await sentBy(portal), []);
    assert.equal((await portal.db('outgoing_mails').where({ about: `alert:${leaving.id}` })).length, 0);
  });

  it('has nothing to say about a release that was deleted while its letters waited', async () => {
    await aSubscriber(portal);
    const { id } = await release();
    portal.moveClock(at(8));
    await mailOut(portal);
    await portal.db('releases').where({ id }).delete();
    assert.deepEqual(await sentBy(portal), []);
    assert.deepEqual(
      (await bulk()).map(({ state }) => state),
      ['cancelled'],
    );
  });

  it('follows what the desk does: published, a typo mended, corrected, withdrawn', async () => {
    await aSubscriber(portal, { email: 'a@b.example' });
    const editor = await someMember(portal, 'editor');
    portal.moveClock(at(8));
    const id = await aDraft(portal, editor, { content: { title: 'Vom Arbeitsplatz' } });
    assert.deepEqual(await sentBy(portal), []);
    await move(portal, editor, id, 'publish');
    assert.deepEqual(await sentBy(portal), ['a@b.example: Medieninformation: Vom Arbeitsplatz']);
    const correctTo = async (teaser: string, mending: Mending) => {
      const { content } = await edit(portal, id, { teaser });
      await correctRelease(portal, editor, await seenOf(portal, id), { content, mending });
    };
    portal.moveClock(at(9));
    await correctTo('Der Vorspann!', { kind: 'mend' });
    assert.deepEqual(await sentBy(portal), []);
    await correctTo('Ein anderer Vorspann.', { kind: 'correct', note: 'Es sind 200.' });
    assert.deepEqual(await sentBy(portal), ['a@b.example: Berichtigung: Vom Arbeitsplatz']);
    await move(portal, editor, id, 'withdraw', 'Abgesagt.');
    assert.deepEqual(await sentBy(portal), ['a@b.example: Zurückgezogen: Vom Arbeitsplatz']);
    assert.deepEqual(await sentBy(portal), []);
  });

  it('follows an embargo that the desk lifts early', async () => {
    await aSubscriber(portal, { email: 'a@b.example' });
    const editor = await someMember(portal, 'editor');
    const id = await aDraft(portal, editor, { plan: { embargoUntil: at(12) } });
    await move(portal, editor, id, 'publish');
    portal.moveClock(at(9));
    assert.deepEqual(await sentBy(portal), []);
    await changeEmbargo(portal, editor, await seenOf(portal, id), { until: undefined, reason: 'Es eilt.' });
    assert.equal((await sentBy(portal)).length, 1);
  });
});

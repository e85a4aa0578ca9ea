import assert from 'node:assert/strict';
import { findRequest } from '../../src/accreditation/index.js';
import type { Event } from '../../src/events/index.js';
import { CATALOGUE } from '../../src/letterdesk/catalogue.js';
import { changeLetterText } from '../../src/letterdesk/change-letter-text.js';
import { shippedLetter } from '../../src/platform/letters.js';
import { aJudgedRequest, outcomes, runJobs } from '../bulk/choosing.js';
import type { Browser } from '../support/browser.js';
import { anEvent, aRequest } from '../support/factories.js';
import { MORNING, openPortal, type TestPortal } from '../support/portal.js';
import { signInAs } from '../support/staff.js';

const QUEUE = '/staff/requests';
const BULK = '/staff/requests/bulk';

describe('many requests at once, at the desk', () => {
  let portal: TestPortal;
  let desk: Browser & { member: { id: number; name: string } };
  before(async () => {
    portal = await openPortal();
    desk = await signInAs(portal, 'reviewer');
  });
  after(() => portal.close());
  beforeEach(() => portal.moveClock(MORNING));

  const judged = (event: Event, lang: 'de' | 'en' = 'de') =>
    aJudgedRequest(portal, desk.member as never, { event, lang });
  const choose = (action: string, refs: string[], query = '') =>
    desk.send(QUEUE, { action, 'refs[]': refs }, `${BULK}${query}`);
  const idOf = (location: string) => Number(/bulk\/(\d+)/.exec(location)?.[1]);

  it('offers ticks and actions in the list, to those who decide', async () => {
    const { reference } = await aRequest(portal);
    const page = await desk.visit(QUEUE);
    assert.match(page.text, new RegExp(`name="refs\\[\\]" value="${reference}" form="bulk"`));
    assert.match(page.text, /value="approve"><span class="kern-label">Zulassen: Vorschau/);
    const auditor = await signInAs(portal, 'auditor');
    assert.doesNotMatch((await auditor.visit(QUEUE)).text, /refs\[\]/);
    assert.equal((await auditor.send('/staff/account', { action: 'approve' }, BULK)).status, 403);
  });

  it('ticks a whole page without a script', async () => {
    await aRequest(portal);
    const page = await desk.visit(`${QUEUE}?choose=page`);
    assert.match(page.text, /name="refs\[\]" value="[^"]+" form="bulk" checked/);
  });

  it('shows who gets which letter and who is left out and why; nothing is decided yet', async () => {
    const event = await anEvent(portal);
    const [ready, unseen] = [await judged(event), await aRequest(portal, { event })];
    const { headers } = await choose('approve', [ready.reference, unseen.reference], '?tab=received');
    assert.match(headers.location!, /\?tab=received$/);
    const { text } = await desk.visit(headers.location!);
    assert.match(text, /<h1>1 wird zugelassen, 1 übersprungen<\/h1>/);
    assert.match(text, /Der Nachweis hat noch kein Urteil\./);
    assert.match(text, new RegExp(`An: ${ready.email}`));
    assert.match(text, /Schreiben gehen hinaus ab<\/dt><dd>9:10.Uhr/);
    assert.equal((await findRequest(portal.db, ready.id))?.state, 'received');
  });

  it('chooses all that match the filter in the address', async () => {
    const event = await anEvent(portal);
    for (let count = 0; count < 3; count += 1) await aRequest(portal, { event });
    const query = `?event=${event.id}`;
    const all = await desk.send(`${QUEUE}${query}`, { action: 'waitlist', scope: 'all' }, `${BULK}${query}`);
    const { text } = await desk.visit(all.headers.location!);
    assert.match(text, /<h1>3 kommen auf die Warteliste<\/h1>/);
  });

  it('says what to do when nothing is ticked', async () => {
    const event = await anEvent(portal);
    await aRequest(portal, { event });
    const refused = await choose('approve', [], `?event=${event.id}&tab=received`);
    assert.equal(refused.status, 400);
    assert.match(refused.text, /href="#ticks">Bitte kreuzen Sie mindestens einen Antrag an/);
    assert.match(refused.text, /id="ticks" aria-invalid="true" aria-describedby="ticks-error"/);
    assert.match(refused.text, /id="ticks-error"/);
    assert.match(refused.text, new RegExp(`<option value="${event.id}" selected>`), 'in the same list');
    const nobody = `?event=${(await anEvent(portal)).id}`;
    const all = await desk.send(QUEUE, { action: 'approve', scope: 'all' }, `${BULK}${nobody}`);
    assert.equal(all.status, 400);
    assert.match(all.text, /<div class="desk-panel" id="ticks"/);
  });

  it('asks once for what the single decision asks for, in each language that is read, and keeps what was typed', async () => {
    const event = await anEvent(portal);
    const refs = [await aRequest(portal, { event }), await aRequest(portal, { event, lang: 'en' })];
    const run = (
      await choose(
        'reject',
        refs.map(({ reference }) => reference),
      )
    ).headers.location!;
    const refused = await desk.send(
      run,
      { reason: 'capacity', textDe: 'Alles voll.', textEn: '' },
      `${run}/wording`,
    );
    assert.equal(refused.status, 400);
    assert.match(refused.text, /href="#textEn"/);
    assert.match(refused.text, /Alles voll\.<\/textarea>/);
    const words = { reason: 'capacity', textDe: 'Alles voll.', textEn: 'All full.' };
    assert.equal((await desk.send(run, words, `${run}/wording`)).status, 303);
    const german = await desk.visit(run);
    assert.match(german.text, /Deutsch \(1\)/);
    assert.match(german.text, /lang="de">\s*<p[\s\S]*Alles voll\./);
    assert.match((await desk.visit(`${run}?letter=en-1`)).text, /lang="en">\s*<p[\s\S]*All full\./);
    assert.match((await desk.visit(`${run}?to=${refs[1]!.reference}`)).text, /Schreiben an /);
  });

  it('runs, says what came of it, and takes it back as a whole', async () => {
    const event = await anEvent(portal);
    const request = await judged(event);
    const run = (await choose('approve', [request.reference])).headers.location!;
    await desk.send(run, {}, `${run}/start`);
    const result = await desk.visit(run);
    assert.match(result.text, /1 von 1 zugelassen/);
    assert.match(result.text, /Ganzen Lauf zurücknehmen/);
    assert.match((await desk.visit(BULK)).text, /1 erledigt/);
    await desk.send(run, {}, `${run}/undo`);
    assert.match((await desk.visit(run)).text, /1 von 1 zurückgenommen/);
    assert.equal((await findRequest(portal.db, request.id))?.state, 'received');
  });

  it('goes on as a job after its first step, with a way to look again and to stop', async () => {
    const event = await anEvent(portal);
    const refs: string[] = [];
    for (let count = 0; count < 45; count += 1) refs.push((await aRequest(portal, { event })).reference);
    const run = (await choose('waitlist', refs)).headers.location!;
    await desk.send(run, { reason: 'capacity', textDe: '' }, `${run}/wording`);
    await desk.send(run, {}, `${run}/start`);
    const page = await desk.visit(run);
    assert.match(page.text, /40 von 45 auf der Warteliste/);
    assert.match(page.text, /Stand aktualisieren/);
    assert.match(page.text, /Anhalten/);
    await runJobs(portal);
    assert.match((await desk.visit(run)).text, /45 von 45 auf der Warteliste/);
  });

  it('decides nothing twice on a second click, and says how it stands now', async () => {
    const event = await anEvent(portal);
    const request = await judged(event);
    const run = (await choose('approve', [request.reference])).headers.location!;
    await desk.send(run, {}, `${run}/start`);
    const again = await desk.send(run, {}, `${run}/start`);
    assert.equal(again.status, 409);
    assert.match(again.text, /Das ist nicht mehr möglich/);
    assert.equal(
      (await portal.db('outgoing_mails').where({ about: `request:${request.id}`, after_sent: 'decision' }))
        .length,
      1,
    );
  });

  it('keeps what was typed when the run has begun in another tab', async () => {
    const request = await aRequest(portal);
    const run = (await choose('waitlist', [request.reference])).headers.location!;
    const words = { reason: 'capacity', textDe: 'Mit Sorgfalt geschrieben.' };
    await desk.send(run, words, `${run}/wording`);
    await desk.send(run, {}, `${run}/start`);
    const late = await desk.send(run, words, `${run}/wording`);
    assert.equal(late.status, 409);
    assert.match(late.text, /Mit Sorgfalt geschrieben\./);
  });

  it('sends no words that were changed in another tab after the preview was read', async () => {
    const request = await aRequest(portal);
    const run = (await choose('waitlist', [request.reference])).headers.location!;
    const say = (textDe: string) => desk.send(run, { reason: 'capacity', textDe }, `${run}/wording`);
    const markIn = (html: string) => /name="words" value="([^"]+)"/.exec(html)?.[1] ?? '';
    await say('Gelesen.');
    const read = markIn((await desk.visit(run)).text);
    await say('Nie gelesen.');
    const late = await desk.send(run, { words: read }, `${run}/start`);
    assert.equal(late.status, 409);
    assert.match(late.text, /Bitte lesen Sie die neue Vorschau\.[\s\S]*Nie gelesen\./);
    assert.equal((await findRequest(portal.db, request.id))?.state, 'received');
    await desk.send(run, { words: markIn(late.text) }, `${run}/start`);
    assert.equal((await findRequest(portal.db, request.id))?.state, 'waitlisted');
  });

  it('sends no letter whose template, reason or event was changed after the preview was read', async () => {
    const event = await anEvent(portal);
    const request = await aRequest(portal, { event });
    const admin = await signInAs(portal, 'administrator');
    const run = (await choose('reject', [request.reference])).headers.location!;
    await desk.send(run, { reason: 'capacity', textDe: 'Leider voll.' }, `${run}/wording`);
    const markIn = (html: string) => /name="words" value="([^"]+)"/.exec(html)?.[1] ?? '';
    let mark = markIn((await desk.visit(run)).text);
    assert.equal(markIn((await desk.visit(run)).text), mark, 'nothing changed');
    const changes: [string, () => Promise<unknown>][] = [
      [
        'the template',
        () =>
          changeLetterText(
            portal,
            {
              ...{ member: admin.member, seen: 0 },
              entry: CATALOGUE.find(({ key }) => key === 'decisions:letters.rejected')!,
            },
            {
              de: {
                subject: 'Ihr Antrag',
                body: 'Neu, {event}: {reason} {text} {legalBasis} {legalRemedy} {link}',
              },
              en: shippedLetter('decisions:letters.rejected', 'en'),
            },
          ),
      ],
      [
        'the reason',
        async () => {
          const { texts } = await portal.db('decision_reasons').where({ key: 'capacity' }).first();
          const changed = { ...JSON.parse(texts), text: { de: 'Ein anderer Satz.', en: 'Another.' } };
          await portal
            .db('decision_reasons')
            .where({ key: 'capacity' })
            .update({ texts: JSON.stringify(changed) });
        },
      ],
      [
        'the event',
        async () => {
          const { texts } = await portal.db('events').where({ id: event.id }).first();
          const changed = { ...JSON.parse(texts), title: { de: 'Umbenannt', en: 'Renamed' } };
          await portal
            .db('events')
            .where({ id: event.id })
            .update({ texts: JSON.stringify(changed) });
        },
      ],
    ];
    for (const [what, change] of changes) {
      await change();
      const late = await desk.send(run, { words: mark }, `${run}/start`);
      assert.equal(late.status, 409, what);
      assert.match(late.text, /Bitte lesen Sie die neue Vorschau\./);
      assert.equal((await findRequest(portal.db, request.id))?.state, 'received');
      mark = markIn(late.text);
    }
    await desk.send(run, { words: mark }, `${run}/start`);
    assert.equal((await findRequest(portal.db, request.id))?.state, 'rejected');
  });

  it('hands many to a colleague', async () => {
    const request = await aRequest(portal);
    const run = (await choose('assign', [request.reference])).headers.location!;
    assert.equal((await desk.send(run, {}, `${run}/wording`)).status, 400);
    await desk.send(run, { to: String(desk.member.id) }, `${run}/wording`);
    assert.deepEqual([...(await outcomes(portal, { id: idOf(run) })).values()], ['done']);
    assert.match((await desk.visit(run)).text, /1 von 1 zugewiesen/);
  });

  it('leaves rejections out that two people must decide', async () => {
    const event = await anEvent(portal, { fourEyes: true });
    const request = await aRequest(portal, { event });
    const run = (await choose('reject', [request.reference])).headers.location!;
    assert.match((await desk.visit(run)).text, /Vier Augen/);
  });

  it('does not know what is not there', async () => {
    for (const path of ['0', 'x', '999999']) assert.equal((await desk.visit(`${BULK}/${path}`)).status, 404);
  });

  it('speaks English too', async () => {
    await portal.db('staff').where({ id: desk.member.id }).update({ language: 'en' });
    const request = await judged(await anEvent(portal));
    const run = (await choose('approve', [request.reference])).headers.location!;
    assert.match((await desk.visit(run)).text, /<h1>Approve 1 request<\/h1>/);
    await portal.db('staff').where({ id: desk.member.id }).update({ language: 'de' });
  });
});

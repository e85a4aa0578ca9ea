import assert from 'node:assert/strict';
import { type Event, listProgramme } from '../../src/events/index.js';
import type { Browser } from '../support/browser.js';
import { anEvent } from '../support/factories.js';
import { openPortal, type TestPortal } from '../support/portal.js';
import { signInAs } from '../support/staff.js';

const ITEM = {
  startsAt: '2024-10-24T09:15',
  endsAt: '2024-10-24T09:45',
  titleDe: 'Eröffnung',
  titleEn: 'Opening',
  noteDe: '',
  noteEn: '',
  speakerName1: 'Dr. Erika Beispiel',
  speakerFunction1De: 'Präsidentin',
  speakerFunction1En: 'President',
  speakerName2: '',
  speakerName3: 'Max O’Muster',
};

describe('the programme at the desk', () => {
  let portal: TestPortal;
  let admin: Browser;
  let event: Event;
  let list: string;
  beforeEach(async () => {
    portal = await openPortal();
    admin = await signInAs(portal, 'administrator');
    event = await anEvent(portal);
    list = `/staff/events/${event.slug}/programme`;
  });
  afterEach(() => portal.close());

  it('starts empty and takes an item with its speakers, without empty rows', async () => {
    assert.match((await admin.visit(list)).text, /Noch steht nichts im Programm/);
    const res = await admin.send(`${list}/new`, ITEM);
    assert.equal(res.headers.location, list);
    const [item] = await listProgramme(portal.db, event.id);
    assert.deepEqual(item?.speakers, [
      { name: 'Dr. Erika Beispiel', function: { de: 'Präsidentin', en: 'President' } },
      { name: 'Max O’Muster', function: { de: '', en: '' } },
    ]);
    assert.match((await admin.visit(list)).text, /Dr\. Erika Beispiel, Max O’Muster/);
    assert.match((await admin.visit(`/de/events/${event.slug}`)).text, /Eröffnung/);
  });

  for (const [field, value, message] of [
    ['titleDe', '', /Titel \(Deutsch\): Bitte füllen/],
    ['noteEn', 'Only English', /Hinweis \(Deutsch\): Bitte ergänzen Sie auch diese Sprache/],
    ['startsAt', '2024-10-25T09:15', /Beginn: Dieser Zeitpunkt liegt nicht an einem Tag der Veranstaltung/],
    ['endsAt', '2024-10-24T09:00', /Ende: Das Ende muss nach dem Beginn liegen/],
    ['speakerName1', '', /Name 1: Bitte nennen Sie zu dieser Funktion den Namen/],
  ] as const) {
    it(`refuses ${field} "${value}" and keeps the rest`, async () => {
      const res = await admin.send(`${list}/new`, { ...ITEM, [field]: value });
      assert.equal(res.status, 400);
      assert.match(res.text, message);
      assert.match(res.text, /value="Max O’Muster"/);
      assert.deepEqual(await listProgramme(portal.db, event.id), []);
    });
  }

  it('tells the second of two editors and keeps what they typed', async () => {
    await admin.send(`${list}/new`, ITEM);
    const [item] = await listProgramme(portal.db, event.id);
    const page = `${list}/${item!.id}`;
    const seen = /name="seen" value="(\w+)"/.exec((await admin.visit(page)).text)![1]!;
    assert.equal((await admin.send(page, { ...ITEM, titleDe: 'Erste', seen })).status, 303);
    const res = await admin.send(page, { ...ITEM, titleDe: 'Zweite', seen });
    assert.equal(res.status, 409);
    assert.match(res.text, /Jemand aus dem Team hat diesen Eintrag geändert/);
    assert.match(res.text, /value="Zweite"/);
    const now = /name="seen" value="(\w+)"/.exec(res.text)![1]!;
    assert.equal((await admin.send(page, { ...ITEM, titleDe: 'Zweite', seen: now })).status, 303);
    assert.equal((await listProgramme(portal.db, event.id))[0]!.texts.title.de, 'Zweite');
  });

  it('asks before it deletes', async () => {
    await admin.send(`${list}/new`, ITEM);
    const [item] = await listProgramme(portal.db, event.id);
    const page = `${list}/${item!.id}/delete`;
    assert.match((await admin.visit(page)).text, /Programmpunkt löschen\?[\s\S]*Eröffnung/);
    assert.equal((await listProgramme(portal.db, event.id)).length, 1);
    assert.equal((await admin.send(page, {})).status, 303);
    assert.deepEqual(await listProgramme(portal.db, event.id), []);
    assert.equal((await admin.visit(page)).status, 404);
  });

  it('is read but not written by reviewers', async () => {
    const reviewer = await signInAs(portal, 'reviewer');
    assert.doesNotMatch((await reviewer.visit(list)).text, /Programmpunkt hinzufügen/);
    assert.equal((await reviewer.visit(`${list}/new`)).status, 403);
    assert.equal((await reviewer.send(list, ITEM, `${list}/new`)).status, 403);
  });
});

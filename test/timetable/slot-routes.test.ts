import assert from 'node:assert/strict';
import { type Event, listSlots } from '../../src/events/index.js';
import type { Browser } from '../support/browser.js';
import { anEvent, aSlot } from '../support/factories.js';
import { openPortal, type TestPortal } from '../support/portal.js';
import { signInAs } from '../support/staff.js';

const SLOT = {
  kind: 'interview',
  capacity: '6',
  startsAt: '2024-10-24T10:45',
  endsAt: '2024-10-24T11:15',
  titleDe: 'Dr. Erika Beispiel',
  titleEn: 'Dr Erika Beispiel',
  noteDe: '',
  noteEn: '',
};

describe('press slots at the desk', () => {
  let portal: TestPortal;
  let admin: Browser;
  let event: Event;
  let list: string;
  beforeEach(async () => {
    portal = await openPortal();
    admin = await signInAs(portal, 'administrator');
    event = await anEvent(portal);
    list = `/staff/events/${event.slug}/slots`;
  });
  afterEach(() => portal.close());

  it('start empty and are added with a key made from kind and title', async () => {
    assert.match((await admin.visit(list)).text, /Noch gibt es keine Pressetermine/);
    assert.equal((await admin.send(`${list}/new`, SLOT)).status, 303);
    const [slot] = await listSlots(portal.db, event.id);
    assert.deepEqual([slot?.key, slot?.capacity], ['interview-dr-erika-beispiel', 6]);
    assert.match((await admin.visit(list)).text, /O-Ton, 6 Plätze/);
  });

  for (const [field, value, message] of [
    ['kind', '', /Art: Bitte wählen Sie die Art/],
    ['kind', 'party', /Art: Bitte wählen Sie die Art/],
    ['capacity', '0', /Plätze: Bitte geben Sie eine ganze Zahl von 1 bis 999/],
    ['capacity', '2.5', /Plätze: Bitte geben Sie eine ganze Zahl/],
    ['titleEn', '', /Titel \(Englisch\): Bitte füllen/],
    ['startsAt', '2024-10-23T10:45', /Beginn: Dieser Zeitpunkt liegt nicht/],
    ['endsAt', '2024-10-24T10:45', /Ende: Das Ende muss nach dem Beginn/],
  ] as const) {
    it(`refuse ${field} "${value}" and keep the rest`, async () => {
      const res = await admin.send(`${list}/new`, { ...SLOT, [field]: value });
      assert.equal(res.status, 400);
      assert.match(res.text, message);
      assert.match(res.text, /value="Dr. Erika Beispiel"/);
      assert.deepEqual(await listSlots(portal.db, event.id), []);
    });
  }

  it('are changed and keep their key', async () => {
    const { id, key } = await aSlot(portal, event);
    const page = `${list}/${id}`;
    const seen = /name="seen" value="(\w+)"/.exec((await admin.visit(page)).text)![1]!;
    assert.equal((await admin.send(page, { ...SLOT, seen })).status, 303);
    const [slot] = await listSlots(portal.db, event.id);
    assert.deepEqual([slot?.key, slot?.kind], [key, 'interview']);
    const late = await admin.send(page, { ...SLOT, titleDe: 'Zu spät', seen });
    assert.equal(late.status, 409);
    assert.match(late.text, /value="Zu spät"/);
  });

  it('ask before they go, and say what goes with them', async () => {
    const { id } = await aSlot(portal, event);
    const page = `${list}/${id}/delete`;
    assert.match((await admin.visit(page)).text, /Wünsche und Zusagen für diesen Termin/);
    assert.equal((await admin.send(page, {})).status, 303);
    assert.deepEqual(await listSlots(portal.db, event.id), []);
  });

  it('belong to their event', async () => {
    const other = await aSlot(portal, await anEvent(portal));
    assert.equal((await admin.visit(`${list}/${other.id}`)).status, 404);
    assert.equal((await admin.visit(`${list}/abc`)).status, 404);
  });
});

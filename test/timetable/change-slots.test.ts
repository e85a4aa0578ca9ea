import assert from 'node:assert/strict';
import type { SlotFields } from '../../src/events/event.js';
import { listSlots } from '../../src/events/index.js';
import { Conflict, NotFound } from '../../src/platform/errors.js';
import { addSlot, changeSlot, removeSlot } from '../../src/timetable/change-slots.js';
import { fingerprint } from '../../src/timetable/fingerprint.js';
import { anEvent } from '../support/factories.js';
import { onBothDatabases, type TestPortal } from '../support/portal.js';

const same = (text: string) => ({ de: text, en: text });
const slot = (title: string): SlotFields => ({
  kind: 'photo_call',
  capacity: 5,
  startsAt: new Date('2024-10-24T07:00:00Z'),
  endsAt: new Date('2024-10-24T07:15:00Z'),
  texts: { title: same(title), note: same('') },
});

onBothDatabases('offering press slots', (open) => {
  let portal: TestPortal;
  beforeEach(async () => {
    portal = await open();
  });
  afterEach(() => portal.close());

  it('gives each a key of its own, which a change keeps', async () => {
    const { id: eventId } = await anEvent(portal);
    await addSlot(portal, 'staff:1', eventId, slot('Bühne'));
    await addSlot(portal, 'staff:1', eventId, slot('Bühne'));
    const [first] = await listSlots(portal.db, eventId);
    const seen = { eventId, id: first!.id, seen: fingerprint(first!) };
    await changeSlot(portal, 'staff:1', seen, { ...slot('Foyer'), capacity: 9 });
    const slots = await listSlots(portal.db, eventId);
    assert.deepEqual(
      slots.map(({ key, capacity }) => [key, capacity]),
      [
        ['photo-buehne', 9],
        ['photo-buehne-2', 5],
      ],
    );
    assert.equal((await portal.db('audit_entries').where({ action: 'event.slots_changed' })).length, 3);
  });

  it('refuses the second of two editors', async () => {
    const { id: eventId } = await anEvent(portal);
    await addSlot(portal, 'staff:1', eventId, slot('Bühne'));
    const [first] = await listSlots(portal.db, eventId);
    const seen = { eventId, id: first!.id, seen: fingerprint(first!) };
    await changeSlot(portal, 'staff:1', seen, slot('Foyer'));
    await assert.rejects(changeSlot(portal, 'staff:2', seen, slot('Garten')), Conflict);
    assert.equal((await listSlots(portal.db, eventId))[0]!.texts.title.de, 'Foyer');
  });

  it('deletes a slot of this event only', async () => {
    const [event, other] = [await anEvent(portal), await anEvent(portal)];
    await addSlot(portal, 'staff:1', event.id, slot('Bühne'));
    const [first] = await listSlots(portal.db, event.id);
    await assert.rejects(removeSlot(portal, 'staff:1', other.id, first!.id), NotFound);
    await removeSlot(portal, 'staff:1', event.id, first!.id);
    assert.deepEqual(await listSlots(portal.db, event.id), []);
  });
});

import assert from 'node:assert/strict';
import type { ProgrammeFields } from '../../src/events/event.js';
import { getEvent, listProgramme } from '../../src/events/index.js';
import { Conflict, NotFound } from '../../src/platform/errors.js';
import {
  addProgrammeItem,
  changeProgrammeItem,
  removeProgrammeItem,
} from '../../src/timetable/change-programme.js';
import { fingerprint } from '../../src/timetable/fingerprint.js';
import { anEvent } from '../support/factories.js';
import { onBothDatabases, type TestPortal } from '../support/portal.js';

const same = (text: string) => ({ de: text, en: text });
const item = (title: string, hour = '07'): ProgrammeFields => ({
  startsAt: new Date(`2024-10-24T${hour}:15:00Z`),
  endsAt: new Date(`2024-10-24T${hour}:45:00Z`),
  texts: { title: same(title), note: same('') },
  speakers: [{ name: 'Dr. Erika Beispiel', function: same('Leitung') }],
});

onBothDatabases('writing the programme', (open) => {
  let portal: TestPortal;
  beforeEach(async () => {
    portal = await open();
  });
  afterEach(() => portal.close());

  const titles = async (eventId: number) =>
    (await listProgramme(portal.db, eventId)).map(({ texts }) => texts.title.de);

  it('keeps items in order of time, later ones behind earlier ones of the same hour', async () => {
    const { id } = await anEvent(portal);
    await addProgrammeItem(portal, 'staff:1', id, item('zweiter', '08'));
    await addProgrammeItem(portal, 'staff:1', id, item('dritter', '08'));
    await addProgrammeItem(portal, 'staff:1', id, item('erster', '07'));
    assert.deepEqual(await titles(id), ['erster', 'zweiter', 'dritter']);
  });

  it('moves the date under the programme without touching the version of the event', async () => {
    const { id, version } = await anEvent(portal);
    portal.moveClock(new Date('2024-10-12T07:00:00Z'));
    await addProgrammeItem(portal, 'staff:1', id, item('neu'));
    const event = await getEvent(portal.db, id);
    assert.deepEqual([event.updatedAt, event.version], [new Date('2024-10-12T07:00:00Z'), version]);
    assert.equal((await portal.db('audit_entries').where({ action: 'event.programme_changed' })).length, 1);
  });

  it('refuses the second of two editors', async () => {
    const { id: eventId } = await anEvent(portal);
    await addProgrammeItem(portal, 'staff:1', eventId, item('alt'));
    const [stored] = await listProgramme(portal.db, eventId);
    const seen = { eventId, id: stored!.id, seen: fingerprint(stored!) };
    await changeProgrammeItem(portal, 'staff:1', seen, item('erste Fassung'));
    await assert.rejects(changeProgrammeItem(portal, 'staff:2', seen, item('zweite Fassung')), Conflict);
    assert.deepEqual(await titles(eventId), ['erste Fassung']);
  });

  it('deletes an item of this event only', async () => {
    const [event, other] = [await anEvent(portal), await anEvent(portal)];
    await addProgrammeItem(portal, 'staff:1', event.id, item('bleibt'));
    const [stored] = await listProgramme(portal.db, event.id);
    await assert.rejects(removeProgrammeItem(portal, 'staff:1', other.id, stored!.id), NotFound);
    assert.deepEqual(await titles(event.id), ['bleibt']);
    await removeProgrammeItem(portal, 'staff:1', event.id, stored!.id);
    assert.deepEqual(await titles(event.id), []);
  });
});

import assert from 'node:assert/strict';
import { copyEvent } from '../../src/eventdesk/copy-event.js';
import { getEvent, listProgramme, listSlots, replaceProgramme } from '../../src/events/index.js';
import { toIsoLocal } from '../../src/platform/dates.js';
import { anEvent, aSlot } from '../support/factories.js';
import { onBothDatabases, type TestPortal } from '../support/portal.js';

const same = (text: string) => ({ de: text, en: text });

onBothDatabases('copying an event', (open) => {
  let portal: TestPortal;
  beforeEach(async () => {
    portal = await open();
  });
  afterEach(() => portal.close());

  const copyOf = (slug: string, startDay: string, shortCode = 'NEU25') =>
    copyEvent(portal, 'system', slug, { slug: 'neu', shortCode, startDay: new Date(startDay) });

  it('moves every date by the same days and keeps the time of day, also over the change of clocks', async () => {
    const source = await anEvent(portal);
    await replaceProgramme(portal.db, source.id, [
      {
        startsAt: new Date('2024-10-24T07:15:00Z'),
        endsAt: new Date('2024-10-24T08:00:00Z'),
        texts: { title: same('Eröffnung'), note: same('') },
        speakers: [{ name: 'Dr. Erika Beispiel', function: same('') }],
      },
    ]);
    await aSlot(portal, source, { key: 'photo-opening' });
    const saved = await copyOf(source.slug, '2024-11-21T11:00:00Z');
    assert.ok(saved.ok);
    const copy = await getEvent(portal.db, saved.event.id);
    assert.equal(toIsoLocal(copy.startsAt), '2024-11-21T09:15+01:00');
    assert.equal(toIsoLocal(copy.accreditationClosesAt), '2024-11-19T18:00+01:00');
    assert.equal(toIsoLocal(copy.accreditationOpensAt), '2024-10-29T00:00+01:00');
    assert.equal(toIsoLocal(copy.pressEntryAt!), '2024-11-21T08:30+01:00');
    assert.equal(toIsoLocal(copy.answerBy), '2024-11-20T12:00+01:00');
    assert.equal(toIsoLocal(copy.endsAt), '2024-11-21T17:00+01:00');
    assert.deepEqual([copy.state, copy.slug, copy.shortCode], ['draft', 'neu', 'NEU25']);
    assert.deepEqual(copy.texts, source.texts);
    const [item] = await listProgramme(portal.db, copy.id);
    assert.equal(toIsoLocal(item!.startsAt), '2024-11-21T09:15+01:00');
    assert.equal(item!.speakers[0]!.name, 'Dr. Erika Beispiel');
    const [slot] = await listSlots(portal.db, copy.id);
    assert.deepEqual([slot!.key, toIsoLocal(slot!.startsAt)], ['photo-opening', '2024-11-21T09:00+01:00']);
  });

  it('leaves the earlier event as it was', async () => {
    const source = await anEvent(portal);
    await aSlot(portal, source);
    await copyOf(source.slug, '2025-09-16T10:00:00Z');
    assert.deepEqual(await getEvent(portal.db, source.id), source);
    assert.equal((await listSlots(portal.db, source.id)).length, 1);
  });

  it('refuses names another event has, and keeps nothing', async () => {
    const source = await anEvent(portal, { slug: 'neu' });
    const saved = await copyOf('neu', '2025-09-16T10:00:00Z', source.shortCode);
    assert.deepEqual(saved, { ok: false, taken: ['slug', 'shortCode'] });
    assert.equal((await portal.db('events')).length, 1);
  });

  it('notes in the audit log which event was the pattern', async () => {
    const source = await anEvent(portal);
    const saved = await copyOf(source.slug, '2025-09-16T10:00:00Z');
    assert.ok(saved.ok);
    const [entry] = await portal.db('audit_entries').where({ action: 'event.copied' });
    assert.equal(entry.subject, `event:${saved.event.id}`);
    assert.deepEqual(JSON.parse(entry.details), { from: source.id });
  });
});

import assert from 'node:assert/strict';
import { changeEvent } from '../../src/eventdesk/change-event.js';
import { getEvent } from '../../src/events/index.js';
import { Conflict, NotFound } from '../../src/platform/errors.js';
import { anEvent } from '../support/factories.js';
import { onBothDatabases, type TestPortal } from '../support/portal.js';

onBothDatabases('changing an event', (open) => {
  let portal: TestPortal;
  beforeEach(async () => {
    portal = await open();
  });
  afterEach(() => portal.close());

  it('saves what was changed, with an audit entry', async () => {
    const event = await anEvent(portal, { state: 'draft' });
    const saved = await changeEvent(portal, 'staff:1', event, {
      ...event,
      contactEmail: 'andere@behoerde.example',
      slug: 'anders',
    });
    assert.ok(saved.ok);
    const now = await getEvent(portal.db, event.id);
    assert.deepEqual(
      [now.contactEmail, now.slug, now.state, now.version],
      ['andere@behoerde.example', 'anders', 'draft', 2],
    );
    const [entry] = await portal.db('audit_entries');
    assert.deepEqual(
      [entry.action, entry.actor, entry.subject],
      ['event.changed', 'staff:1', `event:${event.id}`],
    );
  });

  it('keeps the names of an event the public knows', async () => {
    const event = await anEvent(portal);
    await changeEvent(portal, 'staff:1', event, { ...event, slug: 'anders', shortCode: 'ANDERS' });
    const { slug, shortCode } = await getEvent(portal.db, event.id);
    assert.deepEqual([slug, shortCode], [event.slug, event.shortCode]);
  });

  it('refuses the second of two editors and saves nothing of theirs', async () => {
    const event = await anEvent(portal);
    await changeEvent(portal, 'staff:1', event, { ...event, contactEmail: 'erste@behoerde.example' });
    await assert.rejects(
      changeEvent(portal, 'staff:2', event, { ...event, contactEmail: 'zweite@behoerde.example' }),
      Conflict,
    );
    assert.equal((await getEvent(portal.db, event.id)).contactEmail, 'erste@behoerde.example');
    assert.equal((await portal.db('audit_entries')).length, 1);
  });

  it('refuses names another event has', async () => {
    const other = await anEvent(portal);
    const event = await anEvent(portal, { state: 'draft' });
    const saved = await changeEvent(portal, 'staff:1', event, { ...event, shortCode: other.shortCode });
    assert.deepEqual(saved, { ok: false, taken: ['shortCode'] });
  });

  it('knows no stranger', async () => {
    const event = await anEvent(portal);
    await assert.rejects(changeEvent(portal, 'staff:1', { slug: 'nichts', version: 1 }, event), NotFound);
  });
});

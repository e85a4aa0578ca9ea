import assert from 'node:assert/strict';
import { createEvent } from '../../src/eventdesk/create-event.js';
import { anEvent } from '../support/factories.js';
import { onBothDatabases, type TestPortal } from '../support/portal.js';

onBothDatabases('announcing an event', (open) => {
  let portal: TestPortal;
  beforeEach(async () => {
    portal = await open();
  });
  afterEach(() => portal.close());

  it('makes a draft, with an audit entry', async () => {
    const pattern = await anEvent(portal);
    const saved = await createEvent(portal, 'staff:1', { ...pattern, slug: 'neu', shortCode: 'NEU25' });
    assert.ok(saved.ok);
    assert.deepEqual([saved.event.state, saved.event.slug, saved.event.version], ['draft', 'neu', 1]);
    const [entry] = await portal.db('audit_entries');
    assert.deepEqual([entry.action, entry.actor], ['event.created', 'staff:1']);
  });

  it('refuses names another event has', async () => {
    const other = await anEvent(portal);
    const saved = await createEvent(portal, 'staff:1', { ...other, slug: 'neu' });
    assert.deepEqual(saved, { ok: false, taken: ['shortCode'] });
  });
});

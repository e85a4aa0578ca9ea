import assert from 'node:assert/strict';
import { anEvent, aSlot } from '../support/factories.js';
import { openPortal, type TestPortal } from '../support/portal.js';
import { signInAs } from '../support/staff.js';

describe('events at the desk', () => {
  let portal: TestPortal;
  beforeEach(async () => {
    portal = await openPortal();
  });
  afterEach(() => portal.close());

  it('stand in a list by state', async () => {
    await anEvent(portal, { shortCode: 'ENTWURF', state: 'draft' });
    await anEvent(portal, { shortCode: 'OFFEN' });
    await anEvent(portal, { shortCode: 'ARCHIV', state: 'archived' });
    const { text } = await (await signInAs(portal, 'administrator')).visit('/staff/events');
    const places = ['>Entwürfe<', 'ENTWURF', '>Veröffentlicht<', 'OFFEN', '>Archiv<', 'ARCHIV'].map((word) =>
      text.indexOf(word),
    );
    assert.deepEqual(
      places,
      [...places].sort((a, b) => a - b),
    );
    assert.ok(!places.includes(-1));
  });

  it('say so when there is none', async () => {
    const { text } = await (await signInAs(portal, 'administrator')).visit('/staff/events');
    assert.match(text, /Es gibt noch keine Veranstaltung/);
  });

  it('are read by reviewers, editors and auditors, without buttons', async () => {
    const { slug } = await anEvent(portal);
    for (const role of ['reviewer', 'editor', 'auditor'] as const) {
      const browser = await signInAs(portal, role);
      const { status, text } = await browser.visit(`/staff/events/${slug}`);
      assert.equal(status, 200, role);
      assert.doesNotMatch(text, /Bearbeiten|Archivieren/, role);
    }
    assert.equal((await (await signInAs(portal, 'checkin')).visit('/staff/events')).status, 403);
  });

  it('are not for strangers', async () => {
    const { slug } = await anEvent(portal, { state: 'draft' });
    const stranger = await signInAs(portal, 'administrator');
    await stranger.send('/staff/events', {}, '/staff/sign-out');
    for (const path of [`/staff/events/${slug}`, `/staff/events/${slug}/preview/de`]) {
      const res = await stranger.visit(path);
      assert.equal(res.status, 303);
      assert.match(String(res.headers.location), /^\/staff\/sign-in/);
    }
  });

  it('can be looked at in both languages before anybody else sees them', async () => {
    const event = await anEvent(portal, { state: 'draft' });
    await aSlot(portal, event);
    const browser = await signInAs(portal, 'reviewer');
    const german = await browser.visit(`/staff/events/${event.slug}/preview/de`);
    assert.match(german.text, /Vorschau: So wird die Seite aussehen/);
    assert.match(german.text, /Beispielkongress/);
    const english = await browser.visit(`/staff/events/${event.slug}/preview/en`);
    assert.match(english.text, /<html lang="en">/);
    assert.match(english.text, /Example congress/);
    assert.equal(english.headers['cache-control'], 'private, no-store');
    assert.equal((await browser.visit(`/staff/events/${event.slug}/preview/fr`)).status, 404);
  });

  it('answer an unknown address with 404', async () => {
    const browser = await signInAs(portal, 'administrator');
    for (const path of ['', '/edit', '/copy', '/programme', '/slots', '/preview/de'])
      assert.equal((await browser.visit(`/staff/events/nichts${path}`)).status, 404, path);
  });
});

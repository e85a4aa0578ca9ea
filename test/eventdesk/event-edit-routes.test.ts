import assert from 'node:assert/strict';
import { findEventBySlug, getEvent, listEvents } from '../../src/events/index.js';
import type { Browser } from '../support/browser.js';
import { anEvent, aSlot } from '../support/factories.js';
import { openPortal, type TestPortal } from '../support/portal.js';
import { signInAs } from '../support/staff.js';

const FILLED = {
  titleDe: '4. Beispielkongress',
  titleEn: '4th example congress',
  summaryDe: 'Ein Tag über Beispiele.',
  summaryEn: 'A day about examples.',
  placeDe: 'Erfurt',
  placeEn: 'Erfurt',
  organiserDe: 'Musterministerium',
  organiserEn: 'Sample ministry',
  directionsDe: '',
  directionsEn: '',
  allocationRuleDe: '',
  allocationRuleEn: '',
  startsAt: '2024-11-21T09:15',
  endsAt: '2024-11-21T16:00',
  pressEntryAt: '',
  accreditationOpensAt: '2024-11-01T00:00',
  accreditationClosesAt: '2024-11-19T18:00',
  answerBy: '2024-11-20T12:00',
  slug: 'beispielkongress-4',
  shortCode: 'BK4',
  programmeUrl: '',
  contactNameDe: 'Pressestelle',
  contactNameEn: 'Press office',
  contactEmail: 'presse@behoerde.example',
  contactPhone: '',
  undoDelayMinutes: '5',
};

describe('editing events at the desk', () => {
  let portal: TestPortal;
  let admin: Browser;
  beforeEach(async () => {
    portal = await openPortal();
    admin = await signInAs(portal, 'administrator');
  });
  afterEach(() => portal.close());

  const create = (changes: Record<string, string> = {}) =>
    admin.send('/staff/events/new', { ...FILLED, ...changes });

  it('creates a draft that the public does not see yet', async () => {
    const res = await create();
    assert.equal(res.status, 303);
    assert.equal(res.headers.location, '/staff/events/beispielkongress-4');
    const event = await findEventBySlug(portal.db, 'beispielkongress-4');
    assert.equal(event?.state, 'draft');
    assert.deepEqual(event?.startsAt, new Date('2024-11-21T08:15:00Z'));
    assert.equal(event?.pressEntryAt, undefined);
    assert.equal((await admin.visit('/de/events/beispielkongress-4')).status, 404);
    assert.match((await admin.visit('/staff/events/beispielkongress-4')).text, /Der Entwurf ist angelegt/);
  });

  it('keeps whether a second person confirms rejections and approves releases', async () => {
    await create({ fourEyes: 'no', releaseApproval: 'yes' });
    const event = await findEventBySlug(portal.db, 'beispielkongress-4');
    assert.deepEqual([event?.fourEyes, event?.releaseApproval], [false, true]);
    const { text } = await admin.visit('/staff/events/beispielkongress-4/edit');
    assert.match(text, /Freigabe von Medieninformationen[\s\S]*value="yes" selected>vier Augen: eine zweite/);
  });

  it('writes the short code in capitals and the address in small letters', async () => {
    await create({ shortCode: 'bk4', slug: 'Beispiel-4' });
    assert.equal((await findEventBySlug(portal.db, 'beispiel-4'))?.shortCode, 'BK4');
  });

  for (const [field, value, message] of [
    ['titleEn', '', /Titel \(Englisch\): Bitte füllen Sie dieses Feld aus/],
    ['directionsDe', 'Nur auf Deutsch', /Anfahrt \(Englisch\): Bitte ergänzen Sie auch diese Sprache/],
    ['slug', 'Mit Leerzeichen', /Adresse: Bitte verwenden Sie nur kleine Buchstaben/],
    ['slug', 'new', /„new“ ist vergeben/],
    ['shortCode', 'ZULANGESKURZ', /Kurzzeichen: Bitte verwenden Sie 2 bis 8/],
    ['startsAt', '', /Beginn: Bitte geben Sie Tag und Uhrzeit an/],
    ['startsAt', 'bald', /Beginn: Das ist kein Zeitpunkt/],
    ['endsAt', '2024-11-21T09:15', /Ende: Das Ende muss nach dem Beginn liegen/],
    ['pressEntryAt', '2024-11-21T16:00', /Einlass für die Presse: Der Einlass muss vor dem Ende/],
    [
      'accreditationClosesAt',
      '2024-10-31T18:00',
      /Akkreditierung schließt: Die Akkreditierung muss nach ihrer Öffnung/,
    ],
    ['answerBy', '2024-11-19T17:59', /Antwort spätestens: Die Antwort kann erst nach dem Schluss/],
    ['answerBy', '2024-11-21T09:15', /Antwort spätestens: Die Antwort muss vor dem Beginn/],
    [
      'accreditationOpensAt',
      '2024-03-31T02:30',
      /Akkreditierung öffnet: Diese Uhrzeit gibt es an diesem Tag nicht/,
    ],
    ['programmeUrl', 'kongress', /Link zum ganzen Programm: Bitte geben Sie eine vollständige Adresse/],
    ['programmeUrl', 'javascript:alert(1)', /Bitte geben Sie eine vollständige Adresse/],
    ['contactEmail', 'keine', /E-Mail: Bitte geben Sie eine gültige/],
    ['undoDelayMinutes', '61', /Rücknahmefrist in Minuten: Bitte geben Sie eine ganze Zahl von 0 bis 60/],
  ] as const) {
    it(`refuses ${field} "${value}", says why and keeps the rest`, async () => {
      const res = await create({ [field]: value });
      assert.equal(res.status, 400);
      assert.match(res.text, message);
      assert.match(res.text, /value="Pressestelle"/);
      assert.deepEqual(await listEvents(portal.db, ['draft']), []);
    });
  }

  it('asks which 2:30 is meant in the night that has two, and only then', async () => {
    const night = { accreditationOpensAt: '2024-10-27T02:30' };
    const asked = await create(night);
    assert.equal(asked.status, 400);
    assert.match(asked.text, /Diese Uhrzeit gibt es in dieser Nacht zweimal/);
    assert.match(asked.text, /name="accreditationOpensAtOffset" value="\+01:00"/);
    assert.doesNotMatch(asked.text, /name="startsAtOffset"/);
    await create({ ...night, accreditationOpensAtOffset: '+01:00' });
    const event = await findEventBySlug(portal.db, FILLED.slug);
    assert.deepEqual(event?.accreditationOpensAt, new Date('2024-10-27T01:30:00Z'));
    const form = await admin.visit(`/staff/events/${FILLED.slug}/edit`);
    assert.match(form.text, /name="accreditationOpensAtOffset" value="\+01:00" checked/);
  });

  it('refuses names another event has, in a friendly way', async () => {
    await anEvent(portal, { slug: FILLED.slug, shortCode: FILLED.shortCode });
    const res = await create();
    assert.equal(res.status, 400);
    assert.match(res.text, /Diese Adresse hat schon eine andere Veranstaltung/);
    assert.match(res.text, /Dieses Kurzzeichen hat schon eine andere Veranstaltung/);
  });

  it('saves a change and tells so', async () => {
    const event = await anEvent(portal);
    const page = `/staff/events/${event.slug}/edit`;
    const res = await admin.send(page, { ...FILLED, version: '1' });
    assert.equal(res.status, 303);
    const saved = await getEvent(portal.db, event.id);
    assert.deepEqual([saved.texts.title.de, saved.slug], ['4. Beispielkongress', event.slug]);
    assert.match((await admin.visit(String(res.headers.location))).text, /Gespeichert\./);
  });

  it('tells the second of two editors, keeps what they typed, and lets them replace it knowingly', async () => {
    const event = await anEvent(portal);
    const page = `/staff/events/${event.slug}/edit`;
    const mine = { ...FILLED, version: '1', contactNameDe: 'Meine Fassung' };
    await admin.send(page, { ...FILLED, version: '1', contactNameDe: 'Andere Fassung' });
    const res = await admin.send(page, mine);
    assert.equal(res.status, 409);
    assert.match(
      res.text,
      /Jemand aus dem Team hat diese Angaben am 10\.\u00A0Oktober 2024, 9:00.Uhr geändert/,
    );
    assert.match(res.text, /value="Meine Fassung"/);
    assert.match(res.text, new RegExp(`href="${page}"`));
    assert.equal((await getEvent(portal.db, event.id)).texts.contactName.de, 'Andere Fassung');
    const version = /name="version" value="(\d+)"/.exec(res.text)![1]!;
    assert.equal((await admin.send(page, { ...mine, version })).status, 303);
    assert.equal((await getEvent(portal.db, event.id)).texts.contactName.de, 'Meine Fassung');
  });

  it('does not let a refused entry hide a colleague’s version', async () => {
    const event = await anEvent(portal);
    const page = `/staff/events/${event.slug}/edit`;
    await admin.send(page, { ...FILLED, version: '1' });
    const refused = await admin.send(page, { ...FILLED, version: '1', contactEmail: 'falsch' });
    assert.equal(/name="version" value="(\d+)"/.exec(refused.text)![1], '1');
  });

  it('copies an event to a new day', async () => {
    const source = await anEvent(portal);
    await aSlot(portal, source);
    const page = `/staff/events/${source.slug}/copy`;
    const refused = await admin.send(page, { slug: 'neu', shortCode: 'NEU', startDay: 'irgendwann' });
    assert.equal(refused.status, 400);
    assert.match(refused.text, /Neuer erster Tag: Bitte geben Sie einen Tag an/);
    const res = await admin.send(page, { slug: 'neu', shortCode: 'NEU', startDay: '2025-09-16' });
    assert.equal(res.headers.location, '/staff/events/neu/edit');
    assert.match((await admin.visit('/staff/events/neu/edit')).text, /value="2025-09-16T09:15"/);
  });

  it('publishes and archives by a button, and refuses a button of yesterday', async () => {
    const { slug } = await anEvent(portal, { state: 'draft' });
    const page = `/staff/events/${slug}`;
    const res = await admin.send(page, { step: 'publish', version: '1' }, `${page}/state`);
    assert.equal(res.status, 303);
    assert.equal((await admin.visit(`/de/events/${slug}`)).status, 200);
    assert.equal((await admin.send(page, { step: 'archive', version: '1' }, `${page}/state`)).status, 409);
    assert.equal((await admin.send(page, { step: 'publish', version: '2' }, `${page}/state`)).status, 409);
    assert.equal((await admin.send(page, { step: 'delete', version: '2' }, `${page}/state`)).status, 404);
  });

  it('lets only the administration write', async () => {
    const { slug } = await anEvent(portal);
    for (const role of ['reviewer', 'editor', 'auditor'] as const) {
      const browser = await signInAs(portal, role);
      assert.equal((await browser.visit(`/staff/events/${slug}/edit`)).status, 403, role);
      assert.equal((await browser.send('/staff/events', FILLED, '/staff/events/new')).status, 403, role);
    }
    assert.deepEqual(await listEvents(portal.db, ['draft']), []);
  });

  it('takes no form without its token', async () => {
    const res = await admin.agent.post('/staff/events/new').type('form').send(FILLED);
    assert.equal(res.status, 403);
  });
});

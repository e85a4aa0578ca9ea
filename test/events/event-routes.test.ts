import assert from 'node:assert/strict';
import { type EventTexts, replaceProgramme } from '../../src/events/index.js';
import { type Browser, openBrowser } from '../support/browser.js';
import { anEvent, aSlot } from '../support/factories.js';
import { openPortal, type TestPortal } from '../support/portal.js';

const at = (time: string) => new Date(`2024-10-24T${time}:00+02:00`);
const both = (de: string, en: string) => ({ de, en });

const textsWith = (title: string): EventTexts => ({
  title: both(title, title),
  summary: both('Ein Tag.', 'A day.'),
  place: both('Erfurt', 'Erfurt'),
  directions: both('', ''),
  allocationRule: both('', ''),
  organiser: both('Musterministerium', 'Sample ministry'),
  contactName: both('Presseteam Musterministerium', 'Press team, Sample ministry'),
});

describe('the public pages of events', () => {
  let portal: TestPortal;
  let browser: Browser;
  beforeEach(async () => {
    portal = await openPortal();
    browser = openBrowser(portal.app);
  });
  afterEach(() => portal.close());

  const pageOf = async (path: string) =>
    (await browser.visit(path).then((res) => res.text)).replace(/&#3[49];/g, "'");

  it('list what comes first and what was below, without drafts', async () => {
    await anEvent(portal, { slug: 'naechste', texts: textsWith('Nächste') });
    await anEvent(portal, {
      slug: 'spaeter',
      startsAt: new Date('2025-09-16T07:00:00Z'),
      endsAt: new Date('2025-09-16T15:00:00Z'),
      texts: textsWith('Spätere'),
    });
    await anEvent(portal, {
      startsAt: new Date('2022-07-04T07:00:00Z'),
      endsAt: new Date('2022-07-04T15:00:00Z'),
      texts: textsWith('Vergangene'),
    });
    await anEvent(portal, { state: 'archived', texts: textsWith('Archivierte') });
    await anEvent(portal, { state: 'draft', texts: textsWith('Geheime') });
    const html = await pageOf('/de/events');
    const order = ['Demnächst', 'Nächste', 'Spätere', 'Frühere Veranstaltungen', 'Archivierte', 'Vergangene'];
    const places = order.map((word) => html.indexOf(`>${word}<`));
    assert.deepEqual(
      places,
      [...places].sort((a, b) => a - b),
    );
    assert.ok(!places.includes(-1), String(places));
    assert.doesNotMatch(html, /Geheime/);
  });

  it('say so when there is nothing yet', async () => {
    assert.match(await pageOf('/de/events'), /Zurzeit ist keine Veranstaltung angekündigt/);
    assert.match(await pageOf('/en/events'), /No event is announced at the moment/);
  });

  it('show when, where, who, and the state of accreditation with the way to the form', async () => {
    const event = await anEvent(portal, { programmeUrl: 'https://kongress.example/programm' });
    const html = await pageOf(`/de/events/${event.slug}`);
    for (const text of [
      'Donnerstag, 24.\u00A0Oktober 2024, 9:15\u00A0–\u2060\u00A017:00\u00A0Uhr',
      'Erfurt, Musterhalle',
      'ab 8:30\u00A0Uhr, mit Lichtbildausweis und QR-Code',
      'Musterministerium',
      'Geöffnet, noch 12 Tage',
      '22.\u00A0Oktober 2024, 18:00\u00A0Uhr',
      '23.\u00A0Oktober 2024, 12:00\u00A0Uhr',
      `href="/de/events/${event.slug}/accreditation"`,
      'href="/de/accreditation"',
      `href="/de/events/${event.slug}/event.ics"`,
      `href="/de/media?event=${event.slug}"`,
      'href="https://kongress.example/programm">kongress.example/programm<',
      'mailto:presse@ministerium.example',
    ])
      assert.ok(html.includes(text), text);
    assert.doesNotMatch(html, /Eingang Nord/);
    assert.match(await pageOf(`/en/events/${event.slug}`), /Open, 12 days left/);
  });

  for (const [moment, word, open] of [
    ['2024-09-28T10:00:00+02:00', 'Öffnet in 3 Tagen', false],
    ['2024-09-30T23:00:00+02:00', 'Öffnet morgen', false],
    ['2024-10-21T10:00:00+02:00', 'Geöffnet, noch ein Tag', true],
    ['2024-10-22T10:00:00+02:00', 'Geöffnet, schließt heute', true],
    ['2024-10-22T18:00:00+02:00', 'Geschlossen', false],
  ] as const) {
    it(`say "${word}" at ${moment}, with a way to the form only while it is open`, async () => {
      const { slug } = await anEvent(portal);
      portal.moveClock(new Date(moment));
      const html = await pageOf(`/de/events/${slug}`);
      assert.ok(html.includes(`</span>${word}</span>`), word);
      assert.equal(html.includes(`/de/events/${slug}/accreditation"`), open);
    });
  }

  it('weave press slots into the programme by time', async () => {
    const event = await anEvent(portal);
    await replaceProgramme(portal.db, event.id, [
      {
        startsAt: at('09:15'),
        endsAt: at('09:45'),
        texts: { title: both('Eröffnung', 'Opening'), note: both('', '') },
        speakers: [{ name: 'Dr. Erika Beispiel', function: both('Präsidentin', 'President') }],
      },
    ]);
    await aSlot(portal, event, {
      kind: 'pool',
      startsAt: at('09:15'),
      endsAt: at('10:00'),
      capacity: 2,
      texts: { title: both('Kameras im Saal', 'Cameras in the hall'), note: both('', '') },
    });
    await aSlot(portal, event, {
      kind: 'interview',
      startsAt: at('10:00'),
      endsAt: at('10:30'),
      capacity: 1,
      texts: { title: both('Gespräch', 'Talk'), note: both('Im Presseraum.', 'In the press room.') },
    });
    const html = await pageOf(`/de/events/${event.slug}`);
    const places = ['Kameras im Saal', '>Eröffnung<', '>Gespräch<'].map((word) => html.indexOf(word));
    assert.deepEqual(
      places,
      [...places].sort((a, b) => a - b),
    );
    assert.match(html, /<strong>Dr\. Erika Beispiel<\/strong>, Präsidentin/);
    assert.match(html, /Pool[\s\S]*2 Plätze\./);
    assert.match(html, /O-Ton[\s\S]*Im Presseraum\. Ein Platz\./);
    assert.match(await pageOf(`/en/events/${event.slug}`), /Cameras in the hall[\s\S]*2 places\./);
  });

  it('name the days of a programme that takes more than one', async () => {
    const event = await anEvent(portal, { endsAt: new Date('2024-10-25T14:00:00Z') });
    await aSlot(portal, event);
    await aSlot(portal, event, {
      startsAt: new Date('2024-10-25T08:00:00Z'),
      endsAt: new Date('2024-10-25T09:00:00Z'),
    });
    const html = await pageOf(`/de/events/${event.slug}`);
    assert.match(html, /<h3[^>]*>Freitag, 25\.\u00A0Oktober 2024<\/h3>/);
    assert.match(html, /24\.\u00A0Oktober 2024, 9:15\u00A0Uhr – 25\.\u00A0Oktober 2024, 16:00\u00A0Uhr/);
  });

  it('show the allocation rule where there is one', async () => {
    const without = await anEvent(portal);
    assert.doesNotMatch(await pageOf(`/de/events/${without.slug}`), /So vergeben wir die Plätze/);
    const texts = { ...without.texts, allocationRule: both('Der Reihe nach.', 'In order.') };
    const event = await anEvent(portal, { texts });
    assert.match(
      await pageOf(`/de/events/${event.slug}`),
      /So vergeben wir die Plätze[\s\S]*Der Reihe nach\./,
    );
  });

  it('tell search engines what is when and where', async () => {
    const event = await anEvent(portal);
    const html = await pageOf(`/en/events/${event.slug}`);
    const data = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/.exec(html)![1]!);
    assert.equal(data['@type'], 'Event');
    assert.equal(data.name, 'Example congress');
    assert.equal(data.startDate, '2024-10-24T09:15+02:00');
    assert.equal(data.location.name, 'Erfurt, Sample Hall');
    assert.equal(data.url, `https://press.example/en/events/${event.slug}`);
    assert.match(html, /<meta name="description" content="A day about examples\.">/);
  });

  it('know no draft and no stranger, in either language', async () => {
    const draft = await anEvent(portal, { state: 'draft' });
    for (const path of [
      `/de/events/${draft.slug}`,
      `/en/events/${draft.slug}`,
      `/de/events/${draft.slug}/event.ics`,
      '/de/events/nichts',
    ])
      assert.equal((await browser.visit(path)).status, 404, path);
  });

  it('set no cookie', async () => {
    const event = await anEvent(portal);
    assert.equal((await browser.visit(`/de/events/${event.slug}`)).headers['set-cookie'], undefined);
  });

  it('hand out a calendar file with a name of its own', async () => {
    const event = await anEvent(portal, { slug: 'kongress-2024' });
    const res = await browser.visit(`/de/events/${event.slug}/event.ics`);
    assert.equal(res.status, 200);
    assert.match(String(res.headers['content-type']), /^text\/calendar; charset=utf-8/);
    assert.match(String(res.headers['content-disposition']), /filename="?kongress-2024\.ics"?/);
    assert.match(res.text, /SUMMARY:Beispielkongress/);
  });
});

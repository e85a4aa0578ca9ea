import assert from 'node:assert/strict';
import { type AccreditationRequest, changeRequest } from '../../src/accreditation/index.js';
import { hintMark } from '../../src/hints/hints-page.js';
import { readRelations } from '../../src/hints/read-relations.js';
import { listRelated } from '../../src/hints/related-repository.js';
import { translator } from '../../src/platform/i18n.js';
import { anEvent, aRequest } from '../support/factories.js';
import { openPortal, type TestPortal } from '../support/portal.js';
import { signedIn, someMember } from '../support/staff.js';

const CARD = { proofKind: 'press_card', pressCardIssuer: 'djv', pressCardNumber: 'MU-4711' } as const;
const HOUSE = { outletName: 'Beispielbote', outletWebsite: 'https://beispielbote.example' };

describe('hints at the desk', () => {
  let portal: TestPortal;
  let request: AccreditationRequest;
  let twin: AccreditationRequest;
  let earlier: AccreditationRequest;

  before(async () => {
    portal = await openPortal();
    const title = { de: 'Frühjahrstagung', en: 'Spring meeting' };
    const event = await anEvent(portal);
    const texts = { ...event.texts, title };
    const old = await anEvent(portal, {
      ...{ texts, startsAt: new Date('2024-09-04T07:00:00Z'), endsAt: new Date('2024-09-04T15:00:00Z') },
    });
    const ask = (input: object, of = event) => aRequest(portal, { event: of, input: { ...HOUSE, ...input } });
    const asked = await ask(
      { firstName: 'Max', lastName: 'Mustermeier', ...CARD, pressCardYear: '2024' },
      old,
    );
    const refused = { state: 'rejected', shownState: 'rejected' } as const;
    earlier = await changeRequest(portal.db, asked, refused, portal.clock.now());
    twin = await ask({ firstName: 'Mustermeier', lastName: 'Max', outletName: 'Der Beispielbote GmbH' });
    await ask({ firstName: 'Ute', lastName: 'Kollegin', outletName: 'Beispielbote Verlag' });
    request = await ask({ firstName: 'Max', lastName: 'Muster-Meier', ...CARD, pressCardYear: '2023' });
  });
  after(() => portal.close());

  const page = async (language: 'de' | 'en', path: string) => {
    const browser = await signedIn(portal, await someMember(portal, 'reviewer', { language }));
    return (await browser.visit(path)).text.replace(/\u00A0/g, ' ');
  };

  it('stand beside the request in German, each with its reason and the way to the other request', async () => {
    const html = await page('de', `/staff/requests/${request.reference}`);
    assert.match(html, /Möglicherweise ein doppelter Antrag/);
    assert.match(html, new RegExp(`href="/staff/requests/${twin.reference}">Mustermeier Max`));
    assert.match(html, /Der Beispielbote GmbH · Neu eingegangen · gleich: Name und Medium/);
    assert.match(html, /Bekannt: 2024 abgelehnt/);
    assert.match(html, new RegExp(`href="/staff/requests/${earlier.reference}">`));
    assert.match(html, /Frühjahrstagung, 4. September 2024 · Abgelehnt · gleich: Name und Ausweisnummer/);
    assert.match(html, /Ein weiterer Antrag aus diesem Medium/);
    assert.match(html, /Auf dem Ausweis steht 2023/);
    assert.ok(html.indexOf('doppelter Antrag') < html.indexOf('Ausweisjahr deckt'), 'the weightiest first');
  });

  it('stand there in English, and keep the list one came from', async () => {
    const html = await page('en', `/staff/requests/${request.reference}?tab=received`);
    assert.match(html, /Possibly a duplicate request/);
    assert.match(html, new RegExp(`href="/staff/requests/${twin.reference}\\?tab=received">`));
    assert.match(html, /Received · same: name and outlet/);
    assert.match(html, /Known: 2024 rejected/);
  });

  it('stand in a word in the list', async () => {
    const html = await page('de', '/staff/requests');
    assert.equal(html.match(/Mögliche Dublette/g)?.length, 2);
    assert.match(html, /Domain passt|Impressum/);
  });

  it('cost the event list only where another event is in it', async () => {
    const related = await listRelated(portal.db, request);
    let queries = 0;
    const count = () => {
      queries += 1;
    };
    portal.db.on('query', count);
    await readRelations(portal.db, request, related);
    assert.equal(queries, 1);
    const here = related.filter(({ eventId }) => eventId === request.eventId);
    await readRelations(portal.db, request, here);
    assert.equal(queries, 1);
    portal.db.removeListener('query', count);
  });

  it('give a list the weightiest one alone', () => {
    const event = {
      id: 1,
      startsAt: new Date('2024-10-24T07:15:00Z'),
      endsAt: new Date('2024-10-24T15:00:00Z'),
    };
    const said = (changes: object) =>
      hintMark(translator('de'), { ...request, eventId: 1, ...changes }, event, {
        related: [],
        events: [event],
      });
    assert.deepEqual(said({ email: 'm@gmx.de' }), { text: 'Ausweisjahr 2023', attention: true });
    assert.deepEqual(said({ proofKind: 'imprint', email: 'm@beispielbote.example' }), {
      text: 'Domain passt',
      attention: false,
    });
    assert.equal(said({ proofKind: 'imprint', email: 'm@anderswo.example' }), undefined);
  });
});

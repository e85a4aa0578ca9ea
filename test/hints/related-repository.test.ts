import assert from 'node:assert/strict';
import type { AccreditationRequest, RequestInput } from '../../src/accreditation/index.js';
import type { Event } from '../../src/events/index.js';
import { listRelated, listRelatedTo } from '../../src/hints/related-repository.js';
import { eraseRequest } from '../../src/privacy/index.js';
import { editRequest } from '../../src/selfservice/edit-request.js';
import { anEvent, anUnconfirmedRequest, aRequest, aRequestInput } from '../support/factories.js';
import { onBothDatabases, type TestPortal } from '../support/portal.js';

const CARD = { proofKind: 'press_card', pressCardIssuer: 'djv', pressCardYear: '2024' } as const;

onBothDatabases('other requests of the same person, card or outlet', (open) => {
  let portal: TestPortal;
  let event: Event;
  let request: AccreditationRequest;
  const ask = (input: Partial<RequestInput>, of = event) => aRequest(portal, { event: of, input });
  const found = async (of = request) =>
    Object.fromEntries((await listRelated(portal.db, of)).map(({ id, alike }) => [id, alike]));

  beforeEach(async () => {
    portal = await open();
    event = await anEvent(portal);
    request = await ask({
      ...{ firstName: 'Jörg', lastName: 'Muster-Groß', outletName: 'Beispielbote GmbH' },
      ...{ ...CARD, pressCardNumber: 'MU-0815' },
    });
  });
  afterEach(() => portal.close());

  it('are found in another spelling, each with all it has in common', async () => {
    const same = await ask({
      ...{ firstName: 'Dr. Joerg', lastName: 'Mustergross', outletName: 'Der Beispielbote' },
      ...{ ...CARD, pressCardNumber: 'mu 0815' },
    });
    const swapped = await ask({ firstName: 'Muster Groß', lastName: 'Jorg', outletName: 'Anderes Blatt' });
    const card = await ask({
      ...CARD,
      pressCardNumber: 'MU0815',
      lastName: 'Fremd',
      outletName: 'Anderes Blatt',
    });
    const colleague = await ask({ outletName: 'BEISPIELBOTE Verlag' });
    await ask({ outletName: 'Anderes Blatt' });
    assert.deepEqual(await found(), {
      [same.id]: ['person', 'card', 'outlet'],
      [swapped.id]: ['person'],
      [card.id]: ['card'],
      [colleague.id]: ['outlet'],
    });
  });

  it('of other events are found by person, card and address, but not by outlet', async () => {
    const before = await anEvent(portal, { startsAt: new Date('2022-07-04T07:00:00Z') });
    const same = await ask({ email: request.email, firstName: 'Jörg', lastName: 'Muster-Groß' }, before);
    await ask({ outletName: 'Beispielbote' }, before);
    assert.deepEqual(await found(), { [same.id]: ['person', 'mail'] });
  });

  it('are left out until they are confirmed', async () => {
    await anUnconfirmedRequest(portal, { event, input: { firstName: 'Jörg', lastName: 'Muster-Groß' } });
    assert.deepEqual(await found(), {});
  });

  it('do not belong together because both name no outlet and no card', async () => {
    const free = { outletName: 'frei', firstName: 'Ute', pressCardNumber: '' };
    const one = await ask(free);
    await ask({ ...free, firstName: 'Una' });
    assert.deepEqual(await found(one), {});
  });

  it('are found anew after an edit, in the same moment', async () => {
    const other = await ask({ outletName: 'Anderes Blatt' });
    const { email, ...input } = aRequestInput({ firstName: 'Joerg', lastName: 'Muster-Gross' });
    const edit = { version: other.version, slotIds: [], upload: undefined };
    await editRequest(portal, other.id, { ...edit, input: { ...input, outletName: 'Anderes Blatt' } });
    assert.ok(email);
    assert.deepEqual(await found(), { [other.id]: ['person'] });
  });

  it('leave no key behind when they are erased', async () => {
    const other = await ask({ firstName: 'Jörg', lastName: 'Muster-Groß' });
    await eraseRequest(portal, other.id);
    assert.deepEqual(await found(), {});
    const rows = await portal.db('accreditation_requests').where({ person_key: 'jorg mustergross' });
    assert.equal(rows.length, 1);
  });

  it('of many requests are found at once, without colleagues', async () => {
    const same = await ask({ firstName: 'Joerg', lastName: 'Muster-Gross' });
    const colleague = await ask({ outletName: 'Beispielbote' });
    const related = await listRelatedTo(portal.db, [request.id, same.id, colleague.id]);
    assert.deepEqual(
      [...related].map(([id, others]) => [id, others.map((other) => [other.id, other.alike])]),
      [
        [request.id, [[same.id, ['person']]]],
        [same.id, [[request.id, ['person']]]],
      ],
    );
    assert.deepEqual(await listRelatedTo(portal.db, []), new Map());
  });
});

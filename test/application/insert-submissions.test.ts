import assert from 'node:assert/strict';
import { type AccreditationRequest, listDocuments, listHistory } from '../../src/accreditation/index.js';
import { submitRequest } from '../../src/application/submit-request.js';
import { findBrokenEntry } from '../../src/platform/audit.js';
import { anEvent, aPdf, aRequestInput } from '../support/factories.js';
import { onBothDatabases, type TestPortal } from '../support/portal.js';

onBothDatabases('handing in many requests at the same moment', (open) => {
  let portal: TestPortal;
  beforeEach(async () => {
    portal = await open();
  });
  afterEach(() => portal.close());

  async function submitAll(names: string[]): Promise<AccreditationRequest[]> {
    const event = await anEvent(portal);
    const upload = { originalName: 'auftrag.pdf', kind: 'application/pdf', content: aPdf() } as const;
    return Promise.all(
      names.map((name) => {
        const email = `${name.toLowerCase()}@beispielbote.example`;
        const input = aRequestInput({ lastName: name, email, proofKind: 'assignment' });
        return submitRequest(portal, { event, lang: 'de', nonce: name, input, slotIds: [], upload });
      }),
    );
  }
  const NAMES = Array.from({ length: 30 }, (_, number) => `Muster${number}`);

  it('gives each one its own number, history, document and letter', async () => {
    const requests = await submitAll(NAMES);
    assert.deepEqual(
      requests.map(({ lastName }) => lastName),
      NAMES,
    );
    for (const { id } of requests) {
      assert.deepEqual(
        (await listHistory(portal.db, id)).map(({ step }) => step),
        ['submit'],
      );
      assert.equal((await listDocuments(portal.db, id)).length, 1);
    }
    const mails: { about: string; recipient: string; link: string }[] = await portal.db('outgoing_mails');
    assert.deepEqual(
      mails.map(({ about, recipient, link }) => [about, recipient, JSON.parse(link).id]).sort(),
      requests.map(({ id, email }) => [`request:${id}`, email, id]).sort(),
    );
  });

  it('keeps the audit log one unbroken line with an entry for each', async () => {
    const requests = await submitAll(NAMES);
    assert.equal(await findBrokenEntry(portal.db), undefined);
    const entries = await portal.db('audit_entries').where({ action: 'request.submitted' });
    assert.deepEqual(
      entries.map(({ subject }) => subject).sort(),
      requests.map(({ id }) => `request:${id}`).sort(),
    );
  });

  it('takes two identical ones among them for one', async () => {
    const requests = await submitAll([...NAMES, NAMES[3]!, NAMES[3]!]);
    assert.equal(new Set(requests.map(({ id }) => id)).size, NAMES.length);
    assert.equal((await portal.db('accreditation_requests')).length, NAMES.length);
  });
});

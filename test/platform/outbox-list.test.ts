import assert from 'node:assert/strict';
import { queueMail } from '../../src/platform/outbox.js';
import { countMails, listMails, type MailPlace } from '../../src/platform/outbox-list.js';
import { onBothDatabases, type TestPortal } from '../support/portal.js';

onBothDatabases('the list of letters', (open) => {
  let portal: TestPortal;
  beforeEach(async () => {
    portal = await open();
  });
  afterEach(() => portal.close());

  const write = (subject: string, at: string) =>
    portal.db.transaction((trx) =>
      queueMail(trx, { kind: 'k', to: 'a@b.example', lang: 'de', subject, body: 'Text' }, new Date(at)),
    );
  const list = (before?: MailPlace) =>
    listMails(portal.db, { subjects: undefined, heap: undefined, search: '', before, limit: 2 });

  it('leaves out the letters of a mailing to many, also where it counts', async () => {
    await write('An eine', '2024-10-10T10:00:00Z');
    await portal.db.transaction((trx) =>
      queueMail(
        trx,
        { kind: 'k', to: 'a@b.example', lang: 'de', subject: 'An alle', body: 'Text', bulk: true },
        new Date('2024-10-10T10:00:00Z'),
      ),
    );
    assert.deepEqual(
      (await list()).map(({ subject }) => subject),
      ['An eine'],
    );
    assert.equal((await countMails(portal.db, undefined)).waiting, 1);
  });

  it('puts the letter queued last first, whatever its number, and pages on from any place', async () => {
    await write('Mittag', '2024-10-10T10:00:00Z');
    await write('Abend', '2024-10-10T16:00:00Z');
    await write('Morgen', '2024-10-10T06:00:00Z');
    await write('Auch Mittag', '2024-10-10T10:00:00Z');
    const first = await list();
    const second = await list(first.at(-1));
    assert.deepEqual(
      [...first, ...second].map(({ subject }) => subject),
      ['Abend', 'Auch Mittag', 'Mittag', 'Morgen'],
    );
    assert.deepEqual(await list(second.at(-1)), []);
  });
});

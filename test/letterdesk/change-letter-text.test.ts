import assert from 'node:assert/strict';
import { getLetterEntry } from '../../src/letterdesk/catalogue.js';
import { changeLetterText, restoreLetterText } from '../../src/letterdesk/change-letter-text.js';
import { textsOf } from '../../src/letterdesk/version.js';
import { listNewestVersions, listVersions } from '../../src/letterdesk/version-repository.js';
import { Conflict } from '../../src/platform/errors.js';
import { composeLetter } from '../../src/platform/letters.js';
import type { Member } from '../../src/staff/index.js';
import { onBothDatabases, type TestPortal } from '../support/portal.js';
import { someMember } from '../support/staff.js';

const entry = getLetterEntry({ group: 'signin', name: 'signIn' });
const VALUES = { name: 'Ute', validFor: 'eine Stunde' };
const shipped = textsOf(entry.key);
const german = (body: string) => ({ ...shipped, de: { subject: 'Von uns', body } });

onBothDatabases('a letter written anew', (open) => {
  let portal: TestPortal;
  let member: Member;
  before(async () => {
    portal = await open();
    member = await someMember(portal);
  });
  after(() => portal.close());
  afterEach(() => portal.db('letter_versions').delete());

  const change = (body: string, seen: number) =>
    changeLetterText(portal, { member, entry, seen }, german(body));
  const bodyNow = async () => (await composeLetter(portal.db, entry.key, 'de', VALUES)).body;

  it('is the newest version, which letters use from then on', async () => {
    await change('Eins {link}', 0);
    await change('Zwei {link}', 1);
    assert.equal(await bodyNow(), 'Zwei {link}\n');
    const [newest, first] = await listVersions(portal.db, entry.key);
    assert.deepEqual([newest?.number, first?.number, newest?.changedBy], [2, 1, member.id]);
    assert.equal((await listNewestVersions(portal.db)).get(entry.key)?.number, 2);
  });

  it('is saved by one of two who do so at once, and refused to the other', async () => {
    const ends = await Promise.allSettled([change('Eins {link}', 0), change('Zwei {link}', 0)]);
    assert.deepEqual(ends.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
    assert.ok(ends.some((end) => end.status === 'rejected' && end.reason instanceof Conflict));
    assert.equal((await listVersions(portal.db, entry.key)).length, 1);
  });

  it('makes no version where nothing changed', async () => {
    await changeLetterText(portal, { member, entry, seen: 0 }, shipped);
    assert.deepEqual(await listVersions(portal.db, entry.key), []);
  });

  it('can be taken back to the shipped text and forth again', async () => {
    await change('Eins {link}', 0);
    await restoreLetterText(portal, { member, entry, seen: 1 }, 0);
    assert.match(await bodyNow(), /^Guten Tag Ute/);
    await restoreLetterText(portal, { member, entry, seen: 2 }, 1);
    assert.equal(await bodyNow(), 'Eins {link}\n');
  });
});

import assert from 'node:assert/strict';
import type { Event } from '../../src/events/index.js';
import { carryOutImport } from '../../src/imports/carry-out-import.js';
import { checkRows } from '../../src/imports/check-rows.js';
import type { Import, Matching } from '../../src/imports/import.js';
import { importJob, tidyImportsJob } from '../../src/imports/import-job.js';
import { getImport } from '../../src/imports/import-repository.js';
import { countRows } from '../../src/imports/import-row-repository.js';
import { startImport } from '../../src/imports/start-import.js';
import { discardList, uploadList } from '../../src/imports/upload-list.js';
import { Conflict, NotFound } from '../../src/platform/errors.js';
import { type JobRun, runDueJobs } from '../../src/platform/jobs.js';
import type { Member } from '../../src/staff/index.js';
import { anEvent } from '../support/factories.js';
import { MORNING, onBothDatabases, type TestPortal } from '../support/portal.js';
import { someMember } from '../support/staff.js';

const MATCHING: Matching = {
  fields: ['lastName', 'firstName', 'email', 'phone', 'outletName'],
  ...{ outletType: 'online', workArea: 'text', lang: 'en', outcome: '', letters: false },
};
const person = (at: number) => ['Muster', `Nr${at}`, `nr${at}@bote.example`, '0361 0000', 'Bote'];
const hours = (count: number) => new Date(MORNING.getTime() + count * 3600_000);

onBothDatabases('the job of a list', (open) => {
  let portal: TestPortal;
  let by: Member;
  let event: Event;
  before(async () => {
    portal = await open();
  });
  beforeEach(async () => {
    portal.moveClock(MORNING);
    by = await someMember(portal, 'reviewer');
    event = await anEvent(portal);
  });
  after(() => portal.close());

  async function aList(people: number, wrong = 0): Promise<Import> {
    const cells = [
      ...Array.from({ length: people }, (_, at) => person(at)),
      ...Array.from({ length: wrong }, () => ['X', '', '', '', '']),
    ];
    const rows = cells.map((row, at) => ({ position: at + 2, cells: row }));
    const table = { ok: true as const, headings: ['a', 'b', 'c', 'd', 'e'], rows };
    const run = await uploadList(portal, { event, kind: 'requests', fileName: 'a.csv', table, by });
    return checkRows(portal, run.id, MATCHING);
  }

  const requests = async () =>
    (await portal.db('accreditation_requests').where({ event_id: event.id })).length;

  it('stops with the portal and goes on where it stood; nobody is taken over twice', async () => {
    const { id } = await aList(45);
    await startImport(portal, id, by);
    let steps = 0;
    const job: JobRun = {
      ...{ payload: { importId: id }, cursor: undefined },
      progress: async () => {
        steps += 1;
      },
      stopping: () => steps === 1,
    };
    await importJob.run(portal, job);
    assert.equal(await requests(), 20);
    // Two processes at once, after a lease was lost.
    await Promise.all([carryOutImport(portal, id), carryOutImport(portal, id)]);
    await importJob.run(portal, { ...job, stopping: () => false });
    assert.equal(await requests(), 45);
    assert.equal((await getImport(portal.db, id)).state, 'done');
    const noted = await portal.db('audit_entries').where({ action: 'request.imported' });
    assert.equal(noted.length, 45);
  });

  it('stands still when who started it lost the right, until a colleague goes on', async () => {
    const { id } = await aList(2);
    await startImport(portal, id, by);
    await portal.db('staff').where({ id: by.id }).update({ role: 'editor' });
    await runDueJobs(portal, [importJob]);
    const stopped = await getImport(portal.db, id);
    assert.deepEqual([stopped.state, stopped.halted, await requests()], ['stopped', 'rights', 0]);
    await startImport(portal, id, await someMember(portal, 'reviewer'));
    await runDueJobs(portal, [importJob]);
    assert.equal(await requests(), 2);
  });

  it('stands still when the event is over, and starts for none', async () => {
    const { id } = await aList(1);
    await startImport(portal, id, by);
    portal.moveClock(new Date('2024-12-24T00:00:00Z'));
    assert.equal(await carryOutImport(portal, id), false);
    assert.equal((await getImport(portal.db, id)).halted, 'event');
    await assert.rejects(startImport(portal, id, by), Conflict);
    assert.equal(await requests(), 0);
  });

  it('keeps nothing of the rows after a day', async () => {
    const [done, waiting] = [await aList(1, 1), await aList(1)];
    await startImport(portal, done.id, by);
    await runDueJobs(portal, [importJob]);
    portal.moveClock(hours(23));
    await tidyImportsJob.run(portal, {} as JobRun);
    assert.equal((await countRows(portal.db, waiting.id)).new, 1);
    portal.moveClock(hours(25));
    await tidyImportsJob.run(portal, {} as JobRun);
    await assert.rejects(getImport(portal.db, waiting.id), NotFound);
    const left = await portal.db('import_rows').where({ import_id: done.id }).orderBy('position');
    assert.deepEqual(
      left.map(({ state, cells, entry }) => [state, cells, entry]),
      [
        ['done', '', null],
        ['wrong', '', null],
      ],
    );
    assert.equal((await getImport(portal.db, done.id)).fileName, '');
  });

  it('leaves nothing of a list that was discarded, and discards none that was started', async () => {
    const [first, second] = [await aList(1), await aList(1)];
    await discardList(portal, first.id, by);
    await assert.rejects(getImport(portal.db, first.id), NotFound);
    await startImport(portal, second.id, by);
    await assert.rejects(discardList(portal, second.id, by), Conflict);
    await assert.rejects(checkRows(portal, second.id, MATCHING), Conflict);
    await runDueJobs(portal, [importJob]);
  });
});

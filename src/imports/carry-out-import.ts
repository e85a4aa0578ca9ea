/** Takes the next rows of a list over: each whole or not at all, and together with where the list stands now. */
import {
  type AccreditationRequest,
  addHistory,
  changeRequest,
  emailKey,
  insertRequests,
  listKnown,
  nextState,
  sha256Of,
  subjectOf,
  underFreeReference,
  withChosenProof,
} from '../accreditation/index.js';
import { type Event, getEvent } from '../events/index.js';
import { takenInLetter } from '../intake/index.js';
import { appendAudit, appendAudits } from '../platform/audit.js';
import { type Trx, violatesUnique } from '../platform/database.js';
import type { Deps } from '../platform/deps.js';
import type { Log } from '../platform/log.js';
import { queueMail } from '../platform/outbox.js';
import { actorOf, findMember, type Member, may } from '../staff/index.js';
import { type Halt, type Import, importSubject, isRunning } from './import.js';
import { lockImport, moveImport } from './import-repository.js';
import { changeRow, type DueRow, forgetKnownCells, listDueRows } from './import-row-repository.js';
import { refusalOf } from './upload-list.js';

/** As many as share one commit: others wait about a tenth of a second for it. */
const STEP = 20;

/** False when nothing is left to do, or it stands still. */
export async function carryOutImport({ db, clock, log }: Deps, id: number): Promise<boolean> {
  const at = clock.now();
  return db.transaction(async (trx) => {
    const run = await lockImport(trx, id);
    if (!isRunning(run.state)) return false;
    const event = await getEvent(trx, run.eventId);
    const by = await findMember(trx, run.actsFor);
    if (by?.state !== 'active' || !may(by.role, 'requests', 'write')) return halt(trx, run, 'rights', at);
    if (refusalOf(event, run.kind, at)) return halt(trx, run, 'event', at);
    const rows = await listDueRows(trx, id, STEP);
    if (rows.length === 0) return finish(trx, run, by, at);
    const known = await listKnown(
      trx,
      event.id,
      rows.map(({ entry }) => entry.input.email),
    );
    const taken: AccreditationRequest[] = [];
    for (const row of rows) {
      const before = known.get(emailKey(row.entry.input.email))?.id;
      if (before) await changeRow(trx, id, row.position, { state: 'known', requestId: before });
      else taken.push(...(await takeOver(trx, { run, event, by, at, row }, log)));
    }
    await noteTaken(trx, { run, event, by, at }, taken);
    return true;
  });
}

interface About {
  run: Import;
  event: Event;
  by: Member;
  at: Date;
  row: DueRow;
}

/** The request, or none when somebody was faster or something failed. */
async function takeOver(trx: Trx, about: About, log: Log): Promise<AccreditationRequest[]> {
  const { run, event, row } = about;
  try {
    const request = await underFreeReference(event.shortCode, (reference) =>
      trx.transaction((own) => insert(own, about, reference)),
    );
    await changeRow(trx, run.id, row.position, { state: 'done', requestId: request.id });
    return [request];
  } catch (error) {
    // Asked at this very moment through the form.
    const faster = violatesUnique(error, 'live_key') && (await findKnown(trx, event, row));
    if (!faster) log.error({ err: error, import: run.id, row: row.position }, 'a row of a list failed');
    const requestId = faster || undefined;
    await changeRow(trx, run.id, row.position, { state: faster ? 'known' : 'failed', requestId });
    return [];
  }
}

async function findKnown(trx: Trx, event: Event, { entry }: DueRow): Promise<number | undefined> {
  const [known] = (await listKnown(trx, event.id, [entry.input.email])).values();
  return known?.id;
}

async function insert(trx: Trx, about: About, reference: string): Promise<AccreditationRequest> {
  const { run, event, by, at, row } = about;
  const kept = run.kind === 'past';
  const { entry } = row;
  const submission = sha256Of(Buffer.from(JSON.stringify(['import', run.id, row.position])));
  const input = withChosenProof(entry.input);
  const [fresh] = await insertRequests(trx, [
    { eventId: event.id, reference, lang: entry.lang, submission, input, at, kept },
  ]);
  const step = kept ? (`keep_${entry.outcome || 'approved'}` as const) : 'take_in';
  const state = nextState(fresh!.state, step);
  const request = await changeRequest(trx, fresh!, { state, shownState: state, confirmedAt: at }, at);
  await addHistory(trx, request.id, {
    ...{ step, state, actor: actorOf(by), actorName: by.name, details: { import: String(run.id) } },
    at,
    shownAt: at,
  });
  if (!kept && run.matching?.letters)
    await queueMail(trx, await takenInLetter(trx, event, request, 'list'), at);
  return request;
}

const noteTaken = async (
  trx: Trx,
  { run, event, by, at }: Omit<About, 'row'>,
  taken: readonly AccreditationRequest[],
): Promise<void> => {
  if (taken.length === 0) return;
  const entries = taken.map((request) => ({
    ...{ at, actor: actorOf(by), action: 'request.imported', subject: subjectOf(request) },
    details: { event: event.id, import: run.id, state: request.state },
  }));
  await appendAudits(trx, entries);
};

async function halt(trx: Trx, run: Import, halted: Halt, at: Date): Promise<false> {
  await moveImport(trx, run, 'stop', { at, halted });
  await appendAudit(trx, { at, actor: 'system', action: 'import.halted', subject: importSubject(run) });
  return false;
}

async function finish(trx: Trx, run: Import, by: Member, at: Date): Promise<false> {
  await moveImport(trx, run, 'finish', { at });
  await forgetKnownCells(trx, run.id);
  await appendAudit(trx, { at, actor: actorOf(by), action: 'import.finished', subject: importSubject(run) });
  return false;
}

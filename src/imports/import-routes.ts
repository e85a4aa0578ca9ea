/** Taking lists in at the desk: upload, columns, preview, run, result. */
import { type Request, type Response, Router } from 'express';
import { EVENT_STATES, getEvent, listEvents } from '../events/index.js';
import { appendAudit } from '../platform/audit.js';
import type { Deps } from '../platform/deps.js';
import { idOf } from '../platform/desk-entry.js';
import { Conflict } from '../platform/errors.js';
import type { Entered, FieldError } from '../platform/form.js';
import { langOf, renderDesk, translateFor } from '../platform/render.js';
import { leaveNotice, requireSessionTokenInMultipart } from '../platform/session.js';
import { readMultipart } from '../platform/uploads.js';
import { actorOf, currentMember, findMember, may, requireRight } from '../staff/index.js';
import { checkRows } from './check-rows.js';
import { allowsImportStep, type Import, importSubject } from './import.js';
import { importPage, PART_NAMES, PARTS, type Part, SHOWN_ROWS } from './import-page.js';
import { findChoice, getImport, listImports } from './import-repository.js';
import { countRows, listCells, listRows } from './import-row-repository.js';
import { eventField, readList, readMatching } from './list-form.js';
import { listUploadPage } from './list-upload-page.js';
import { firstChoices, matchingPage } from './matching-page.js';
import { mendCsv } from './mend-csv.js';
import { paths } from './paths.js';
import { startImport } from './start-import.js';
import { discardList, refusalOf, uploadList } from './upload-list.js';

/** Mounted under `/staff`, before the requests themselves. */
export function importRoutes(deps: Deps): Router {
  const router = Router();
  const mayWrite = requireRight('requests', 'write');
  const importIdOf = (req: Request): number => idOf(req, 'imports:errors.unknown');

  router.get('/requests/import', mayWrite, (_req, res) => showUpload(deps, res, NOTHING_SENT));
  router.post(
    '/requests/import',
    mayWrite,
    readMultipart('list'),
    requireSessionTokenInMultipart,
    (req, res) => upload(deps, req, res),
  );

  router.get('/requests/import/:id', mayWrite, async (req, res) => {
    const run = await getImport(deps.db, importIdOf(req));
    if (run.state === 'uploaded') return res.redirect(303, paths.columns(run.id));
    return showImport(deps, req, res, run);
  });
  router.get('/requests/import/:id/columns', mayWrite, async (req, res) => {
    const run = await getImport(deps.db, importIdOf(req));
    if (!allowsImportStep(run.state, 'check')) return res.redirect(303, paths.import(run.id));
    const entered = firstChoices(run, await findChoice(deps.db, run));
    return showColumns(deps, res, run, { ...NOTHING_SENT, entered });
  });
  router.post('/requests/import/:id/columns', mayWrite, async (req, res) => {
    const run = await getImport(deps.db, importIdOf(req));
    const form = readMatching(req, run);
    if (!form.ok) return showColumns(deps, res, run, form);
    return orConflict(deps, req, res, run.id, () => checkRows(deps, run.id, form.matching));
  });
  router.post('/requests/import/:id/start', mayWrite, (req, res) =>
    orConflict(deps, req, res, importIdOf(req), () => startImport(deps, importIdOf(req), currentMember(req))),
  );
  router.post('/requests/import/:id/discard', mayWrite, async (req, res) => {
    await discardList(deps, importIdOf(req), currentMember(req));
    leaveNotice(req, 'imports:discarded');
    res.redirect(303, paths.imports);
  });
  router.get('/requests/import/:id/rows-to-mend.csv', mayWrite, (req, res) =>
    sendRows(deps, req, res, importIdOf(req)),
  );
  return router;
}

interface Sent {
  status: number;
  entered: Entered;
  errors: FieldError[];
}
const NOTHING_SENT: Sent = { status: 200, entered: {}, errors: [] };

async function showUpload({ db, clock }: Deps, res: Response, sent: Sent): Promise<void> {
  const events = await listEvents(db, EVENT_STATES);
  const now = clock.now();
  const page = listUploadPage(
    {
      t: translateFor(res),
      lang: langOf(res),
      events: {
        requests: events.filter((event) => !refusalOf(event, 'requests', now)),
        past: events.filter((event) => refusalOf(event, 'past', now) !== 'notPast'),
      },
      names: new Map(events.map((event) => [event.id, event])),
      earlier: await listImports(db, 20),
      now,
    },
    sent,
  );
  await renderDesk(res, 'imports/upload', page, sent.status);
}

async function upload(deps: Deps, req: Request, res: Response): Promise<void> {
  const form = readList(req);
  if (!form.ok) return showUpload(deps, res, form);
  const event = (await listEvents(deps.db, EVENT_STATES)).find(({ slug }) => slug === form.event);
  const refusal = event ? refusalOf(event, form.kind, deps.clock.now()) : 'over';
  if (!event || refusal) {
    const errors = [{ field: eventField(form.kind), message: `imports:errors.${refusal}` }];
    const entered = { kind: form.kind, [eventField(form.kind)]: form.event };
    return showUpload(deps, res, { status: 409, entered, errors });
  }
  const run = await uploadList(deps, { ...form, event, by: currentMember(req) });
  res.redirect(303, paths.columns(run.id));
}

async function showColumns({ db }: Deps, res: Response, run: Import, sent: Sent): Promise<void> {
  const event = await getEvent(db, run.eventId);
  const samples = (await listCells(db, run.id, { limit: 20 })).map(({ cells }) => cells);
  const page = matchingPage({ t: translateFor(res), lang: langOf(res), run, event, samples }, sent);
  await renderDesk(res, 'imports/columns', page, sent.status);
}

/** Somebody was faster: where the list stands now, with a sentence. */
async function orConflict(
  deps: Deps,
  req: Request,
  res: Response,
  id: number,
  act: () => Promise<Import>,
): Promise<void> {
  try {
    res.redirect(303, paths.import((await act()).id));
  } catch (refusal) {
    if (!(refusal instanceof Conflict)) throw refusal;
    await showImport(deps, req, res, await getImport(deps.db, id), refusal.message);
  }
}

async function showImport({ db }: Deps, req: Request, res: Response, run: Import, conflict?: string) {
  const after = (part: Part) => (/^\d{1,9}$/.test(String(req.query[part])) ? Number(req.query[part]) : 0);
  const parts = {} as Parameters<typeof importPage>[0]['parts'];
  for (const part of PART_NAMES) {
    const options = { states: PARTS[part], after: after(part), limit: SHOWN_ROWS + 1 };
    parts[part] = { rows: await listRows(db, run.id, options), after: options.after };
  }
  const page = importPage({
    ...{ t: translateFor(res), lang: langOf(res), run, parts, conflict },
    event: await getEvent(db, run.eventId),
    actsFor: (await findMember(db, run.actsFor))?.name ?? '',
    writes: may(currentMember(req).role, 'requests', 'write'),
    counts: await countRows(db, run.id),
    mendable: run.fileName !== '',
  });
  await renderDesk(res, 'imports/import', page, conflict ? 409 : 200);
}

/** Data of people leave the portal: that is noted. */
async function sendRows({ db, clock }: Deps, req: Request, res: Response, id: number): Promise<void> {
  const run = await getImport(db, id);
  const rows = [
    ...(await listCells(db, id, { state: 'wrong' })),
    ...(await listCells(db, id, { state: 'failed' })),
  ];
  const at = clock.now();
  await db.transaction((trx) =>
    appendAudit(trx, {
      ...{
        at,
        actor: actorOf(currentMember(req)),
        action: 'import.rows-to-mend',
        subject: importSubject(run),
      },
      details: { rows: rows.length },
    }),
  );
  const csv = await mendCsv({ t: translateFor(res), lang: langOf(res) }, run.headings, rows);
  res
    .set('Cache-Control', 'no-store')
    .attachment(`import-${id}.csv`)
    .type('text/csv; charset=utf-8')
    .send(csv);
}

/** Writing what a bulk run says, or choosing the colleague of an assignment. */
import type { Request, Response } from 'express';
import {
  countItems,
  countOf,
  isBulkDecision,
  type Run,
  readersOf,
  steerRun,
  type Wording,
  wordRun,
} from '../bulk/index.js';
import { usualDueDay } from '../decisions/index.js';
import { toDay } from '../platform/dates.js';
import type { Deps } from '../platform/deps.js';
import { Conflict } from '../platform/errors.js';
import { type Entered, enteredOf, type FieldError, showErrors, textOf } from '../platform/form.js';
import { langOf, renderDesk, translateFor } from '../platform/render.js';
import { listReviewers, readFilters, toQuery, withQuery } from '../queue/index.js';
import { readCatalogue } from '../reasons/index.js';
import { currentMember } from '../staff/index.js';
import { beginRun } from './begin-run.js';
import { readWording } from './bulk-form.js';
import { paths } from './paths.js';
import { readFirstPromise } from './read-preview.js';
import { enterWording, wordingPage } from './wording-page.js';

/** All but the ones left out, also when the run has begun in another tab. */
const CONCERNED = ['waiting', 'done', 'failed', 'undone'] as const;

interface Shown {
  entered?: Entered;
  errors?: FieldError[];
  status?: number;
}

export async function word(deps: Deps, req: Request, res: Response, run: Run): Promise<void> {
  const entered = enteredOf(req);
  const read = isBulkDecision(run.action)
    ? await readWording(entered, {
        decision: run.action,
        langs: readersOf(await countItems(deps.db, run.id), ...CONCERNED).map(({ lang }) => lang),
        now: deps.clock.now(),
        catalogue: await readCatalogue(deps.db),
      })
    : await readColleague(deps, textOf(entered, 'to'));
  if (!read.ok) return showWording(deps, req, res, run, { entered, errors: read.errors, status: 400 });
  try {
    await wordRun(deps, run.id, read.wording);
    if (!isBulkDecision(run.action)) {
      await steerRun(deps, { id: run.id, step: 'start', by: currentMember(req) });
      await beginRun(deps, run.id);
    }
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return showWording(deps, req, res, run, { entered, status: 409 });
  }
  res.redirect(303, withQuery(paths.run(run.id), toQuery(readFilters(req.query))));
}

/** Somebody who decides requests, or nobody on purpose. */
async function readColleague(
  { db }: Deps,
  to: string,
): Promise<{ ok: true; wording: Wording } | { ok: false; errors: FieldError[] }> {
  const colleague = (await listReviewers(db)).find(({ id }) => String(id) === to);
  if (!colleague && to !== 'nobody')
    return { ok: false, errors: [{ field: 'to', message: 'bulk:errors.to' }] };
  return { ok: true, wording: { reason: '', due: undefined, texts: {}, to: colleague?.id } };
}

export async function showWording(
  deps: Deps,
  req: Request,
  res: Response,
  run: Run,
  { entered = enterWording(run, toDay), errors = [], status = 200 }: Shown = {},
): Promise<void> {
  const { db, clock } = deps;
  const t = translateFor(res);
  const heaps = await countItems(db, run.id);
  const answerBy = await readFirstPromise(db, heaps);
  const page = wordingPage({
    t,
    lang: langOf(res),
    catalogue: await readCatalogue(db),
    run,
    query: toQuery(readFilters(req.query)),
    entered,
    errors: showErrors(t, errors),
    readers: readersOf(heaps, ...CONCERNED),
    waiting: countOf(heaps, ...CONCERNED),
    skipped: countOf(heaps, 'skipped'),
    usualDue: answerBy ? usualDueDay(answerBy, clock.now()) : '',
    reviewers: isBulkDecision(run.action) ? [] : await listReviewers(db),
    me: currentMember(req),
    conflict: status === 409,
  });
  await renderDesk(res, 'bulkdesk/wording', page, status);
}

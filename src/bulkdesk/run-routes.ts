/** One bulk run as a page: to be written, previewed, running, or over. */
import type { Request, Response } from 'express';
import {
  allowsRunStep,
  countItems,
  countOf,
  type Heap,
  isBulkDecision,
  listItems,
  type Run,
  readAround,
  readersOf,
  readMarkOf,
  readWaitingLetters,
} from '../bulk/index.js';
import type { Deps } from '../platform/deps.js';
import { isLang, type Lang } from '../platform/languages.js';
import { langOf, renderDesk, translateFor } from '../platform/render.js';
import { readFilters, toQuery } from '../queue/index.js';
import { currentMember, findMember, may } from '../staff/index.js';
import { PREVIEW_ROWS, previewPage } from './preview-page.js';
import { PROGRESS_ROWS, progressPage } from './progress-page.js';
import { readPreview, readSample } from './read-preview.js';
import { showWording } from './wording-routes.js';

/** `conflict`: what was asked for is not possible any more; a key of the language files. */
export async function showRun(
  deps: Deps,
  req: Request,
  res: Response,
  run: Run,
  conflict?: string,
): Promise<void> {
  if (!allowsRunStep(run.state, 'start')) return showProgress(deps, req, res, run, conflict);
  const heaps = await countItems(deps.db, run.id);
  const unwritten = !run.wording || req.query.edit === 'yes';
  if (!isBulkDecision(run.action) || (unwritten && countOf(heaps, 'waiting') > 0))
    return showWording(deps, req, res, run, conflict ? { status: 409 } : {});
  return showPreview(deps, req, res, run, { heaps, conflict });
}

interface Found {
  heaps: Heap[];
  conflict: string | undefined;
}

async function showPreview(
  { db, clock }: Deps,
  req: Request,
  res: Response,
  run: Run,
  { heaps, conflict }: Found,
): Promise<void> {
  if (!isBulkDecision(run.action)) return;
  const now = clock.now();
  const wish = wishOf(req, readersOf(heaps)[0]?.lang ?? 'de');
  const around = await readAround(db, heaps);
  const delays = around.map(({ event }) => event.undoDelayMinutes);
  const lists = await readPreview(db, run, wish, { heaps, rows: PREVIEW_ROWS });
  // Without a wish it is the first letter, which stands on the first page of the list.
  const first = req.query.letter || wish.recipientsAfter >= 0 ? undefined : lists.recipients.items[0];
  const page = previewPage({
    t: translateFor(res),
    lang: langOf(res),
    query: toQuery(readFilters(req.query)),
    run: { ...run, action: run.action },
    heaps,
    mark: await readMarkOf(db, run, { heaps, around }, now),
    catalogue: around[0]?.catalogue ?? [],
    ...lists,
    sample: await readSample(db, run, { ...wish, first, at: now }, around),
    leavesAt: new Date(now.getTime() + Math.min(60, ...delays) * 60_000),
    conflict,
  });
  await renderDesk(res, 'bulkdesk/preview', page, conflict ? 409 : 200);
}

async function showProgress(
  { db }: Deps,
  req: Request,
  res: Response,
  run: Run,
  conflict: string | undefined,
): Promise<void> {
  const member = currentMember(req);
  const t = translateFor(res);
  const list = (states: Parameters<typeof listItems>[2]['states'], after: number) =>
    listItems(db, run.id, { states, after, limit: PROGRESS_ROWS + 1 });
  const [skippedAfter, doneAfter] = [placeOf(req.query.skipped), placeOf(req.query.after)];
  const to = run.wording?.to;
  const page = progressPage({
    t,
    lang: langOf(res),
    query: toQuery(readFilters(req.query)),
    run,
    actsFor: (await findMember(db, run.actsFor))?.name ?? '',
    colleague: (to === undefined ? undefined : await findMember(db, to))?.name ?? t('bulk:wording.nobody'),
    writes: may(member.role, 'requests', 'write'),
    heaps: await countItems(db, run.id),
    letters: await readWaitingLetters(db, run.id),
    leftOut: { items: await list(['skipped', 'failed'], skippedAfter), after: skippedAfter },
    decided: {
      items: await list([run.state === 'undone' ? 'undone' : 'done'], doneAfter),
      after: doneAfter,
    },
    conflict,
  });
  await renderDesk(res, 'bulkdesk/progress', page, conflict ? 409 : 200);
}

/** A place in a list; in front of the first one where the address says nothing. */
const placeOf = (value: unknown): number => (/^\d{1,9}$/.test(String(value ?? '')) ? Number(value) : -1);

/** `?letter=en-3` is the third letter in English, `?to=` that of one person. */
function wishOf({ query }: Request, usual: Lang) {
  const [, lang, number] = /^(\w\w)-([1-9]\d{0,5})$/.exec(String(query.letter ?? '')) ?? [];
  return {
    skippedAfter: placeOf(query.skipped),
    recipientsAfter: placeOf(query.after),
    to: typeof query.to === 'string' ? query.to : '',
    lang: isLang(lang) ? lang : usual,
    number: Number(number ?? 1),
  };
}

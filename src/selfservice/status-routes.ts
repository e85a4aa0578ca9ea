/** What the personal link shows and hands out: status page, badge, calendar entry, own data, own files. */
import { type Request, type Response, Router } from 'express';
import {
  getDocument,
  isApproved,
  listDocuments,
  listHistory,
  listMessages,
  listNotes,
  listSlotWishes,
  subjectOf,
  visibleLimits,
} from '../accreditation/index.js';
import { makeBadge, makeVisit } from '../badges/index.js';
import { getEvent, listSlots } from '../events/index.js';
import { readOperator } from '../operator/index.js';
import type { Deps } from '../platform/deps.js';
import { Conflict } from '../platform/errors.js';
import type { FormResult } from '../platform/form.js';
import { type FieldError, showErrors } from '../platform/form.js';
import type { Attachment } from '../platform/mail-transport.js';
import { listMailsAbout } from '../platform/outbox-repository.js';
import { langOf, renderPage, translateFor } from '../platform/render.js';
import { findAccess, findPreviews, listOpeningsOf } from '../previews/index.js';
import { listProposals } from '../proposals/index.js';
import { readCatalogue } from '../reasons/index.js';
import { listVerdicts } from '../verdicts/index.js';
import { toOwnData } from './own-data-page.js';
import { currentApplicant } from './require-applicant.js';
import { type StatusFacts, toStatusPage } from './status-page.js';

export function statusRoutes(deps: Deps): Router {
  const router = Router({ mergeParams: true });
  const { db, files, keys } = deps;

  router.get('/', (req, res) => showStatus(deps, req, res));

  router.get('/badge.pdf', async (req, res) => {
    const { request } = approvedApplicant(req);
    const limits = visibleLimits(await listHistory(db, request.id));
    const event = await getEvent(db, request.eventId);
    const { operator } = await readOperator(db);
    sendFile(res, await makeBadge(keys, { request, event, operator, limits }, langOf(res)));
  });

  router.get('/event.ics', async (req, res) => {
    const { request } = approvedApplicant(req);
    sendFile(res, makeVisit(deps, { request, event: await getEvent(db, request.eventId) }, langOf(res)));
  });

  router.get('/data.json', async (req, res) => {
    const facts = await statusFacts(deps, req);
    const { id } = facts.request;
    const data = toOwnData(langOf(res), {
      ...facts,
      letters: await listMailsAbout(db, subjectOf(facts.request)),
      notes: await listNotes(db, id),
      verdicts: await listVerdicts(db, [id]),
      proposals: await listProposals(db, id),
      openings: await listOpeningsOf(db, id),
      previewAccess: await findAccess(db, id),
      baseUrl: deps.config.baseUrl,
    });
    res.attachment(`${facts.request.reference}.json`);
    res.type('json').send(JSON.stringify(data, undefined, 2));
  });

  router.get('/documents/:id', async (req, res) => {
    const { request } = currentApplicant(req);
    const id = Number((req.params as { id: string }).id);
    const { originalName, kind, file } = await getDocument(db, request.id, Number.isSafeInteger(id) ? id : 0);
    sendFile(res, { filename: originalName, contentType: kind, content: await files.read(file) });
  });

  return router;
}

/** The page as it is, or again with what was typed into its form and what was wrong with it. */
export async function showStatus(
  deps: Deps,
  req: Request,
  res: Response,
  { entered, errors, status }: Refused = { entered: {}, errors: [], status: 200 },
): Promise<void> {
  const typed = { entered, errors: showErrors(translateFor(res), errors) };
  const page = toStatusPage(langOf(res), await statusFacts(deps, req), typed);
  await renderPage(res, 'selfservice/status', page, status);
}

export interface Refused {
  entered: Extract<FormResult<object>, { ok: false }>['entered'];
  errors: readonly FieldError[];
  status: number;
}

async function statusFacts(deps: Deps, req: Request): Promise<StatusFacts> {
  const { db, clock } = deps;
  const { request, token } = currentApplicant(req);
  return {
    request,
    token,
    event: await getEvent(db, request.eventId),
    slots: await listSlots(db, request.eventId),
    wishes: await listSlotWishes(db, request.id),
    documents: await listDocuments(db, request.id),
    history: await listHistory(db, request.id),
    messages: await listMessages(db, request.id),
    operator: (await readOperator(db)).operator,
    catalogue: await readCatalogue(db),
    previews: await findPreviews(deps, request),
    now: clock.now(),
  };
}

function approvedApplicant(req: Request) {
  const applicant = currentApplicant(req);
  if (!isApproved(applicant.request.shownState)) throw new Conflict('selfservice:errors.notApproved');
  return applicant;
}

function sendFile(res: Response, { filename, contentType, content }: Attachment): void {
  res.attachment(filename).type(contentType).send(content);
}

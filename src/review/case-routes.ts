/** One request at the desk: looking at it, taking it into review, assigning it, noting something. */
import { type Request, type Response, Router } from 'express';
import { getRequest } from '../accreditation/index.js';
import type { Deps } from '../platform/deps.js';
import { Conflict } from '../platform/errors.js';
import { enteredOf, textOf } from '../platform/form.js';
import { langOf, renderDesk, translateFor } from '../platform/render.js';
import { leaveNotice } from '../platform/session.js';
import { keepPresence } from '../presence/index.js';
import { readFilters, readNeighbours, toQuery } from '../queue/index.js';
import { currentMember, may, requireRight } from '../staff/index.js';
import { readUndoBar, undoBar } from '../undo/index.js';
import type { VerdictState } from '../verdicts/index.js';
import { addNote } from './add-note.js';
import { assignRequest } from './assign-request.js';
import { casePage } from './case-page.js';
import { addressIn, paths } from './paths.js';
import { readCase } from './read-case.js';
import { sendMessage } from './send-message.js';
import { takeUpRequest } from './take-up-request.js';

/** Characters of a note or a message. */
const MAX_WRITTEN = 4000;

interface Again {
  /** A note or message that could not be kept. */
  refused?: { field: 'note' | 'message'; text: string; error?: string };
  verdict?: VerdictState;
  status?: number;
}

export function caseRoutes(deps: Deps): Router {
  const router = Router();
  const writes = requireRight('requests', 'write');
  router.get('/:reference', async (req, res) => showCase(deps, req, res));

  router.post('/:reference/review', writes, async (req, res) => {
    await orNotice(req, () => takeUpRequest(deps, referenceOf(req), currentMember(req)));
    backToCase(req, res);
  });

  router.post('/:reference/assignment', writes, async (req, res) => {
    const member = Number(textOf(enteredOf(req), 'member'));
    const order = { reference: referenceOf(req), to: member || undefined, by: currentMember(req) };
    await orNotice(req, async () => {
      await assignRequest(deps, order);
      leaveNotice(req, 'review:case.assigned');
    });
    backToCase(req, res);
  });

  router.post('/:reference/notes', writes, async (req, res) => {
    const text = textOf(enteredOf(req), 'note').trim();
    if (text === '' || text.length > MAX_WRITTEN) return refuse(deps, req, res, { field: 'note', text });
    await addNote(deps, { reference: referenceOf(req), text, by: currentMember(req) });
    backToCase(req, res, '#notes');
  });

  router.post('/:reference/messages', writes, async (req, res) => {
    const text = textOf(enteredOf(req), 'message').trim();
    if (text === '' || text.length > MAX_WRITTEN) return refuse(deps, req, res, { field: 'message', text });
    try {
      await sendMessage(deps, { reference: referenceOf(req), text, by: currentMember(req) });
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
      const refused = { field: 'message', text, error: 'review:errors.closed' } as const;
      return showCase(deps, req, res, { refused, status: 409 });
    }
    leaveNotice(req, 'review:case.messageSent');
    backToCase(req, res);
  });
  return router;
}

export const referenceOf = (req: Request): string => String(req.params.reference);

export function backToCase(req: Request, res: Response, anchor = ''): void {
  const address = addressIn(paths.request(referenceOf(req)), toQuery(readFilters(req.query)), decidedIn(req));
  res.redirect(303, address + anchor);
}

/** Which request was decided before this one, as the address says it. */
function decidedIn(req: Request): string {
  const { decided } = req.query;
  return typeof decided === 'string' && /^[\w-]{1,40}$/.test(decided) ? `decided=${decided}` : '';
}

/** Somebody was faster: the page that follows shows the new state, and a sentence says why. */
async function orNotice(req: Request, act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    leaveNotice(req, 'decisions:errors.faster');
  }
}

function refuse(deps: Deps, req: Request, res: Response, refused: NonNullable<Again['refused']>) {
  return showCase(deps, req, res, { refused, status: 400 });
}

export async function showCase(
  deps: Deps,
  req: Request,
  res: Response,
  { refused, verdict, status = 200 }: Again = {},
): Promise<void> {
  const member = currentMember(req);
  const t = translateFor(res);
  const filters = readFilters(req.query);
  const request = await getRequest(deps.db, referenceOf(req));
  const writes = may(member.role, 'requests', 'write');
  if (writes) await keepPresence(deps, { requestId: request.id, by: member });
  const record = await readCase(deps, request);
  const asker = { memberId: member.id, now: deps.clock.now() };
  const neighbours = await readNeighbours(deps.db, filters, asker, request.reference);
  const view = { t, lang: langOf(res), now: deps.clock.now() };
  const bar = undoBar({ ...view, query: toQuery(filters) }, record.request, record.waiting);
  const error =
    refused &&
    t(refused.error ?? (refused.text ? 'decisions:errors.tooLong' : 'review:errors.empty'), {
      max: MAX_WRITTEN,
    });
  const page = casePage(
    {
      ...view,
      member,
      filters,
      neighbours,
      writes,
      seesProofs: may(member.role, 'proofs', 'read'),
      proofChoice: typeof req.query.document === 'string' ? req.query.document : '',
      undo: writes ? (bar ?? (await readUndoBar(deps, req, res))) : undefined,
      decided: decidedIn(req),
      refused: refused && { ...refused, error: error ?? '' },
      verdict,
    },
    record,
  );
  const errors = refused ? [{ field: refused.field, message: error ?? '' }] : (verdict?.errors ?? []);
  await renderDesk(res, 'review/case', { ...page, errors }, status);
}

/** Four eyes at the desk: a second person reads a proposal, confirms it or returns it; the first one takes it back. */
import { type Request, type Response, Router } from 'express';
import type { Deps } from '../platform/deps.js';
import { Conflict } from '../platform/errors.js';
import { type Entered, enteredOf, type FieldError, showErrors, textOf } from '../platform/form.js';
import { langOf, renderDesk, translateFor } from '../platform/render.js';
import { leaveNotice } from '../platform/session.js';
import { returnProposal, takeBackProposal } from '../proposals/index.js';
import { readFilters, readNeighbours, toQuery, withQuery } from '../queue/index.js';
import { currentMember, may, requireRight } from '../staff/index.js';
import { confirmProposal } from './confirm-proposal.js';
import { paths } from './paths.js';
import { markOf, proposalPage } from './proposal-page.js';
import { readProposal } from './read-proposal.js';

/** Characters of the sentence with which a proposal goes back. */
const MAX_ANSWER = 1000;

/** For `/staff/requests`. */
export function proposalRoutes(deps: Deps): Router {
  const router = Router();
  const writes = requireRight('requests', 'write');
  router.get('/:reference/proposal', async (req, res) => showProposal(deps, req, res));
  router.post('/:reference/proposal/confirm', writes, async (req, res) => confirm(deps, req, res));
  router.post('/:reference/proposal/return', writes, async (req, res) => giveBack(deps, req, res));
  router.post('/:reference/proposal/take-back', writes, async (req, res) => {
    await orConflict(deps, req, res, 'takenBack', () => takeBackProposal(deps, settlementOf(req)));
  });
  return router;
}

const settlementOf = (req: Request) => ({
  reference: String(req.params.reference),
  proposalId: Number(textOf(enteredOf(req), 'proposal')),
  by: currentMember(req),
});

async function confirm(deps: Deps, req: Request, res: Response): Promise<void> {
  const settlement = settlementOf(req);
  const { reference, by } = settlement;
  const filters = readFilters(req.query);
  const asker = { memberId: by.id, now: deps.clock.now() };
  const { next } = await readNeighbours(deps.db, filters, asker, reference);
  try {
    await refuseUnreadLetter(deps, req, reference);
    const version = Number(textOf(enteredOf(req), 'version')) || undefined;
    await confirmProposal(deps, { ...settlement, version });
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return showProposal(deps, req, res, { conflict: error.message, status: 409 });
  }
  const query = [toQuery(filters), `decided=${reference}`].filter(Boolean).join('&');
  res.redirect(303, withQuery(next ? paths.request(next) : paths.queue, query));
}

/** Somebody changed the template or the reason while this page was open: read it again, then confirm. */
async function refuseUnreadLetter({ db, clock }: Deps, req: Request, reference: string): Promise<void> {
  const read = textOf(enteredOf(req), 'letter');
  if (read === '') return;
  const { letter } = await readProposal(db, reference, clock.now());
  if (letter && markOf(letter) !== read) throw new Conflict('proposals:errors.letter');
}

async function giveBack(deps: Deps, req: Request, res: Response): Promise<void> {
  const answer = textOf(enteredOf(req), 'answer').trim();
  const message = answer ? 'proposals:errors.tooLong' : 'proposals:errors.answer';
  if (answer === '' || answer.length > MAX_ANSWER) {
    const errors = [{ field: 'answer', message: { key: message, values: { max: MAX_ANSWER } } }];
    return showProposal(deps, req, res, { errors, status: 400 });
  }
  await orConflict(deps, req, res, 'returned', () => returnProposal(deps, { ...settlementOf(req), answer }));
}

async function orConflict(
  deps: Deps,
  req: Request,
  res: Response,
  notice: 'returned' | 'takenBack',
  act: () => Promise<void>,
): Promise<void> {
  const { reference } = settlementOf(req);
  try {
    await act();
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return showProposal(deps, req, res, { conflict: error.message, status: 409 });
  }
  leaveNotice(req, `proposals:notices.${notice}`, { reference });
  res.redirect(303, withQuery(paths.request(reference), toQuery(readFilters(req.query))));
}

interface Shown {
  errors?: FieldError[];
  conflict?: string;
  status?: number;
}

async function showProposal(
  deps: Deps,
  req: Request,
  res: Response,
  { errors = [], conflict, status = 200 }: Shown = {},
): Promise<void> {
  const t = translateFor(res);
  const member = currentMember(req);
  const entered: Entered = req.method === 'POST' ? enteredOf(req) : {};
  const page = proposalPage(
    {
      t,
      lang: langOf(res),
      member,
      writes: may(member.role, 'requests', 'write'),
      query: toQuery(readFilters(req.query)),
      entered,
      errors: showErrors(t, errors),
      conflict,
    },
    await readProposal(deps.db, String(req.params.reference), deps.clock.now()),
  );
  await renderDesk(res, 'foureyes/proposal', page, status);
}

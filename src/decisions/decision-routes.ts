/** Deciding a request: the page of each decision with its preview, and the decision itself. */
import { type Request, type Response, Router } from 'express';
import { DECISIONS, type Decision } from '../accreditation/index.js';
import type { Deps } from '../platform/deps.js';
import { Conflict, NotFound } from '../platform/errors.js';
import {
  type Entered,
  enteredOf,
  type FieldError,
  listOf,
  readForm,
  showErrors,
  textOf,
} from '../platform/form.js';
import type { Letter } from '../platform/outbox.js';
import { langOf, renderDesk, translateFor } from '../platform/render.js';
import { leaveNotice } from '../platform/session.js';
import { cameBack, type Proposal, proposeDecision } from '../proposals/index.js';
import { type Filters, readFilters, readNeighbours, toQuery, withQuery } from '../queue/index.js';
import { currentMember, type Member, requireRight } from '../staff/index.js';
import { insertChosenBlocks, readBlockChoices } from '../textblocks/index.js';
import type { DecisionBasis } from './basis.js';
import { decidePage } from './decide-page.js';
import { decideRequest } from './decide-request.js';
import { type DecisionInput, decisionForm, toRuling, usualDueDay } from './decision-form.js';
import { needsFourEyes, refuseTooLate } from './objection.js';
import { paths } from './paths.js';
import { prepareDecisionOn } from './prepare-decision.js';
import { readBasis } from './read-basis.js';

export function decisionRoutes(deps: Deps): Router {
  const router = Router();
  const writes = requireRight('requests', 'write');
  router
    .route('/:reference/decide/:decision')
    .all(writes)
    .get(async (req, res) => {
      const record = await readBasis(deps.db, String(req.params.reference));
      await showDecide(deps, req, res, record, { entered: wordsThatCameBack(req, record) });
    })
    .post(async (req, res) => preview(deps, req, res));
  router.post('/:reference/decision', writes, async (req, res) => decide(deps, req, res));
  return router;
}

/** Who proposes again begins with the words that were returned or taken back. */
function wordsThatCameBack(req: Request, { latestProposal }: DecisionBasis): Entered {
  const own = latestProposal?.proposedBy === currentMember(req).id;
  if (!own || !cameBack(latestProposal) || latestProposal.decision !== decisionOf(req)) return {};
  const { reason, text, fact } = latestProposal;
  return { reason, text, ...(fact ? { fact: fact.text, knownOn: fact.knownOn } : {}) };
}

interface Shown {
  entered?: Entered;
  errors?: FieldError[];
  letter?: Letter;
  conflict?: string;
  status?: number;
}

async function preview(deps: Deps, req: Request, res: Response): Promise<void> {
  const record = await readBasis(deps.db, String(req.params.reference));
  req.body.decision = decisionOf(req);
  await insertChosenBlocks(deps.db, req, record.request.lang);
  const form = await readForm<DecisionInput>(req, decisionForm(deps.clock.now(), record.catalogue));
  const entered = enteredOf(req);
  if (!form.ok) return showDecide(deps, req, res, record, { entered, errors: form.errors, status: 400 });
  try {
    const now = deps.clock.now();
    const ruling = rulingOf(deps, req, record, form.input);
    refuseTooLate(record.event, ruling.decision, now);
    const { letter } = await prepareDecisionOn(deps.db, record, ruling, now);
    await showDecide(deps, req, res, record, { entered, letter });
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    await showDecide(deps, req, res, record, { entered, conflict: error.message, status: 409 });
  }
}

async function decide(deps: Deps, req: Request, res: Response): Promise<void> {
  const record = await readBasis(deps.db, String(req.params.reference));
  const { reference } = record.request;
  await insertChosenBlocks(deps.db, req, record.request.lang);
  const form = await readForm<DecisionInput>(req, decisionForm(deps.clock.now(), record.catalogue));
  const entered = enteredOf(req);
  if (!form.ok) return showDecide(deps, req, res, record, { entered, errors: form.errors, status: 400 });

  const member = currentMember(req);
  const filters = withOpenTab(readFilters(req.query));
  const asker = { memberId: member.id, now: deps.clock.now() };
  const { next } = await readNeighbours(deps.db, filters, asker, reference);
  const version = Number(form.input.version) || undefined;
  const ruling = rulingOf(deps, req, record, form.input);
  try {
    const order = { reference, version, ruling, by: member };
    if (version !== undefined && !isKnown(record.proposal, entered, member))
      throw new Conflict('proposals:errors.waits');
    if (needsFourEyes(record.event, ruling.decision)) {
      await proposeDecision(deps, { ...order, words: ruling });
      leaveNotice(req, 'proposals:notices.proposed', { reference });
      return res.redirect(303, withQuery(next ? paths.request(next) : paths.queue, toQuery(filters)));
    }
    await decideRequest(deps, order);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    // Read anew: the page says who was faster and what the state is now.
    const fresh = await readBasis(deps.db, reference);
    return showDecide(deps, req, res, fresh, { entered, conflict: error.message, status: 409 });
  }
  if (!next) leaveNotice(req, 'decisions:endOfList');
  const query = [toQuery(filters), `decided=${reference}`].filter(Boolean).join('&');
  res.redirect(303, withQuery(next ? paths.request(next) : paths.queue, query));
}

/** Nobody decides past a colleague's proposal that was not there when the form was shown. */
const isKnown = (proposal: Proposal | undefined, entered: Entered, { id }: Member): boolean =>
  !proposal || proposal.proposedBy === id || textOf(entered, 'proposal') === String(proposal.id);

/** After a decision comes the next open request, whatever list this one was found in. */
const withOpenTab = (filters: Filters): Filters =>
  ['approved', 'rejected', 'all'].includes(filters.tab) ? { ...filters, tab: 'open' } : filters;

/** From the address, or from the form; anything else asks for something that is not there. */
function decisionOf(req: Request): Decision {
  const name = req.params.decision ?? textOf(enteredOf(req), 'decision');
  const decision = DECISIONS.find((known) => known === name);
  if (decision) return decision;
  if (req.params.decision) throw new NotFound();
  throw Object.assign(new Error('No such decision'), { status: 400 });
}

function rulingOf(deps: Deps, req: Request, { event }: DecisionBasis, input: DecisionInput) {
  const entered = enteredOf(req);
  const slots = textOf(entered, 'slotsShown') ? listOf(entered, 'slots[]').map(Number) : undefined;
  return toRuling(input, slots, usualDueDay(event.answerBy, deps.clock.now()));
}

async function showDecide(
  deps: Deps,
  req: Request,
  res: Response,
  record: DecisionBasis,
  { entered = {}, errors = [], letter, conflict, status = 200 }: Shown,
): Promise<void> {
  const t = translateFor(res);
  const page = decidePage(
    {
      t,
      lang: langOf(res),
      decision: decisionOf(req),
      entered,
      errors: showErrors(t, errors),
      query: toQuery(readFilters(req.query)),
      usualDue: usualDueDay(record.event.answerBy, deps.clock.now()),
      now: deps.clock.now(),
      letter: letter ?? (decisionOf(req) === 'approve' ? record.approval : undefined),
      conflict,
      blocks:
        decisionOf(req) === 'enquire'
          ? await readBlockChoices(deps.db, langOf(res), {
              lang: record.request.lang,
              text: textOf(entered, 'text'),
            })
          : [],
    },
    record,
  );
  await renderDesk(res, 'decisions/decide', page, status);
}

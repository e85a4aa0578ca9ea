/** Judging a proof at the desk. */
import { type Request, type Response, Router } from 'express';
import type { Deps } from '../platform/deps.js';
import { Conflict } from '../platform/errors.js';
import { enteredOf, readForm, showErrors, textOf } from '../platform/form.js';
import { translateFor } from '../platform/render.js';
import { leaveNotice } from '../platform/session.js';
import { currentMember, requireRight } from '../staff/index.js';
import { giveVerdict, type VerdictInput, verdictForm } from '../verdicts/index.js';
import { backToCase, referenceOf, showCase } from './case-routes.js';

export function verdictRoutes(deps: Deps): Router {
  const router = Router();
  const mayJudge = [requireRight('requests', 'write'), requireRight('proofs', 'read')];
  router.post('/:reference/verdicts', mayJudge, async (req: Request, res: Response) => judge(deps, req, res));
  return router;
}

async function judge(deps: Deps, req: Request, res: Response): Promise<void> {
  const form = await readForm<VerdictInput>(req, verdictForm());
  const entered = enteredOf(req);
  const again = { proof: textOf(entered, 'proof'), entered, errors: [], conflict: undefined };
  if (!form.ok) {
    const errors = showErrors(translateFor(res), form.errors);
    return showCase(deps, req, res, { verdict: { ...again, errors }, status: 400 });
  }
  const { proof, verdict, reason, seen } = form.input;
  try {
    const order = { reference: referenceOf(req), proof, verdict, reason, seen: Number(seen) || 0 };
    await giveVerdict(deps, { ...order, by: currentMember(req) });
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return showCase(deps, req, res, { verdict: { ...again, conflict: error.message }, status: 409 });
  }
  leaveNotice(req, 'review:verdict.saved', { verdict: translateFor(res)(`verdicts:kinds.${verdict}`) });
  backToCase(req, res, '#proof');
}

/** The form of a verdict: which proof, which verdict, and why. */
import { body, type ValidationChain } from 'express-validator';
import { isVerdictKind, needsReason, PROOF_VERDICTS, type VerdictKind } from './verdict.js';

export interface VerdictInput {
  proof: string;
  verdict: VerdictKind;
  reason: string;
  /** The number of the verdict that was shown, empty for none. */
  seen: string;
}

const MAX_REASON = 500;

export function verdictForm(): ValidationChain[] {
  return [
    body('proof').trim(),
    body('seen').trim().default(''),
    body('verdict')
      .isIn([...PROOF_VERDICTS])
      .withMessage('verdicts:errors.verdict'),
    body('reason')
      .default('')
      .trim()
      .custom(
        (reason: string, { req }) =>
          reason !== '' || !isVerdictKind(req.body.verdict) || !needsReason(req.body.verdict),
      )
      .withMessage('verdicts:errors.reason')
      .bail()
      .isLength({ max: MAX_REASON })
      .withMessage({ key: 'verdicts:errors.tooLong', values: { max: MAX_REASON } }),
  ];
}

/** What members send about themselves. */
import type { Request } from 'express';
import { body } from 'express-validator';
import { type FormResult, readForm } from '../platform/form.js';
import { LANGUAGES } from '../platform/languages.js';
import { PASSWORD_MAX, passwordChain } from '../signin/index.js';
import { type Member, NOTICES, nameChain } from '../staff/index.js';

type Profile = Pick<Member, 'name' | 'language' | 'notices'>;

export function readProfile(req: Request): Promise<FormResult<Profile>> {
  return readForm<Profile>(req, [
    nameChain(),
    body('language')
      .isIn([...LANGUAGES])
      .withMessage('team:errors.language'),
    body('notices')
      .isIn([...NOTICES])
      .withMessage('team:errors.notices'),
  ]);
}

export function readNewPassword(
  req: Request,
  askCurrent: boolean,
): Promise<FormResult<{ password: string; current?: string }>> {
  const current = body('current').isLength({ min: 1, max: PASSWORD_MAX }).withMessage('team:errors.current');
  return readForm(req, askCurrent ? [current, passwordChain()] : [passwordChain()]);
}

/** What members send about themselves. */
import type { Request } from 'express';
import { body } from 'express-validator';
import { type FormResult, readForm } from '../platform/form.js';
import { LANGUAGES } from '../platform/languages.js';
import { type Member, NOTICES } from './member.js';
import { PASSWORD_MAX } from './password.js';
import { nameChain, passwordChain } from './sign-in-form.js';

type Profile = Pick<Member, 'name' | 'language' | 'notices'>;

export function readProfile(req: Request): Promise<FormResult<Profile>> {
  return readForm<Profile>(req, [
    nameChain(),
    body('language')
      .isIn([...LANGUAGES])
      .withMessage('staff:errors.language'),
    body('notices')
      .isIn([...NOTICES])
      .withMessage('staff:errors.notices'),
  ]);
}

export function readNewPassword(
  req: Request,
  askCurrent: boolean,
): Promise<FormResult<{ password: string; current?: string }>> {
  const current = body('current').isLength({ min: 1, max: PASSWORD_MAX }).withMessage('staff:errors.current');
  return readForm(req, askCurrent ? [current, passwordChain()] : [passwordChain()]);
}

/** What administrators send: an invitation, a new role. */
import type { Request } from 'express';
import { body } from 'express-validator';
import { type FormResult, readForm } from '../platform/form.js';
import { LANGUAGES } from '../platform/languages.js';
import { emailChain, type Member, nameChain, ROLES, type Role } from '../staff/index.js';

export type Invitation = Pick<Member, 'email' | 'name' | 'role' | 'language'>;

export function readInvitation(req: Request): Promise<FormResult<Invitation>> {
  return readForm<Invitation>(req, [
    nameChain(),
    emailChain(),
    body('role')
      .isIn([...ROLES])
      .withMessage('team:errors.role'),
    body('language')
      .isIn([...LANGUAGES])
      .withMessage('team:errors.language'),
  ]);
}

/** `from`: the role that the page showed. */
export function readRole(req: Request): Promise<FormResult<{ role: Role; from: Role }>> {
  return readForm(req, [
    body('role')
      .isIn([...ROLES])
      .withMessage('team:errors.role'),
    body('from')
      .isIn([...ROLES])
      .withMessage('team:errors.role'),
  ]);
}

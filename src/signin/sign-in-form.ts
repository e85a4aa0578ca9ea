/** What the forms in front of the desk ask for. */
import type { Request } from 'express';
import { body, type ValidationChain } from 'express-validator';
import { type FormResult, readForm } from '../platform/form.js';
import { emailChain, nameChain } from '../staff/index.js';
import { PASSWORD_LENGTH, PASSWORD_MAX } from './password.js';

/** Counted in signs as a person sees them, not in bytes. */
export const passwordChain = (): ValidationChain =>
  body('password')
    .custom((value) => isLongEnough(value))
    .withMessage({
      key: 'signin:errors.passwordLength',
      values: { min: PASSWORD_LENGTH, max: PASSWORD_MAX },
    });

export function readSignIn(
  req: Request,
): Promise<FormResult<{ email: string; password: string; back?: string }>> {
  return readForm(req, [
    emailChain(),
    body('password').isLength({ min: 1, max: PASSWORD_MAX }).withMessage('signin:errors.password'),
    body('back').optional().isString(),
  ]);
}

export function readEmail(req: Request): Promise<FormResult<{ email: string }>> {
  return readForm(req, [emailChain()]);
}

export function readAcceptance(req: Request): Promise<FormResult<{ name: string; password: string }>> {
  return readForm(req, [nameChain(), passwordChain()]);
}

function isLongEnough(value: unknown): boolean {
  const length = typeof value === 'string' ? [...value].length : 0;
  return length >= PASSWORD_LENGTH && length <= PASSWORD_MAX;
}

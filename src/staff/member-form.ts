/** What a name and an address of the team may look like, wherever somebody types them. */
import { body, type ValidationChain } from 'express-validator';

export const emailChain = (): ValidationChain =>
  body('email').trim().toLowerCase().isEmail({ blacklisted_chars: '"' }).withMessage('staff:errors.email');

export const nameChain = (): ValidationChain =>
  body('name').trim().isLength({ min: 1, max: 200 }).withMessage('staff:errors.name');

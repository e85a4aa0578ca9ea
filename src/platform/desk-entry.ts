/** What the routes of a list of entries share: which entry is meant, which version was seen, and who was faster. */
import type { Request } from 'express';
import { Conflict, NotFound } from './errors.js';
import { enteredOf, textOf } from './form.js';
import { leaveNotice } from './session.js';

/** The number in the address; undefined for `new`. Throws NotFound for what is no number of an entry. */
export function entryIdOf(req: Request): number | undefined {
  return req.params.id === 'new' ? undefined : idOf(req);
}

/** The same where nothing new begins. `message`: the key of what the page of the refusal says. */
export function idOf(req: Request, message?: string): number {
  const id = String(req.params.id);
  if (!/^[1-9]\d{0,8}$/.test(id)) throw new NotFound(message);
  return Number(id);
}

/** The version that the sender of the form saw; 0, which no entry has, where none was sent. */
export const seenVersionOf = (req: Request): number => Number(textOf(enteredOf(req), 'version')) || 0;

/** Somebody was faster: the list that follows shows how it stands, and the sentence of this key says why. */
export async function orFasterNotice(req: Request, key: string, act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    leaveNotice(req, key);
  }
}

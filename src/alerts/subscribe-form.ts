/** What may be sent to the press list: an address, languages and topics. */
import type { Request } from 'express';
import { emailChain } from '../accreditation/index.js';
import { type Entered, enteredOf, type FieldError, listOf, readForm, textOf } from '../platform/form.js';
import { LANGUAGES } from '../platform/languages.js';
import type { Topic, Wishes } from './subscriber.js';

export type SubscriptionResult =
  | { ok: true; email: string; wishes: Wishes }
  | { ok: false; entered: Entered; errors: FieldError[] };

export async function readSubscription(req: Request, offered: readonly Topic[]): Promise<SubscriptionResult> {
  const form = await readForm<{ email: string }>(req, [emailChain()]);
  const wishes = readWishes(req, offered);
  if (form.ok && wishes.ok) return { ok: true, email: form.input.email, wishes: wishes.wishes };
  const errors = [...(form.ok ? [] : form.errors), ...(wishes.ok ? [] : wishes.errors)];
  return { ok: false, entered: enteredOf(req), errors };
}

export type WishesResult =
  | { ok: true; wishes: Wishes }
  | { ok: false; entered: Entered; errors: FieldError[] };

export function readWishes(req: Request, offered: readonly Topic[]): WishesResult {
  const entered = enteredOf(req);
  const languages = LANGUAGES.filter((lang) => listOf(entered, 'languages[]').includes(lang));
  const scope = textOf(entered, 'scope');
  const chosen = offered.filter((topic) => listOf(entered, 'topics[]').includes(topic));
  const errors: FieldError[] = [];
  if (languages.length === 0) errors.push({ field: 'languages', message: 'alerts:errors.languages' });
  if (scope !== 'all' && scope !== 'some') errors.push({ field: 'scope', message: 'alerts:errors.scope' });
  if (scope === 'some' && chosen.length === 0)
    errors.push({ field: 'topics', message: 'alerts:errors.topics' });
  if (errors.length > 0) return { ok: false, entered, errors };
  return { ok: true, wishes: { languages, topics: scope === 'all' ? ['all'] : chosen } };
}

/** Plain hints about a request, each computed by a rule that can be told in a sentence. They advise; people decide. */
import type { AccreditationRequest } from '../accreditation/index.js';
import { yearOf } from '../platform/dates.js';
import { HINT_KEYS, type Hint, hint } from './hint.js';
import { hostOf, isDisposable, isFreeMail, mailDomain, shareDomain } from './mailbox.js';

/** What the rules look at. */
export type Hinted = Pick<
  AccreditationRequest,
  'email' | 'outletType' | 'outletWebsite' | 'proofKind' | 'pressCardIssuer' | 'pressCardYear'
>;

const TONES = ['attention', 'good', 'neutral'];

/** Those that need attention first. */
export const inOrder = (hints: readonly Hint[]): Hint[] =>
  [...hints].sort((a, b) => TONES.indexOf(a.tone) - TONES.indexOf(b.tone) || byWeight(a, b));

const byWeight = (a: Hint, b: Hint): number => HINT_KEYS.indexOf(a.key) - HINT_KEYS.indexOf(b.key);

/** What a list shows: the weightiest. */
export const weightiest = (hints: readonly Hint[]): Hint | undefined => [...hints].sort(byWeight)[0];

/** What the request says by itself. */
export function hintsFor(request: Hinted, event: { startsAt: Date; endsAt: Date }): Hint[] {
  return inOrder([...cardHints(request, event), ...mailHints(request)]);
}

function cardHints(request: Hinted, event: { startsAt: Date; endsAt: Date }): Hint[] {
  if (request.proofKind !== 'press_card') return [];
  const years = [yearOf(event.startsAt), yearOf(event.endsAt)].map(String);
  const values = { year: request.pressCardYear, eventYear: years[0]! };
  const hints: Hint[] = [];
  if (request.pressCardYear) {
    const covers = years.every((year) => year === request.pressCardYear);
    hints.push(covers ? hint('good', 'cardCovers', values) : hint('attention', 'cardYear', values));
  }
  if (request.pressCardIssuer === 'other') hints.push(hint('attention', 'otherIssuer'));
  return hints;
}

function mailHints({ email, outletType, outletWebsite }: Hinted): Hint[] {
  const domain = mailDomain(email);
  if (isDisposable(domain)) return [hint('attention', 'disposableMail', { domain })];
  if (isFreeMail(domain)) {
    return outletType === 'freelance'
      ? [hint('neutral', 'freeMailFreelance', { domain })]
      : [hint('attention', 'freeMail', { domain })];
  }
  if (!shareDomain(domain, outletWebsite)) return [];
  return [hint('good', 'sameDomain', { domain, host: hostOf(outletWebsite) })];
}

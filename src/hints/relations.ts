/** What other requests say about this one: a second one for the same event, one from before, colleagues of the same outlet. */
import { type AccreditationRequest, isApproved, isOpen, isWithdrawn } from '../accreditation/index.js';
import type { Event } from '../events/index.js';
import { yearOf } from '../platform/dates.js';
import { type Hint, hint } from './hint.js';
import type { Related } from './related.js';

/** More of one outlet are not counted. */
export const OUTLET_LIMIT = 20;

type Dated = Pick<Event, 'id' | 'startsAt'>;

export function relationHints(
  { eventId }: Pick<AccreditationRequest, 'eventId'>,
  related: readonly Related[],
  events: readonly Dated[],
): Hint[] {
  const here = related.filter((other) => other.eventId === eventId);
  const isPerson = ({ alike }: Related) => alike.includes('person') || alike.includes('mail');
  const isSame = (other: Related) => isPerson(other) || other.alike.includes('card');
  const living = here.filter(({ state }) => !isWithdrawn(state));
  const withdrawn = here.filter((other) => isSame(other) && isWithdrawn(other.state));
  const some = (others: Related[], make: (others: Related[]) => Hint) =>
    others.length > 0 ? [make(others)] : [];
  return [
    ...some(living.filter(isPerson), (others) =>
      hint('attention', 'duplicate', { count: others.length }, others),
    ),
    ...some(
      living.filter((other) => isSame(other) && !isPerson(other)),
      (others) => hint('attention', 'sameCard', {}, others),
    ),
    ...some(withdrawn, (others) => hint('neutral', 'withdrawnBefore', {}, others)),
    ...some(
      living.filter((other) => !isSame(other)),
      outletHint,
    ),
    ...known(related.filter(isSame), eventId, events),
  ];
}

function outletHint(others: Related[]): Hint {
  const count = (is: (state: Related['state']) => boolean) => others.filter(({ state }) => is(state)).length;
  const values = { count: others.length, approved: count(isApproved), open: count(isOpen) };
  return hint('neutral', 'sameOutlet', values, others);
}

/** Events from before this one, the latest first. */
function known(related: Related[], eventId: number, events: readonly Dated[]): Hint[] {
  const startOf = (id: number) => events.find((event) => event.id === id)?.startsAt;
  const start = startOf(eventId);
  const before = related
    .flatMap((other) => {
      const at = startOf(other.eventId);
      return start && at && at < start ? [{ other, at }] : [];
    })
    .sort((a, b) => b.at.getTime() - a.at.getTime());
  const [latest] = before;
  if (!latest) return [];
  const values = { year: yearOf(latest.at), state: latest.other.state };
  return [
    hint(
      'neutral',
      'known',
      values,
      before.map(({ other }) => other),
    ),
  ];
}

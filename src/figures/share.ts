/** What one request adds to the figures: asked on a day, decided on a day, approved or not. Counting starts from here. */
import { type AccreditationRequest, isApproved } from '../accreditation/index.js';
import { toDay } from '../platform/dates.js';

/** `waited`: decisions by the time they took. */
export type Measure = 'requested' | 'decided' | 'approved' | 'waited';
export type Dimension = 'type' | 'area';

/** What is in the figures for a request. Days are days in Berlin, empty where there is none. */
export interface Share {
  eventId: number;
  outletType: string;
  workArea: string;
  requestedOn: string;
  /** The day of the first decision that still stands; a later one about the same request counts no second time. */
  decidedOn: string;
  /** From the confirmation to that decision, rounded. */
  minutes: number;
  approved: boolean;
}

export type Counted = Pick<
  AccreditationRequest,
  'eventId' | 'outletType' | 'workArea' | 'state' | 'decision' | 'confirmedAt' | 'decidedAt'
>;

/** One number of the figures and by how much it changes. */
export interface Change {
  eventId: number;
  measure: Measure;
  dimension: Dimension;
  value: string;
  day: string;
  minutes: number;
  amount: number;
}

/** Undefined while the address is not confirmed: until then it is no request to the office. */
export function shareOf(request: Counted, before: Share | undefined): Share | undefined {
  if (!request.confirmedAt) return undefined;
  const first = firstDecision(request, request.confirmedAt, before);
  return {
    eventId: request.eventId,
    outletType: request.outletType,
    workArea: request.workArea,
    requestedOn: toDay(request.confirmedAt),
    ...first,
    approved: isApproved(request.state),
  };
}

/** A further enquiry is no decision, and what was taken back is none any more. */
function firstDecision({ decision, decidedAt }: Counted, confirmedAt: Date, before: Share | undefined) {
  if (!decision || !decidedAt || decision === 'enquire') return { decidedOn: '', minutes: 0 };
  if (before?.decidedOn) return { decidedOn: before.decidedOn, minutes: before.minutes };
  const waited = Math.max(0, (decidedAt.getTime() - confirmedAt.getTime()) / 60_000);
  return { decidedOn: toDay(decidedAt), minutes: roundedMinutes(waited) };
}

/** Five minutes within the first hour, half hours within the first day, hours after that: enough for a median. */
export function roundedMinutes(minutes: number): number {
  const step = minutes < 60 ? 5 : minutes < 1440 ? 30 : 60;
  return Math.round(minutes / step) * step;
}

/** How the figures change when `after` takes the place of `before`; nothing where both are the same. */
export function changesBetween(before: Share | undefined, after: Share | undefined): Change[] {
  const sums = new Map<string, Change>();
  for (const change of [...changesOf(before, -1), ...changesOf(after, 1)]) addTo(sums, change);
  return [...sums.values()].filter(({ amount }) => amount !== 0);
}

export const keyOf = (change: Change): string =>
  [change.eventId, change.measure, change.dimension, change.value, change.day, change.minutes].join('|');

/** Several changes of the same number become one. In a fixed order, so that two processes never wait in a circle. */
export function summed(changes: readonly Change[]): Change[] {
  const sums = new Map<string, Change>();
  for (const change of changes) addTo(sums, change);
  return [...sums]
    .filter(([, { amount }]) => amount !== 0)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, change]) => change);
}

function addTo(sums: Map<string, Change>, change: Change): void {
  const key = keyOf(change);
  sums.set(key, { ...change, amount: change.amount + (sums.get(key)?.amount ?? 0) });
}

function changesOf(share: Share | undefined, amount: 1 | -1): Change[] {
  if (!share) return [];
  const { eventId, requestedOn, decidedOn, minutes } = share;
  const kinds: [Dimension, string][] = [
    ['type', share.outletType],
    ['area', share.workArea],
  ];
  return kinds.flatMap(([dimension, value]) => {
    const cell = { eventId, dimension, value, minutes: 0, amount };
    const changes: Change[] = [{ ...cell, measure: 'requested', day: requestedOn }];
    if (decidedOn) {
      changes.push({ ...cell, measure: 'decided', day: decidedOn });
      changes.push({ ...cell, measure: 'waited', day: '', minutes });
    }
    if (share.approved) changes.push({ ...cell, measure: 'approved', day: decidedOn || requestedOn });
    return changes;
  });
}

/**
 * What the applicant may see of a request: nothing of a decision before its letter has left. The columns of the request
 * hold the latest decision, also one that still waits, so everything shown is read from the history.
 */
import type { AccreditationRequest, HistoryEntry, Message, SlotWish } from './request.js';
import { allows, isApproved } from './status.js';

const DECIDING: readonly HistoryEntry['step'][] = [
  'approve',
  'approve_limited',
  'waitlist',
  'reject',
  'reapprove',
  'reapprove_limited',
  'revoke',
];

/** What the team notes for itself. */
const INTERNAL: readonly HistoryEntry['step'][] = [
  'undo',
  'verdict',
  'unanswered',
  'propose',
  'return',
  'take_back',
];

export const visibleHistory = (history: readonly HistoryEntry[]): HistoryEntry[] =>
  history.filter(({ shownAt, step }) => shownAt !== undefined && !INTERNAL.includes(step));

export const visibleMessages = (messages: readonly Message[]): Message[] =>
  messages.filter(({ shownAt }) => shownAt !== undefined);

/** The latest decision whose letter has left. */
export function visibleDecision(history: readonly HistoryEntry[]): HistoryEntry | undefined {
  return visibleHistory(history)
    .filter(({ step }) => DECIDING.includes(step))
    .at(-1);
}

export const visibleLimits = (history: readonly HistoryEntry[]): string =>
  visibleDecision(history)?.details.limits ?? '';

/** What became of a wished slot, as the applicant was told. */
export function visibleSlotState(history: readonly HistoryEntry[], slotId: number): SlotWish['state'] {
  const { granted = '', declined = '' } = visibleDecision(history)?.details ?? {};
  if (granted.split(',').includes(String(slotId))) return 'granted';
  return declined.split(',').includes(String(slotId)) ? 'declined' : 'wished';
}

/** How the request came: through the form, told to the team, or out of a list (Art. 14 GDPR). */
export type Source = 'form' | 'phone' | 'mail' | 'desk' | 'list';

export function sourceOf(history: readonly HistoryEntry[]): Source {
  const taken = history.find(({ step }) => step === 'take_in');
  if (!taken) return 'form';
  return taken.details.import ? 'list' : ((taken.details.channel ?? 'mail') as Source);
}

export interface Enquiry {
  text: string;
  due: Date | undefined;
}

/** What the team still waits for. */
export function openEnquiry(
  { shownState }: Pick<AccreditationRequest, 'shownState'>,
  history: readonly HistoryEntry[],
): Enquiry | undefined {
  if (!allows(shownState, 'answer')) return undefined;
  const entry = visibleHistory(history)
    .filter(({ step }) => step === 'enquire')
    .at(-1);
  const due = new Date(entry?.details.due ?? '');
  return { text: entry?.details.text ?? '', due: Number.isNaN(due.getTime()) ? undefined : due };
}

/** Something decisive was changed after the approval, and the team has not said anything about it yet. */
export function awaitsReapproval(
  { shownState }: Pick<AccreditationRequest, 'shownState'>,
  history: readonly HistoryEntry[],
): boolean {
  if (!isApproved(shownState)) return false;
  const last = visibleHistory(history)
    .filter(({ step, details }) => DECIDING.includes(step) || details.reapproval === 'yes')
    .at(-1);
  return last?.step === 'edit';
}

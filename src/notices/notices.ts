/** Notices to the team: on which occasions, and when a daily digest is due. */
import { daysBetween, toIsoLocal } from '../platform/dates.js';

export const OCCASIONS = ['new', 'answer', 'unanswered', 'edit', 'message', 'withdrawal'] as const;
export type Occasion = (typeof OCCASIONS)[number];

/** What a queued notice says; checked because it was written by another feature. */
export interface NoticePayload {
  requestId: number;
  occasion: Occasion;
}

export function toNoticePayload(payload: unknown): NoticePayload {
  const { requestId, occasion } = (payload ?? {}) as Partial<NoticePayload>;
  if (!Number.isSafeInteger(requestId) || !OCCASIONS.some((known) => known === occasion))
    throw new Error('A team notice names a request and an occasion');
  return { requestId: requestId!, occasion: occasion! };
}

/** The digest goes out once a day, from this hour in Berlin on. */
export const DIGEST_HOUR = 7;

export function isDigestDue(last: Date | undefined, now: Date): boolean {
  if (Number(toIsoLocal(now).slice(11, 13)) < DIGEST_HOUR) return false;
  return last === undefined || daysBetween(last, now) >= 1;
}

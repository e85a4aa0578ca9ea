/** Confirming the e-mail address: how long a link counts, and what has become of it. */
import { type AccreditationRequest, allows } from '../accreditation/index.js';

export const CONFIRM_HOURS = 48;

/** The last moment in which the confirmation counts, in business time; afterwards the request expires. */
export function confirmBy({ createdAt }: Pick<AccreditationRequest, 'createdAt'>): Date {
  return new Date(createdAt.getTime() + CONFIRM_HOURS * 3600_000);
}

/** `replaced`: the address was corrected after this link was sent. */
export type Standing = 'open' | 'done' | 'replaced' | 'over';

export function standingOf(
  request: Pick<AccreditationRequest, 'state' | 'createdAt' | 'confirmedAt' | 'linkVersion'> | undefined,
  linkVersion: number,
  now: Date,
): Standing {
  if (!request) return 'over';
  if (request.confirmedAt) return request.linkVersion === linkVersion ? 'done' : 'replaced';
  if (!allows(request.state, 'confirm') || now >= confirmBy(request)) return 'over';
  return request.linkVersion === linkVersion ? 'open' : 'replaced';
}

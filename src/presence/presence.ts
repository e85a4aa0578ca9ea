/** Who has a request open at this moment: a note to colleagues, which forbids nothing. */

/** How long a sign of life counts. The page renews it every minute while somebody works on it. */
export const LEASE_MS = 3 * 60_000;

/**
 * How long somebody still counts as there who has just left. A page that is loaded anew tells of leaving only after the
 * server has answered, so the new page must have time to say that it is there.
 */
export const LEAVING_MS = 15_000;

export interface Presence {
  requestId: number;
  staffId: number;
  name: string;
  /** Business time. */
  since: Date;
}

/** Who has a request open at this moment: a note to colleagues, which forbids nothing. */

/** How long a sign of life counts. The page renews it every minute while somebody works on it. */
export const LEASE_MS = 3 * 60_000;

export interface Presence {
  requestId: number;
  staffId: number;
  name: string;
  /** Business time. */
  since: Date;
}

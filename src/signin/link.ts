/** One-time links of the team: what each is for, and how long it opens the door. */
export const LINK_PURPOSES = ['sign_in', 'password', 'invitation'] as const;
export type LinkPurpose = (typeof LINK_PURPOSES)[number];

/** Hours of real time. `sign_in` is printed on the server's terminal, the others travel by mail. */
export const LINK_HOURS: Record<LinkPurpose, number> = { sign_in: 24, password: 1, invitation: 7 * 24 };

/** The purpose under which all of them are signed. */
export const LINK_SIGNED_AS = 'staff-link';

export interface StaffLink {
  id: number;
  staffId: number;
  purpose: LinkPurpose;
  version: number;
}

export function linkExpiry(purpose: LinkPurpose, realNow: Date): Date {
  return new Date(realNow.getTime() + LINK_HOURS[purpose] * 3600_000);
}

/** What signs the token of this link, for `toToken` and for letters. */
export const toPersonalLink = ({ id, version }: Pick<StaffLink, 'id' | 'version'>) => ({
  purpose: LINK_SIGNED_AS,
  id,
  version,
});

/** A member of the team, as the rest of the portal knows them. */
import type { Lang } from '../platform/languages.js';
import type { Role } from './rights.js';

export const STAFF_STATES = ['invited', 'active', 'closed'] as const;
export type StaffState = (typeof STAFF_STATES)[number];

/** When a member wants to hear of new requests and answers. */
export const NOTICES = ['each', 'daily', 'never'] as const;
export type Notices = (typeof NOTICES)[number];

export interface Member {
  id: number;
  email: string;
  name: string;
  role: Role;
  state: StaffState;
  language: Lang;
  notices: Notices;
  /** Single keys at the desk. */
  shortcuts: boolean;
  lastSignInAt: Date | undefined;
}

/** The life of an account as one table, and the lines nobody may cross, an administrator neither. */
import type { Member, StaffState } from './member.js';

interface Step {
  from: readonly StaffState[];
  to: StaffState;
}

const STEPS = {
  /** The invited person has set a password. */
  accept: { from: ['invited'], to: 'active' },
  close: { from: ['invited', 'active'], to: 'closed' },
  reopen: { from: ['closed'], to: 'active' },
} as const satisfies Record<string, Step>;
export type MembershipStep = keyof typeof STEPS;

export function membershipStep(step: MembershipStep): Step {
  return STEPS[step];
}

export function allowsMembershipStep(state: StaffState, step: MembershipStep): boolean {
  return (STEPS[step].from as readonly StaffState[]).includes(state);
}

/** Nobody changes an own role or closes an own account. */
export function maySteer(actor: Pick<Member, 'id'>, member: Pick<Member, 'id'>): boolean {
  return actor.id !== member.id;
}

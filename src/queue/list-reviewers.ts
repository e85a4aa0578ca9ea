/** The colleagues who decide requests: they are assigned to them, and hear what is new. */
import type { Db } from '../platform/database.js';
import { listMembers, type Member, may } from '../staff/index.js';

export function isReviewer(member: Member | undefined): boolean {
  return member?.state === 'active' && may(member.role, 'requests', 'write');
}

export async function listReviewers(db: Db): Promise<Member[]> {
  return (await listMembers(db)).filter(isReviewer);
}

/** The door of `staff/`: what other floors may use. */
import { Router } from 'express';
import type { Deps } from '../platform/deps.js';
import { accountRoutes } from './account-routes.js';
import { teamRoutes } from './team-routes.js';

export { type AddedStaff, addStaff, createSignInLink } from './add-staff.js';
export { changeProfile } from './change-account.js';
export type { Member, Notices } from './member.js';
export {
  findFirstAdministrator,
  findMember,
  findMemberByEmail,
  getMember,
  insertMember,
  listMembers,
  type NewMember,
} from './member-repository.js';
export { paths as staffPaths } from './paths.js';
export { actorOf, currentMember, requireMember, requireRight } from './require-member.js';
export { AREAS, type Area, isRole, may, ROLES, type Role } from './rights.js';
export { signInRoutes } from './sign-in-routes.js';
export { tidySignInJob } from './tidy-sign-in-job.js';

/** Own account and team; for members only, so mount it behind `requireMember`. */
export function staffRoutes(deps: Deps): Router {
  return Router().use(accountRoutes(deps), teamRoutes(deps));
}

/** The door of `staff/`: what other floors may use. */
export type { Member, Notices } from './member.js';
export {
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

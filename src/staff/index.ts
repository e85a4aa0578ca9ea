/** The door of `staff/`: what other floors may use. */
export { addStaff } from './add-staff.js';
export { type Member, NOTICES, type Notices, type StaffState } from './member.js';
export { emailChain, nameChain } from './member-form.js';
export {
  findFirstAdministrator,
  findMember,
  findMemberByEmail,
  findPasswordHash,
  getMember,
  insertMember,
  listMembers,
  lockAdministrators,
  membersPart,
  moveMember,
  type NewMember,
  noteSignIn,
  updatePassword,
  updateProfile,
  updateRole,
} from './member-repository.js';
export { allowsMembershipStep, maySteer } from './membership.js';
export { paths as staffPaths } from './paths.js';
export { actorOf, currentMember, requireMember, requireRight } from './require-member.js';
export { type Area, isRole, may, ROLES, type Role } from './rights.js';

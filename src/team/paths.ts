/** The addresses of the team and of one's own account. */
import { staffPaths } from '../staff/index.js';

export const paths = {
  account: '/staff/account',
  password: staffPaths.password,
  team: '/staff/team',
  invitation: '/staff/team/invitation',
  member: (id: number): string => `/staff/team/${id}`,
  memberStep: (id: number, step: 'role' | 'invitation' | 'close' | 'reopen'): string =>
    `/staff/team/${id}/${step}`,
};

/** The addresses of signing in, of the own account and of the team. */
const signIn = '/staff/sign-in';

export const paths = {
  signIn: (back?: string): string =>
    back && back !== '/staff' ? `${signIn}?back=${encodeURIComponent(back)}` : signIn,
  signedOut: `${signIn}?out=1`,
  signInLink: (token: string): string => `${signIn}/${token}`,
  forgotten: `${signIn}/forgotten`,
  signOut: '/staff/sign-out',
  home: '/staff',
  account: '/staff/account',
  password: '/staff/account/password',
  team: '/staff/team',
  invitation: '/staff/team/invitation',
  member: (id: number): string => `/staff/team/${id}`,
  memberStep: (id: number, step: 'role' | 'invitation' | 'close' | 'reopen'): string =>
    `/staff/team/${id}/${step}`,
};

/** Where signing in leads: a page of the desk, and never out of the house (open redirect, CWE-601). */
export function backFrom(value: unknown): string {
  const path = typeof value === 'string' ? value : '';
  const isDesk = /^\/staff(?:[/?][\w\-./?=&%+,:]*)?$/.test(path) && !/\/\/|\.\./.test(path);
  return isDesk && !/^\/staff\/sign-(in|out)/.test(path) ? path : paths.home;
}

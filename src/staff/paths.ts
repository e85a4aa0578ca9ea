/** The addresses of signing in and of the team. */
export const paths = {
  signIn: (back?: string): string =>
    back && back !== '/staff' ? `/staff/sign-in?back=${encodeURIComponent(back)}` : '/staff/sign-in',
  signInLink: (token: string): string => `/staff/sign-in/${token}`,
  signOut: '/staff/sign-out',
  home: '/staff',
  team: '/staff/team',
};

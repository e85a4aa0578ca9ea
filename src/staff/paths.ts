/** The addresses to which guards and more than one room of the team lead. */
const signIn = '/staff/sign-in';

export const paths = {
  home: '/staff',
  signIn: (back?: string): string =>
    back && back !== '/staff' ? `${signIn}?back=${encodeURIComponent(back)}` : signIn,
  password: '/staff/account/password',
};

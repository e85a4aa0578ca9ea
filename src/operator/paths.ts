/** The addresses of the operator's settings and of the logo. */
export const paths = {
  deskSettings: '/staff/settings',
  operatorLogo: (name: string): string => `/operator-logo/${name}`,
};

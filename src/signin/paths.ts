/** The addresses of signing in, and where it leads. */
import { staffPaths } from '../staff/index.js';

const signIn = staffPaths.signIn();

export const paths = {
  ...staffPaths,
  signedOut: `${signIn}?out=1`,
  signInLink: (token: string): string => `${signIn}/${token}`,
  forgotten: `${signIn}/forgotten`,
};

/** Where signing in leads: a page of the desk, and never out of the house (open redirect, CWE-601). */
export function backFrom(value: unknown): string {
  const path = typeof value === 'string' ? value : '';
  const isDesk = /^\/staff(?:[/?][\w\-./?=&%+,:]*)?$/.test(path) && !/\/\/|\.\./.test(path);
  return isDesk && !/^\/staff\/sign-(in|out)/.test(path) ? path : paths.home;
}

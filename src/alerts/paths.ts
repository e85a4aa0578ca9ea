/** The addresses of the press list. */
import type { Lang } from '../platform/languages.js';

/** Purposes of personal links. */
export const CONFIRM_LINK = 'alerts-confirm';
export const MANAGE_LINK = 'alerts';

const page = (lang: Lang, rest = ''): string => `/${lang}/press/alerts${rest}`;

export const paths = {
  subscribe: (lang: Lang): string => page(lang),
  sent: (lang: Lang): string => page(lang, '/sent'),
  confirm: (lang: Lang, token = 'TOKEN'): string => page(lang, `/confirm/${token}`),
  manage: (lang: Lang, token = 'TOKEN'): string => page(lang, `/${token}`),
  /** GET shows the page with the button; POST unsubscribes, from the page or from a mail program (RFC 8058). */
  unsubscribe: (lang: Lang, token = 'TOKEN'): string => page(lang, `/${token}/unsubscribe`),
  desk: '/staff/releases/alerts',
  deskFind: '/staff/releases/alerts/find',
  deskResend: (mailingId: number): string => `/staff/releases/alerts/mailings/${mailingId}/resend`,
  deskDelete: (id: number): string => `/staff/releases/alerts/${id}/delete`,
  deskResume: (id: number): string => `/staff/releases/alerts/${id}/resume`,
};

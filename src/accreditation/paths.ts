/** The addresses of the applicant's side. `TOKEN` is replaced by the personal token. */
import type { Lang } from '../platform/languages.js';

export const paths = {
  form: (lang: Lang, slug: string): string => `/${lang}/events/${slug}/accreditation`,
  prefilledForm: (lang: Lang, slug: string, token = 'TOKEN'): string =>
    `/${lang}/events/${slug}/accreditation?from=${token}`,
  confirm: (lang: Lang, token = 'TOKEN'): string => `/${lang}/accreditation/confirm/${token}`,
  status: (lang: Lang, token = 'TOKEN'): string => `/${lang}/accreditation/${token}`,
  /** The waiting page of a request that is not confirmed yet. */
  sent: (lang: Lang, token: string): string => `/${lang}/accreditation/sent/${token}`,
  resend: (lang: Lang, token: string): string => `/${lang}/accreditation/sent/${token}/resend`,
  address: (lang: Lang, token: string): string => `/${lang}/accreditation/sent/${token}/address`,
  lostLink: (lang: Lang): string => `/${lang}/accreditation`,
  edit: (lang: Lang, token: string): string => `/${lang}/accreditation/${token}/edit`,
  answer: (lang: Lang, token: string): string => `/${lang}/accreditation/${token}/answer`,
  message: (lang: Lang, token: string): string => `/${lang}/accreditation/${token}/message`,
  withdraw: (lang: Lang, token: string): string => `/${lang}/accreditation/${token}/withdraw`,
  erase: (lang: Lang, token: string): string => `/${lang}/accreditation/${token}/erase`,
  erased: (lang: Lang): string => `/${lang}/accreditation/erased`,
  ownData: (lang: Lang, token: string): string => `/${lang}/accreditation/${token}/data.json`,
  document: (lang: Lang, token: string, id: number): string =>
    `/${lang}/accreditation/${token}/documents/${id}`,
  badge: (lang: Lang, token: string): string => `/${lang}/accreditation/${token}/badge.pdf`,
  visit: (lang: Lang, token: string): string => `/${lang}/accreditation/${token}/event.ics`,
};

/** Purposes of personal links. */
export const STATUS_LINK = 'status';
export const CONFIRM_LINK = 'confirm';
export const BADGE_LINK = 'badge';
export const WAITING_LINK = 'waiting';
export const PREFILL_LINK = 'prefill';

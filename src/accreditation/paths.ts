/** The addresses of the applicant's side. `TOKEN` is replaced by the personal token. */
import type { Lang } from '../platform/languages.js';

export const paths = {
  form: (lang: Lang, slug: string): string => `/${lang}/events/${slug}/accreditation`,
  confirm: (lang: Lang, token = 'TOKEN'): string => `/${lang}/accreditation/confirm/${token}`,
  status: (lang: Lang, token = 'TOKEN'): string => `/${lang}/accreditation/${token}`,
  lostLink: (lang: Lang): string => `/${lang}/accreditation`,
};

/** Purposes of personal links. */
export const STATUS_LINK = 'status';
export const CONFIRM_LINK = 'confirm';

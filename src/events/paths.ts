/** The addresses of events, public and at the desk. */
import type { Lang } from '../platform/languages.js';

export const paths = {
  event: (lang: Lang, slug: string): string => `/${lang}/events/${slug}`,
  calendar: (lang: Lang, slug: string): string => `/${lang}/events/${slug}/event.ics`,
  accreditation: (lang: Lang, slug: string): string => `/${lang}/events/${slug}/accreditation`,
  deskEvents: '/staff/events',
  deskSettings: '/staff/settings',
};

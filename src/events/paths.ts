/** The public addresses of events. */
import type { Lang } from '../platform/languages.js';

export const paths = {
  events: (lang: Lang): string => `/${lang}/events`,
  event: (lang: Lang, slug: string): string => `/${lang}/events/${slug}`,
  calendar: (lang: Lang, slug: string): string => `/${lang}/events/${slug}/event.ics`,
  accreditation: (lang: Lang, slug: string): string => `/${lang}/events/${slug}/accreditation`,
};

/** The addresses of the media kit. */
import type { Lang } from '../platform/languages.js';

export const paths = {
  media: (lang: Lang, choice: { kind?: string; event?: string } = {}): string => {
    const query = new URLSearchParams(Object.entries(choice).filter(([, value]) => value)).toString();
    return `/${lang}/media${query ? `?${query}` : ''}`;
  },
  asset: (lang: Lang, slug: string): string => `/${lang}/media/${slug}`,
  file: (slug: string, rendition: string): string => `/media/${slug}/${rendition}`,
};

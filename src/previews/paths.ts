/** The addresses of previews. `TOKEN` is replaced by the personal token. */
import type { Lang } from '../platform/languages.js';
import type { AccessStep } from './access.js';

/** The purpose of the personal link. */
export const PREVIEW_LINK = 'preview';

interface Address {
  lang: Lang;
  year: number;
  slug: string;
}

export const paths = {
  list: (lang: Lang, token = 'TOKEN'): string => `/${lang}/press/preview/${token}`,
  release: ({ lang, year, slug }: Address, token = 'TOKEN'): string =>
    `${paths.list(lang, token)}/${year}/${slug}`,
  file: (lang: Lang, token: string, asset: string, rendition: string): string =>
    `${paths.list(lang, token)}/media/${asset}/${rendition}`,
  desk: '/staff/releases/previews',
  openings: (choice: { release?: number; page?: number }): string => {
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries(choice)) if (value) query.set(name, String(value));
    return `/staff/releases/previews/openings${query.size > 0 ? `?${query}` : ''}`;
  },
  letters: (releaseId: number): string => `/staff/releases/previews/${releaseId}/letters`,
  steer: (reference: string, step: AccessStep): string =>
    `/staff/releases/previews/${reference.toLowerCase()}/${step}`,
};

/** The addresses of the newsroom. */
import type { Lang } from '../platform/languages.js';

export type ReleaseFormat = 'txt' | 'md' | 'pdf';

interface ListChoice {
  q?: string | undefined;
  year?: number | undefined;
  event?: string | undefined;
  page?: number | undefined;
}

export const paths = {
  releases: (lang: Lang, choice: ListChoice = {}): string => {
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries(choice)) if (value) query.set(name, String(value));
    return `/${lang}/press${query.size > 0 ? `?${query}` : ''}`;
  },
  release: (
    { lang, year, slug }: { lang: Lang; year: number; slug: string },
    format?: ReleaseFormat,
  ): string => `/${lang}/press/${year}/${slug}${format ? `.${format}` : ''}`,
  /** One quote with its speaker, ready to paste. */
  quote: (release: { lang: Lang; year: number; slug: string }, number: number): string =>
    `${paths.release(release, 'txt')}?quote=${number}`,
};

/** The address of a kit. */
import type { Lang } from '../platform/languages.js';

export const paths = {
  kit: (lang: Lang, event: string): string => `/${lang}/media/${event}.zip`,
};

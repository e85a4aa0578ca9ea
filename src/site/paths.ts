/** The addresses of the pages that belong to no feature. */
import type { Lang } from '../platform/languages.js';

export const LEGAL_PAGES = ['imprint', 'privacy', 'accessibility'] as const;
export type LegalPageName = (typeof LEGAL_PAGES)[number];

export const paths = {
  home: (lang: Lang): string => `/${lang}`,
  legal: (lang: Lang, name: LegalPageName): string => `/${lang}/${name}`,
  /** Leichte Sprache exists in German only. */
  easyLanguage: '/de/easy-language',
};

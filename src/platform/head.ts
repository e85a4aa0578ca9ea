/** What search engines and link previews read in the head of a public page. */
import type { Translate } from './i18n.js';
import { LANGUAGES, type Lang } from './languages.js';
import type { Page } from './render.js';

export interface PageAddress {
  lang: Lang;
  /** Prefix of every address, without a slash at the end. */
  baseUrl: string;
  /** This page, without its query; empty where it has no address of its own (the answer to a sent form). */
  path: string;
  /** The same page in the other language; empty where there is none. */
  otherPath: string;
  /** False for personal pages and refusals, which nobody shall find or pass on. */
  listed: boolean;
}

export interface Head {
  canonical: string;
  alternates: { lang: Lang; href: string }[];
  /** Open Graph (ogp.me), by property, and the one line that X reads besides. */
  preview: { property: string; content: string }[];
}

export function headOf(page: Page, address: PageAddress, t: Translate): Head {
  const path = page.canonicalPath ?? address.path;
  const canonical = path && `${address.baseUrl}${path}`;
  // What nobody shall find may still say where the same stands for everybody.
  if (!address.listed || !path)
    return { canonical: page.canonicalPath ? canonical : '', alternates: [], preview: [] };
  const otherPath = page.untranslated ? '' : withoutQuery(address.otherPath);
  const pathIn = (lang: Lang) => (lang === address.lang ? path : otherPath);
  return {
    canonical,
    alternates: otherPath
      ? LANGUAGES.map((lang) => ({ lang, href: `${address.baseUrl}${pathIn(lang)}` }))
      : [],
    preview: previewOf(page, address, canonical, t),
  };
}

function previewOf(page: Page, { lang, baseUrl }: PageAddress, canonical: string, t: Translate) {
  const properties: Record<string, string | undefined> = {
    'og:type': page.previewType ?? 'website',
    'og:site_name': t('layout:portal'),
    'og:title': page.title,
    'og:description': page.description,
    'og:url': canonical,
    'og:locale': lang === 'de' ? 'de_DE' : 'en_GB',
    'og:image': page.picture && `${baseUrl}${page.picture.path}`,
    'og:image:alt': page.picture?.alt,
    'og:image:width': page.picture?.width?.toString(),
    'og:image:height': page.picture?.height?.toString(),
    // What else it asks for it takes from Open Graph.
    'twitter:card': page.picture && 'summary_large_image',
  };
  return Object.entries(properties).flatMap(([property, content]) =>
    content ? [{ property, content }] : [],
  );
}

const withoutQuery = (path: string): string => path.split('?')[0] ?? '';

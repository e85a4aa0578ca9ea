/** The two languages of the portal, and finding the one a visitor prefers. */
export const LANGUAGES = ['de', 'en'] as const;
export type Lang = (typeof LANGUAGES)[number];

/** A text that exists in both languages, as the team enters it. */
export type Bilingual = Record<Lang, string>;

/** The one that the reader did not choose. */
export const otherLang = (lang: Lang): Lang => (lang === 'de' ? 'en' : 'de');

export function isLang(value: unknown): value is Lang {
  return LANGUAGES.some((lang) => lang === value);
}

/** The text in the wanted language; the German one where the other is still empty. */
export function inLanguage(text: Bilingual, lang: Lang): string {
  return text[lang] || text.de;
}

/** Reads an Accept-Language header (RFC 9110, 12.5.4): the better-weighted of the two; German without a preference. */
export function preferredLanguage(header: string | undefined): Lang {
  const wishes = (header ?? '').split(',').map((part) => {
    const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
    const weight = parameters.find((parameter) => parameter.trim().startsWith('q='));
    return { lang: tag.slice(0, 2), quality: weight ? Number(weight.trim().slice(2)) : 1 };
  });
  const qualityOf = (lang: Lang) =>
    Math.max(0, ...wishes.filter((wish) => wish.lang === lang).map((wish) => wish.quality || 0));
  return qualityOf('en') > qualityOf('de') ? 'en' : 'de';
}

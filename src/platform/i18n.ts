/** All visible texts come from `src/locales/<language>/<feature>.json`; a key nobody wrote is an error, not a blank. */
import { readdirSync, readFileSync } from 'node:fs';
import i18next, { type i18n } from 'i18next';
import { LANGUAGES, type Lang } from './languages.js';
import { fromRoot } from './paths.js';

/** `t('accreditation:form.title', { event })`; values are plain text, the view escapes. */
export type Translate = (key: string, values?: Record<string, unknown>) => string;

/** A message that knows its key but not yet its language. */
export type Message = string | { key: string; values: Record<string, unknown> };

const texts = loadTexts();

const translators: Partial<Record<Lang, Translate>> = {};

export function translator(lang: Lang): Translate {
  translators[lang] ??= makeTranslator(lang);
  return translators[lang];
}

/** A page asks for a hundred texts: what is known to exist, and whole texts without values, are looked up once. */
function makeTranslator(lang: Lang): Translate {
  const fixed = texts.getFixedT(lang);
  const whole = new Map<string, string>();
  const known = new Set<string>();
  return (key, values) => {
    const text = values === undefined ? whole.get(key) : undefined;
    if (text !== undefined) return text;
    if (!known.has(key) && !texts.exists(key, { lng: lang, ...values }))
      throw new Error(`No ${lang} text for ${key}`);
    known.add(key);
    const translated = String(fixed(key, values ?? {}));
    if (values === undefined) whole.set(key, translated);
    return translated;
  };
}

export function translateMessage(t: Translate, message: Message): string {
  return typeof message === 'string' ? t(message) : t(message.key, message.values);
}

function loadTexts(): i18n {
  const instance = i18next.createInstance();
  instance.init({
    lng: 'de',
    fallbackLng: false,
    initAsync: false,
    interpolation: { escapeValue: false },
    resources: Object.fromEntries(LANGUAGES.map((lang) => [lang, textsOf(lang)])),
  });
  return instance;
}

function textsOf(lang: Lang): Record<string, Record<string, unknown>> {
  const folder = fromRoot(`src/locales/${lang}`);
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
  return Object.fromEntries(
    files.map((file) => [file.replace('.json', ''), JSON.parse(readFileSync(`${folder}/${file}`, 'utf8'))]),
  );
}

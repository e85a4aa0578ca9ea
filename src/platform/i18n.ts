/** All visible texts come from `src/locales/<language>/<feature>.json`; a key nobody wrote is an error, not a blank. */
import { readdirSync, readFileSync } from 'node:fs';
import i18next, { type i18n } from 'i18next';
import { LANGUAGES, type Lang } from './languages.js';
import { fromRoot } from './paths.js';
import { remember } from './remember.js';

/** `t('application:form.title', { event })`; values are plain text, the view escapes. */
export type Translate = (key: string, values?: Record<string, unknown>) => string;

/** A message that knows its key but not yet its language. */
export type Message = string | { key: string; values: Record<string, unknown> };

const texts = loadTexts();

export const translator: (lang: Lang) => Translate = remember(LANGUAGES.length, makeTranslator);

/** A page asks for a hundred texts, mostly the same ones as the page before: each is looked up and filled in once. */
function makeTranslator(lang: Lang): Translate {
  const fixed = texts.getFixedT(lang);
  const look = (key: string, values: Record<string, unknown>): string => {
    if (!texts.exists(key, { lng: lang, ...values })) throw new Error(`No ${lang} text for ${key}`);
    return String(fixed(key, values));
  };
  const whole = remember(5000, (key: string) => look(key, {}));
  const filled = remember(2000, (question: string) =>
    look(...(JSON.parse(question) as [string, Record<string, unknown>])),
  );
  return (key, values) => (values === undefined ? whole(key) : filled(JSON.stringify([key, values])));
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

/** Imprint, privacy notice, accessibility statement and the page in Leichte Sprache, from our texts and the operator's settings. */
import { accreditationPaths, deletionPlan } from '../accreditation/index.js';
import type { Event } from '../events/index.js';
import { EMPTY_OPERATOR, type Operator } from '../operator/index.js';
import { formatDate } from '../platform/dates.js';
import { translator } from '../platform/i18n.js';
import { inLanguage, type Lang } from '../platform/languages.js';
import type { Page } from '../platform/render.js';
import { withFirmHyphens } from '../platform/typography.js';
import { longText } from './long-texts.js';
import { type LegalPageName, paths } from './paths.js';

export interface LegalPage extends Page {
  textHtml: string;
  /** Shown outside production: the operator has to check this text first. */
  draft: boolean;
  /** The deletion plan in dates; empty on other pages. */
  plan: { event: string; files: string; request: string }[];
}

export interface LegalFacts {
  /** Undefined while settings cannot be read. */
  operator: Operator | undefined;
  baseUrl: string;
  /** Where mail goes that the settings name no address for. */
  fallbackEmail: string;
  production: boolean;
  /** The announced events, for the deletion plan. */
  events?: readonly Event[];
}

export function legalPage(lang: Lang, name: LegalPageName, facts: LegalFacts): LegalPage {
  const t = translator(lang);
  return {
    title: t(`site:text.${name}.title`),
    description: t(`site:text.${name}.description`),
    textHtml: longText(lang, name, valuesFor(lang, facts)),
    draft: !facts.production && name !== 'imprint',
    plan: (facts.events ?? []).map((event) => planOf(lang, event)),
  };
}

export function easyLanguagePage(facts: LegalFacts): LegalPage {
  const t = translator('de');
  return {
    title: t('site:text.easyLanguage.title'),
    description: t('site:text.easyLanguage.description'),
    textHtml: longText('de', 'easy-language', valuesFor('de', facts)),
    draft: false,
    plan: [],
    alternatePath: '',
  };
}

function valuesFor(lang: Lang, { operator = EMPTY_OPERATOR, baseUrl, fallbackEmail }: LegalFacts) {
  const missing = translator(lang)('site:text.missing');
  return {
    operator: inLanguage(operator.name, lang) || missing,
    imprint: inLanguage(operator.imprint, lang) || missing,
    officer: inLanguage(operator.dataProtectionOfficer, lang) || missing,
    enforcement: inLanguage(operator.accessibilityBody, lang) || missing,
    contact: contactOf(lang, operator, fallbackEmail),
    address: baseUrl,
    fontLicence: '/assets/fonts-OFL.txt',
    imprintLink: paths.legal(lang, 'imprint'),
    privacyLink: paths.legal(lang, 'privacy'),
    easyLanguage: paths.easyLanguage,
    lostLink: accreditationPaths.lostLink(lang),
  };
}

/** Line by line, as on a letterhead. */
function contactOf(lang: Lang, operator: Operator, fallbackEmail: string): string {
  const email = operator.pressContactEmail || fallbackEmail;
  const phone = operator.pressContactPhone;
  return [
    inLanguage(operator.pressContactName, lang),
    `[${email}](mailto:${email})`,
    phone && translator(lang)('site:text.phone', { number: phone }),
  ]
    .filter(Boolean)
    .join('\n');
}

function planOf(lang: Lang, event: Event) {
  const { filesOn, requestOn } = deletionPlan(event);
  return {
    event: withFirmHyphens(inLanguage(event.texts.title, lang)),
    files: formatDate(lang, filesOn),
    request: formatDate(lang, requestOn),
  };
}

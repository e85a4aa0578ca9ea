/** The decision as its letter says it, and what an approved person needs for the day. */
import {
  type AccreditationRequest,
  accreditationPaths,
  allows,
  type HistoryEntry,
  isApproved,
  visibleDecision,
} from '../accreditation/index.js';
import type { Event } from '../events/index.js';
import type { Operator } from '../operator/index.js';
import { formatDay, formatTime } from '../platform/dates.js';
import { translator } from '../platform/i18n.js';
import { inLanguage, type Lang } from '../platform/languages.js';
import { renderMarkdown } from '../platform/markdown.js';
import { type Catalogue, reasonSentence } from '../reasons/index.js';
import { type Moment, momentOf } from './history-page.js';

/** Decisions that take something away carry legal basis and legal remedy (§§ 37, 39 VwVfG). */
const BURDENING: readonly HistoryEntry['step'][] = [
  'reject',
  'revoke',
  'approve_limited',
  'reapprove_limited',
];

export interface LegalText {
  title: string;
  html: string;
}

export interface Contact {
  name: string;
  email: string;
  phone: string;
}

export interface DecisionText {
  title: string;
  at: Moment;
  /** Of the words below: the letter's, which need not be that of the page. */
  lang: Lang;
  /** Sentence of the catalogue, empty where the decision has no reason. */
  reason: string;
  text: string;
  limits: string;
  legal: LegalText[];
  contact: Contact | undefined;
}

interface DecisionFacts {
  request: AccreditationRequest;
  event: Event;
  history: readonly HistoryEntry[];
  operator: Operator;
  catalogue: Catalogue;
  token: string;
}

/** Only a decision that is still in force and whose letter has left. */
export function toDecision(
  lang: Lang,
  { request, event, history, operator, catalogue }: DecisionFacts,
): DecisionText | undefined {
  const entry = visibleDecision(history);
  if (!entry || entry.state !== request.shownState) return undefined;
  const t = translator(lang);
  const { text = '', limits = '' } = entry.details;
  const burdening = BURDENING.includes(entry.step);
  const reason = sentenceOf(request.lang, catalogue, entry);
  if (!burdening && !reason && !text && !limits) return undefined;
  return {
    title: t(`selfservice:decision.titles.${entry.state}`),
    at: momentOf(lang, entry.shownAt ?? entry.at),
    lang: request.lang,
    reason,
    text,
    limits,
    legal: burdening ? legalTexts(lang, operator) : [],
    contact: burdening ? contactOf(lang, event) : undefined,
  };
}

const contactOf = (lang: Lang, { texts, contactEmail, contactPhone }: Event): Contact => ({
  name: inLanguage(texts.contactName, lang),
  email: contactEmail,
  phone: contactPhone,
});

/** Whom to ask once nobody can write here any more; undefined where the decision names them. */
export function closedContact(
  lang: Lang,
  { request, event }: Pick<DecisionFacts, 'request' | 'event'>,
  decision: DecisionText | undefined,
): Contact | undefined {
  return allows(request.shownState, 'write') || decision?.contact ? undefined : contactOf(lang, event);
}

function legalTexts(lang: Lang, { legalBasis, legalRemedy }: Operator): LegalText[] {
  const t = translator(lang);
  return [
    { title: t('selfservice:decision.legalBasis'), html: renderMarkdown(inLanguage(legalBasis, lang)) },
    { title: t('selfservice:decision.legalRemedy'), html: renderMarkdown(inLanguage(legalRemedy, lang)) },
  ].filter(({ html }) => html !== '');
}

/** Decisions whose reason is a sentence of the office's catalogue; a limit is told as a limit. */
const WITH_REASON = ['waitlist', 'reject', 'revoke'] as const;

/** As the letter said it; the catalogue only where the history does not hold the sentence yet. */
function sentenceOf(lang: Lang, catalogue: Catalogue, { step, details }: HistoryEntry): string {
  const decision = WITH_REASON.find((known) => known === step);
  if (!details.reason || !decision) return '';
  return details.sentence ?? reasonSentence(catalogue, lang, decision, details.reason);
}

export interface Visit {
  day: string;
  entry: string;
  starts: string;
  place: string;
  directions: string;
  contact: Contact;
  badge: string;
  calendar: string;
}

/** Way, times and downloads, for approved people only. */
export function toVisit(lang: Lang, { request, event, token }: DecisionFacts): Visit | undefined {
  if (!isApproved(request.shownState)) return undefined;
  return {
    day: formatDay(lang, event.startsAt),
    entry: event.pressEntryAt ? formatTime(lang, event.pressEntryAt) : '',
    starts: formatTime(lang, event.startsAt),
    place: inLanguage(event.texts.place, lang),
    directions: inLanguage(event.texts.directions, lang),
    contact: contactOf(lang, event),
    badge: accreditationPaths.badge(lang, token),
    calendar: accreditationPaths.visit(lang, token),
  };
}

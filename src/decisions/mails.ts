/** The letters of the team to the applicant, in their language: of each decision, and of a message without one. */
import {
  type AccreditationRequest,
  type Decision,
  fullName,
  statusLink,
  subjectOf,
} from '../accreditation/index.js';
import type { Event, Slot } from '../events/index.js';
import type { Operator } from '../operator/index.js';
import type { Db } from '../platform/database.js';
import { formatDate, formatDateTime, formatDay, formatTime, noonOf } from '../platform/dates.js';
import { deadlineWords } from '../platform/deadlines.js';
import { type Translate, translator } from '../platform/i18n.js';
import { inLanguage, type Lang } from '../platform/languages.js';
import { composeLetter, composeLetters, type LetterText } from '../platform/letters.js';
import type { Letter } from '../platform/outbox.js';
import type { Ruling } from './demands.js';

/** A decision without a letter must not compile. */
const LETTERS: Record<Decision, string> = {
  approve: 'approved',
  approve_limited: 'approvedLimited',
  waitlist: 'waitlisted',
  reject: 'rejected',
  enquire: 'enquiry',
  revoke: 'revoked',
};

/** Everything a letter about a decision speaks of. */
export interface Case {
  request: AccreditationRequest;
  event: Event;
  operator: Operator;
  /** The slots that are granted by this decision. */
  granted: readonly Slot[];
  /** The sentence of the catalogue in the language of the letter; empty where the decision has no reason. */
  sentence: string;
  /** When it is decided: no letter promises a date that is over. */
  at: Date;
}

/** The letter as it will be sent; `{link}` in its body becomes the personal link while it is sent. */
export async function decisionLetter(db: Db, { request, ...about }: Case, ruling: Ruling): Promise<Letter> {
  const { lang } = request;
  const template = `decisions:letters.${LETTERS[ruling.decision]}`;
  const approves = ruling.decision === 'approve' || ruling.decision === 'approve_limited';
  return {
    kind: template,
    to: request.email,
    lang,
    ...(await composeLetter(db, template, lang, valuesOf({ request, ...about }, ruling))),
    link: statusLink(lang, request),
    attachments: approves
      ? [
          { kind: 'badge', id: request.id },
          { kind: 'calendar', id: request.id },
        ]
      : [],
    about: subjectOf(request),
    afterSent: 'decision',
  };
}

/** What the letters of one decision say, each in its language, whoever gets them. */
export function lettersToAnybody(
  db: Db,
  letters: readonly { lang: Lang; about: Omit<Case, 'request'>; ruling: Ruling }[],
): Promise<LetterText[]> {
  const [first] = letters;
  if (!first) return Promise.resolve([]);
  const template = `decisions:letters.${LETTERS[first.ruling.decision]}`;
  const readers = letters.map(({ lang, about, ruling }) => ({
    lang,
    values: valuesOf({ request: { ...ANYBODY, lang }, ...about }, ruling),
  }));
  return composeLetters(db, template, readers);
}

/** A message outside any decision. */
export async function messageLetter(
  db: Db,
  { request, event, operator }: Pick<Case, 'request' | 'event' | 'operator'>,
  text: string,
): Promise<Letter> {
  const { lang } = request;
  const template = `decisions:letters.${'message'}`;
  const values = {
    name: fullName(request),
    reference: request.reference,
    event: inLanguage(event.texts.title, lang),
    text,
    contact: contactOf(lang, event),
    office: officeOf(operator, lang),
  };
  return {
    kind: template,
    to: request.email,
    lang,
    ...(await composeLetter(db, template, lang, values)),
    link: statusLink(lang, request),
    about: subjectOf(request),
  };
}

const officeOf = (operator: Operator, lang: Lang): string =>
  inLanguage(operator.pressContactName, lang) || inLanguage(operator.name, lang);

/** What a letter says of the person it goes to. */
type Reader = Pick<
  AccreditationRequest,
  'lang' | 'firstName' | 'lastName' | 'reference' | 'confirmedAt' | 'createdAt'
>;

const ANYBODY: Omit<Reader, 'lang'> = {
  firstName: '',
  lastName: '',
  reference: '',
  confirmedAt: undefined,
  createdAt: new Date(0),
};

function valuesOf(
  { request, event, operator, granted, sentence, at }: Omit<Case, 'request'> & { request: Reader },
  ruling: Ruling,
): Record<string, string> {
  const { lang } = request;
  const t = translator(lang);
  const entry = event.pressEntryAt;
  return {
    name: fullName(request),
    reference: request.reference,
    event: inLanguage(event.texts.title, lang),
    day: formatDay(lang, event.startsAt),
    date: formatDate(lang, event.startsAt),
    requested: formatDate(lang, request.confirmedAt ?? request.createdAt),
    place: inLanguage(event.texts.place, lang),
    entry: entry ? t('decisions:letterParts.entry', { time: formatTime(lang, entry) }) : '',
    directions: headed(t, 'directions', inLanguage(event.texts.directions, lang)),
    slots: headed(t, 'slots', granted.map((slot) => slotLine(t, lang, slot)).join('\n')),
    limits: ruling.limits,
    reason: sentence,
    text: ruling.text,
    due: ruling.due ? deadlineWords(t, lang, ruling.due) : '',
    promise:
      at < event.answerBy
        ? t('decisions:letterParts.promise', { date: formatDateTime(lang, event.answerBy) })
        : '',
    legalBasis: headed(t, 'legalBasis', inLanguage(operator.legalBasis, lang)),
    legalRemedy: headed(t, 'legalRemedy', inLanguage(operator.legalRemedy, lang)),
    contact: contactOf(lang, event),
    office: officeOf(operator, lang),
  };
}

const headed = (t: Translate, name: string, text: string): string =>
  text ? `${t(`decisions:letterParts.${name}`)}\n${text}` : '';

/**
 * As it is kept with the request: limits and enquiries are read without their letter too, on badge and status page, so
 * the sentence of the catalogue stands in them, followed by what was added.
 */
export function withSentence(lang: Lang, sentence: string, ruling: Ruling): Ruling {
  const joined = (added: string) => [sentence, added].filter(Boolean).join('\n');
  if (ruling.decision === 'approve_limited') return { ...ruling, limits: joined(ruling.limits) };
  if (ruling.decision === 'enquire') return { ...ruling, text: joined(ruling.text) };
  return ruling.fact ? { ...ruling, text: withFact(lang, ruling.text, ruling.fact) } : ruling;
}

/** A revocation rests on a new fact and on what was weighed in this case (§§ 48, 49 VwVfG). */
function withFact(lang: Lang, weighing: string, { text, knownOn }: NonNullable<Ruling['fact']>): string {
  const t = translator(lang);
  const known = t('decisions:letterParts.fact', { date: formatDate(lang, noonOf(knownOn)) });
  return `${known}\n${text}\n\n${t('decisions:letterParts.weighing')}\n${weighing}`;
}

function slotLine(t: Translate, lang: Lang, slot: Slot): string {
  return t('decisions:letterParts.slot', {
    kind: t(`labels:slotKinds.${slot.kind}`),
    title: inLanguage(slot.texts.title, lang),
    time: formatDateTime(lang, slot.startsAt),
  });
}

const contactOf = (lang: Lang, { texts, contactEmail, contactPhone }: Event): string =>
  [inLanguage(texts.contactName, lang), contactPhone, contactEmail].filter(Boolean).join('\n');

/** Page model of the outbox: letters, newest first, sorted by where they stand. */
import { formatShortDate, formatTime, toDay } from '../platform/dates.js';
import { type TextField, textField } from '../platform/fields.js';
import type { Translate } from '../platform/i18n.js';
import type { Lang } from '../platform/languages.js';
import { type MailState, RETRY_MINUTES, reasonText, UNDELIVERED } from '../platform/mail-status.js';
import type { OutgoingMail } from '../platform/outbox.js';
import { MAIL_HEAPS, type MailHeap } from '../platform/outbox-list.js';
import type { Page } from '../platform/render.js';
import { withFirmHyphens } from '../platform/typography.js';
import type { Role } from '../staff/index.js';
import { possibleSteps } from './letter.js';
import { type OutboxQuery, paths } from './paths.js';

export const PAGE_SIZE = 25;

export interface Look {
  icon: string;
  badge: string;
  state: string;
}

type LookName = MailState | 'retry';

const LOOKS: Record<LookName, Omit<Look, 'state'>> = {
  waiting: { icon: 'calendar-today', badge: 'plain' },
  retry: { icon: 'autorenew', badge: 'warning' },
  sending: { icon: 'autorenew', badge: 'info' },
  sent: { icon: 'check', badge: 'success' },
  refused: { icon: 'danger', badge: 'danger' },
  failed: { icon: 'danger', badge: 'danger' },
  bounced: { icon: 'danger', badge: 'danger' },
  cancelled: { icon: 'arrow-back', badge: 'plain' },
};

/** Where it matters how many tries are left. */
const COUNTED: readonly LookName[] = ['retry', 'refused', 'failed'];

export interface Reading {
  t: Translate;
  lang: Lang;
  role: Role;
  now: Date;
  /** Undefined: letters are written as files. */
  mailServer: string | undefined;
}

export interface LetterRow extends Look {
  href: string;
  subject: string;
  /** The language of the letter, which is not always the reader’s. */
  lang: Lang;
  to: string;
  at: string;
  tries: string;
  message: string;
  /** Where one press sends it again; empty where that makes no sense here. */
  resend: string;
}

export interface OutboxPage extends Page {
  /** How letters leave this portal. */
  delivery: string;
  chips: { label: string; href: string; count: number; current: boolean; due: boolean }[];
  search: TextField;
  heap: string;
  action: string;
  letters: LetterRow[];
  older: string;
  newest: string;
  empty: string;
}

interface Found {
  query: OutboxQuery;
  counts: Record<MailHeap, number>;
  /** One more than the page shows tells that there are older ones. */
  mails: OutgoingMail[];
}

export function outboxPage(reading: Reading, { query, counts, mails }: Found): OutboxPage {
  const { t, mailServer } = reading;
  const shown = mails.slice(0, PAGE_SIZE);
  const last = shown.at(-1);
  const state = { entered: { q: query.search }, errors: [] };
  return {
    title: t('outbox:title'),
    section: 'outbox',
    delivery: mailServer ? t('outbox:delivery.smtp', { server: mailServer }) : t('outbox:delivery.files'),
    chips: chipsOf(t, query, counts),
    search: textField('q', t('outbox:search.label'), state, { type: 'search', optional: true }),
    heap: query.heap ?? '',
    action: paths.outbox,
    letters: shown.map((mail) => letterRow(reading, mail)),
    older: mails.length > PAGE_SIZE && last ? paths.list({ ...query, before: last }) : '',
    newest: query.before ? paths.list({ ...query, before: undefined }) : '',
    empty: t(query.search || query.heap ? 'outbox:noneFound' : 'outbox:none'),
  };
}

function chipsOf(t: Translate, { heap, search }: OutboxQuery, counts: Record<MailHeap, number>) {
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return [undefined, ...MAIL_HEAPS].map((name) => ({
    label: t(`outbox:heaps.${name ?? 'all'}`),
    href: paths.list({ heap: name, search }),
    count: name ? counts[name] : all,
    current: name === heap,
    due: name === 'undelivered' && counts.undelivered > 0,
  }));
}

function letterRow(reading: Reading, mail: OutgoingMail): LetterRow {
  const { t, lang, role, now } = reading;
  const tries = t('outbox:triesOf', { count: mail.tries, max: RETRY_MINUTES.length + 1 });
  const isUndelivered = UNDELIVERED.includes(mail.state);
  return {
    href: paths.letter(mail.id),
    subject: withFirmHyphens(mail.subject),
    lang: mail.lang,
    to: mail.to,
    at: shortTime(lang, mail.queuedAt, now),
    tries: COUNTED.includes(lookName(mail)) ? tries : String(mail.tries),
    message: messageOf(reading, mail),
    resend:
      isUndelivered && possibleSteps(role, mail).includes('resend') ? paths.step(mail.id, 'resend') : '',
    ...lookOf(t, mail),
  };
}

export function lookOf(t: Translate, mail: OutgoingMail): Look {
  const name = lookName(mail);
  return { ...LOOKS[name], state: t(`outbox:states.${name}`) };
}

const lookName = ({ state, tries }: OutgoingMail): LookName =>
  state === 'waiting' && tries > 0 ? 'retry' : state;

/** What happened last, or what happens next. */
export function messageOf({ t, lang, now, mailServer }: Reading, mail: OutgoingMail): string {
  const next = shortTime(lang, mail.notBefore, now);
  const messages: Record<LookName, () => string> = {
    waiting: () => t(mail.notBefore > now ? 'outbox:messages.leaves' : 'outbox:messages.now', { time: next }),
    retry: () => t('outbox:messages.retry', { error: reasonText(t, mail), time: next }),
    sending: () => t('outbox:messages.sending'),
    sent: () =>
      t(mailServer ? 'outbox:messages.sent' : 'outbox:messages.written', {
        time: mail.sentAt ? shortTime(lang, mail.sentAt, now) : '',
      }),
    refused: () => t('outbox:messages.refused', { error: reasonText(t, mail) }),
    failed: () => t('outbox:messages.failed', { error: reasonText(t, mail) }),
    bounced: () => t('outbox:messages.bounced'),
    cancelled: () => t('outbox:messages.cancelled'),
  };
  return messages[lookName(mail)]();
}

/** Today only the time, on other days the date too. */
function shortTime(lang: Lang, date: Date, now: Date): string {
  const time = formatTime(lang, date);
  return toDay(date) === toDay(now) ? time : `${formatShortDate(lang, date)}, ${time}`;
}

/** What stands between a sent form and a request that counts: waiting for the letter, and confirming the address. */
import { type AccreditationRequest, accreditationPaths } from '../accreditation/index.js';
import type { Event } from '../events/index.js';
import { formatDate, formatDateTime, toIsoLocal } from '../platform/dates.js';
import { type TextField, textField } from '../platform/fields.js';
import type { Entered, ShownError } from '../platform/form.js';
import type { Translate } from '../platform/i18n.js';
import { inLanguage, type Lang } from '../platform/languages.js';
import type { Page } from '../platform/render.js';
import { withFirmHyphens } from '../platform/typography.js';
import { confirmBy } from './confirmation.js';
import type { MessagePage } from './message-page.js';
import { crumbsTo, type Term } from './request-form-page.js';

export interface WaitingContext {
  t: Translate;
  lang: Lang;
  event: Event;
  request: AccreditationRequest;
  token: string;
}

/** What just happened on this page: a letter sent again, an address corrected, or too many tries. */
export type WaitingNotice = { kind: 'sent' | 'corrected' } | { kind: 'tooMany'; minutes: number };

export interface WaitingPage extends Page {
  eyebrow: string;
  email: string;
  notice: { kind: 'success' | 'warning'; title: string; text: string } | undefined;
  terms: Term[];
  resend: string;
  correct: string;
  field: TextField;
  contactEmail: string;
}

export function waitingPage(
  { t, lang, event, request, token }: WaitingContext,
  { entered = { email: request.email }, errors = [], notice }: WaitingState,
): WaitingPage {
  return {
    ...about(t, lang, event),
    title: t('application:waiting.title'),
    errors,
    email: request.email,
    notice: notice && {
      kind: notice.kind === 'tooMany' ? 'warning' : 'success',
      title: t(`application:waiting.${notice.kind}.title`),
      text: t(`application:waiting.${notice.kind}.text`, {
        email: request.email,
        count: notice.kind === 'tooMany' ? notice.minutes : 0,
      }),
    },
    terms: [deadline(t, lang, request)],
    resend: accreditationPaths.resend(lang, token),
    correct: accreditationPaths.address(lang, token),
    field: textField('email', t('application:waiting.newAddress'), { entered, errors }, EMAIL),
    contactEmail: event.contactEmail,
  };
}

export interface WaitingState {
  entered?: Entered;
  errors?: ShownError[];
  notice?: WaitingNotice | undefined;
}

const EMAIL = { type: 'email', autocomplete: 'email' };

/** The address is confirmed already: the way to the status is the letter, for the mailbox proves who is asking. */
export function confirmedAlreadyPage({
  t,
  lang,
  event,
}: Omit<WaitingContext, 'token' | 'request'>): MessagePage {
  const { eyebrow, ...rest } = about(t, lang, event);
  return {
    ...rest,
    title: t('application:confirmedAlready.title'),
    lead: t('application:confirmedAlready.lead', { event: eyebrow }),
    paragraphs: [t('application:confirmedAlready.next')],
    actions: [
      { label: t('application:lostLink.title'), href: accreditationPaths.lostLink(lang), primary: false },
    ],
  };
}

export interface ConfirmPage extends Page {
  eyebrow: string;
  lead: string;
  action: string;
  terms: Term[];
  contactEmail: string;
}

export function confirmPage({ t, lang, event, request, token }: WaitingContext): ConfirmPage {
  return {
    ...about(t, lang, event),
    title: t('application:confirm.title'),
    lead: t('application:confirm.lead'),
    action: accreditationPaths.confirm(lang, token),
    terms: [{ term: t('accreditation:fields.email'), text: request.email }, deadline(t, lang, request)],
    contactEmail: event.contactEmail,
  };
}

function about(t: Translate, lang: Lang, event: Event) {
  const label = inLanguage(event.texts.title, lang);
  const crumbs = crumbsTo(t, lang, event);
  return {
    section: 'events',
    crumbs,
    eyebrow: `${withFirmHyphens(label)} · ${formatDate(lang, event.startsAt)}`,
  };
}

function deadline(t: Translate, lang: Lang, request: AccreditationRequest): Term {
  const until = confirmBy(request);
  return {
    term: t('application:waiting.until'),
    text: formatDateTime(lang, until),
    datetime: toIsoLocal(until),
  };
}

/** The applicant's status page: where the request stands, what happens next, and what can be done. */
import {
  accreditationPaths,
  allows,
  awaitsReapproval,
  deletionPlan,
  fullName,
  isOpen,
  type Message,
  openEnquiry,
  type State,
} from '../accreditation/index.js';
import { type Event, eventPaths } from '../events/index.js';
import type { Operator } from '../operator/index.js';
import { formatDate, formatDateTime } from '../platform/dates.js';
import { deadlineDate, deadlineWords } from '../platform/deadlines.js';
import { type TextField, textField } from '../platform/fields.js';
import type { Entered, ShownError } from '../platform/form.js';
import { type Translate, translator } from '../platform/i18n.js';
import { inLanguage, type Lang } from '../platform/languages.js';
import type { Page } from '../platform/render.js';
import { type OwnPreviews, type PreviewSection, previewSection } from '../previews/index.js';
import type { Catalogue } from '../reasons/index.js';
import { closedContact, type DecisionText, toDecision, toVisit, type Visit } from './decision-page.js';
import {
  type HistoryLine,
  type Moment,
  nextStep,
  type ShownMessage,
  toHistory,
  toMessages,
} from './history-page.js';
import { type Detail, type DetailFacts, toDetails } from './own-details-page.js';

export interface StatusFacts extends DetailFacts {
  event: Event;
  messages: readonly Message[];
  operator: Operator;
  catalogue: Catalogue;
  /** Undefined for whoever is not accredited. */
  previews: OwnPreviews | undefined;
  now: Date;
}

export interface StatusPage extends Page {
  eyebrow: string;
  heading: string;
  stand: { label: string; icon: string; tone: string; sentences: string[] };
  enquiry: { text: string; lang: Lang; deadline: string } | undefined;
  answer: { action: string; fields: Record<'text' | 'file', TextField> } | undefined;
  decision: DecisionText | undefined;
  preview: PreviewSection | undefined;
  visit: Visit | undefined;
  history: HistoryLine[];
  nextStep: Moment | undefined;
  messages: ShownMessage[];
  message: { action: string; field: TextField } | undefined;
  closed: DecisionText['contact'];
  event: { title: string; href: string; date: string };
  details: Detail[];
  deletion: { files: string; request: string };
  links: Record<'edit' | 'withdraw' | 'data' | 'erase', string>;
}

const LOOKS: Record<State, { icon: string; tone: '' | 'attention' | 'good' | 'bad' }> = {
  unconfirmed: { icon: 'mail', tone: 'attention' },
  received: { icon: 'checklist', tone: '' },
  in_review: { icon: 'visibility', tone: '' },
  info_requested: { icon: 'warning', tone: 'attention' },
  approved: { icon: 'success', tone: 'good' },
  approved_limited: { icon: 'success', tone: 'good' },
  waitlisted: { icon: 'info', tone: '' },
  rejected: { icon: 'danger', tone: 'bad' },
  revoked: { icon: 'danger', tone: 'bad' },
  withdrawn: { icon: 'close', tone: '' },
  expired: { icon: 'danger', tone: 'attention' },
};

/** What was typed into the one form of the page, and what was wrong with it. */
export interface Typed {
  entered: Entered;
  errors: readonly ShownError[];
}

export function toStatusPage(lang: Lang, facts: StatusFacts, typed: Typed): StatusPage {
  const { request, event, token, documents } = facts;
  const t = translator(lang);
  const decision = toDecision(lang, facts);
  return {
    ...titles(lang, t, facts),
    errors: [...typed.errors],
    ...standOf(lang, t, facts),
    ...formsOf(lang, t, facts, typed),
    decision,
    closed: closedContact(lang, facts, decision),
    preview: facts.previews && previewSection(lang, facts.previews),
    visit: toVisit(lang, facts),
    history: toHistory(lang, request, facts.history),
    nextStep: nextStep(lang, request, event),
    messages: toMessages(lang, token, facts.messages, documents),
    event: {
      title: inLanguage(event.texts.title, lang),
      href: eventPaths.event(lang, event.slug),
      date: formatDate(lang, event.startsAt),
    },
    details: toDetails(lang, facts),
    deletion: planOf(lang, event),
    links: linksOf(lang, facts),
  };
}

export const planOf = (lang: Lang, event: Event): { files: string; request: string } => {
  const { filesOn, requestOn } = deletionPlan(event);
  return { files: formatDate(lang, filesOn), request: formatDate(lang, requestOn) };
};

function titles(lang: Lang, t: Translate, { request }: StatusFacts) {
  const { reference } = request;
  return {
    title: t('selfservice:status.title', { reference }),
    crumbs: [{ label: t('layout:home'), href: `/${lang}` }],
    eyebrow: t('selfservice:status.eyebrow', { reference, name: fullName(request) }),
    heading: t(`selfservice:states.${request.shownState}.title`),
  };
}

function standOf(lang: Lang, t: Translate, { request, event, history, now }: StatusFacts) {
  const state = request.shownState;
  const values = {
    event: inLanguage(event.texts.title, lang),
    date: formatDate(lang, event.startsAt),
    answerBy: formatDateTime(lang, event.answerBy),
  };
  const late = isOpen(state) && now > event.answerBy;
  const sentences = [
    t(`selfservice:states.${state}.sentence`, values),
    late ? t('selfservice:status.late', values) : t(`selfservice:states.${state}.next`, values),
    awaitsReapproval(request, history) ? t('selfservice:status.reapproval') : '',
  ];
  const enquiry = openEnquiry(request, history);
  return {
    stand: {
      label: t(`selfservice:states.${state}.label`),
      ...LOOKS[state],
      sentences: sentences.filter(Boolean),
    },
    enquiry: enquiry && {
      text: enquiry.text,
      lang: request.lang,
      deadline: enquiry.due ? deadlineOf(lang, t, enquiry.due, now) : '',
    },
  };
}

/** In the words of the letter. */
const deadlineOf = (lang: Lang, t: Translate, due: Date, now: Date): string =>
  now > due
    ? t('selfservice:enquiry.overdue', { due: deadlineDate(lang, due) })
    : t('selfservice:enquiry.due', { due: deadlineWords(t, lang, due) });

/** One form at a time: who is asked something answers there. */
function formsOf(lang: Lang, t: Translate, { request, token }: StatusFacts, typed: Typed) {
  const asked = allows(request.shownState, 'answer');
  const file = { hint: t('selfservice:answer.fileHint'), optional: true, mark: '', type: 'file' };
  return {
    answer: asked
      ? {
          action: accreditationPaths.answer(lang, token),
          fields: {
            text: textField('text', t('selfservice:answer.text'), typed, {
              // A file alone is enough, so neither of the two is required, and neither says “optional”.
              optional: true,
              mark: '',
              rows: 4,
            }),
            file: textField('file', t('selfservice:answer.file'), typed, file),
          },
        }
      : undefined,
    message:
      !asked && allows(request.shownState, 'write')
        ? {
            action: accreditationPaths.message(lang, token),
            field: textField('text', t('selfservice:message.text'), typed, { rows: 4 }),
          }
        : undefined,
  };
}

function linksOf(lang: Lang, { request, token }: StatusFacts) {
  return {
    edit: allows(request.shownState, 'edit') ? accreditationPaths.edit(lang, token) : '',
    withdraw: allows(request.shownState, 'withdraw') ? accreditationPaths.withdraw(lang, token) : '',
    data: accreditationPaths.ownData(lang, token),
    erase: accreditationPaths.erase(lang, token),
  };
}

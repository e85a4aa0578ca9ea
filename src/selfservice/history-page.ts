/** What happened to a request, in the applicant's words: without names of staff and without what still waits. */
import {
  type AccreditationRequest,
  accreditationPaths,
  allows,
  type HistoryEntry,
  isOpen,
  type Message,
  type RequestDocument,
  visibleHistory,
  visibleMessages,
} from '../accreditation/index.js';
import type { Event } from '../events/index.js';
import { formatDateTime, toIsoLocal } from '../platform/dates.js';
import { type Translate, translator } from '../platform/i18n.js';
import type { Lang } from '../platform/languages.js';

/** A moment as text and for the `datetime` attribute. */
export interface Moment {
  text: string;
  iso: string;
}

export const momentOf = (lang: Lang, date: Date): Moment => ({
  text: formatDateTime(lang, date),
  iso: toIsoLocal(date),
});

export interface HistoryLine {
  title: string;
  icon: string;
  at: Moment;
  note: string;
  current: boolean;
}

const ICONS: Record<HistoryEntry['step'], string> = {
  submit: 'mail',
  confirm: 'success',
  take_in: 'success',
  keep_approved: 'info',
  keep_rejected: 'info',
  expire: 'danger',
  open: 'visibility',
  enquire: 'warning',
  answer: 'success',
  approve: 'success',
  approve_limited: 'success',
  waitlist: 'info',
  reject: 'danger',
  reapprove: 'success',
  reapprove_limited: 'success',
  revoke: 'danger',
  edit: 'edit',
  write: 'mail',
  withdraw: 'close',
  undo: 'info',
  unanswered: 'info',
  propose: 'info',
  return: 'info',
  take_back: 'info',
  verdict: 'info',
};

export function toHistory(
  lang: Lang,
  { shownState }: Pick<AccreditationRequest, 'shownState'>,
  history: readonly HistoryEntry[],
): HistoryLine[] {
  const t = translator(lang);
  const entries = visibleHistory(history);
  const asked = allows(shownState, 'answer') ? entries.findLast(({ step }) => step === 'enquire') : undefined;
  return entries.map((entry, index) => ({
    title: stepWords(t, entry),
    icon: ICONS[entry.step],
    at: momentOf(lang, entry.shownAt ?? entry.at),
    note: entry === asked ? t('selfservice:history.yourTurn') : noteOf(t, entry),
    current: index === entries.length - 1,
  }));
}

/** A list is another source than the person (Art. 14 GDPR). */
export const stepWords = (t: Translate, { step, details }: HistoryEntry): string =>
  t(`selfservice:history.${step === 'take_in' && details.import ? 'take_in_list' : step}`);

/** The step that is still to come. */
export function nextStep(
  lang: Lang,
  { shownState }: AccreditationRequest,
  { answerBy }: Event,
): Moment | undefined {
  return isOpen(shownState) ? momentOf(lang, answerBy) : undefined;
}

function noteOf(t: Translate, { step, details }: HistoryEntry): string {
  const fields = (details.fields ?? '').split(',').filter(Boolean);
  if (step !== 'edit' || fields.length === 0) return '';
  return t('selfservice:history.fields', {
    fields: fields.map((field) => t(`selfservice:fields.${field}`)).join(', '),
  });
}

export interface ShownMessage {
  fromTeam: boolean;
  author: string;
  at: Moment;
  text: string;
  file: { name: string; href: string } | undefined;
}

/** An enquiry reaches the applicant later than it was written, and stands where they read it. */
const shownOf = ({ at, shownAt }: Message): number => (shownAt ?? at).getTime();

export function toMessages(
  lang: Lang,
  token: string,
  messages: readonly Message[],
  documents: readonly RequestDocument[],
): ShownMessage[] {
  const t = translator(lang);
  const inOrder = visibleMessages(messages).sort((a, b) => shownOf(a) - shownOf(b));
  return inOrder.map(({ direction, at, shownAt, text, documentId }) => {
    const file = documents.find(({ id }) => id === documentId);
    return {
      fromTeam: direction === 'to_applicant',
      author: t(`selfservice:messages.${direction}`),
      at: momentOf(lang, shownAt ?? at),
      text,
      file: file && { name: file.originalName, href: accreditationPaths.document(lang, token, file.id) },
    };
  });
}

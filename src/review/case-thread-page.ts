/** What was said and done about a request: messages, internal notes, history, letters, the decision in force. */
import { DECISIONS, fullName, type HistoryEntry } from '../accreditation/index.js';
import { formatDate, formatDateTime, formatShortDate, formatTime, toIsoLocal } from '../platform/dates.js';
import type { Translate } from '../platform/i18n.js';
import type { Lang } from '../platform/languages.js';
import { type MailState, UNDELIVERED } from '../platform/mail-status.js';
import { withFirmHyphens } from '../platform/typography.js';
import { reasonLabel } from '../reasons/index.js';
import type { CaseRecord } from './case.js';
import type { Fact } from './case-facts-page.js';
import { addressIn, paths } from './paths.js';

interface Entry {
  who: string;
  time: string;
  iso: string;
  text: string;
}

export interface CaseTexts {
  messages: (Entry & { ours: boolean; document: { label: string; href: string } | undefined })[];
  notes: Entry[];
  history: Omit<Entry, 'who'>[];
  letters: { subject: string; state: string; icon: string; time: string; bad: boolean }[];
  decided: Fact[];
}

interface Reader {
  t: Translate;
  lang: Lang;
  seesProofs: boolean;
}

export function caseTexts(reader: Reader, record: CaseRecord, query: string): CaseTexts {
  const { lang } = reader;
  const at = (date: Date) => ({ time: formatDateTime(lang, date), iso: toIsoLocal(date) });
  return {
    messages: messagesOf(reader, record, query),
    notes: record.notes.map((note) => ({ who: note.author, text: note.text, ...at(note.at) })),
    history: record.history
      .map((entry) => ({
        text: historyWords(reader, entry, record),
        time: `${formatShortDate(lang, entry.at)}, ${formatTime(lang, entry.at)}`,
        iso: toIsoLocal(entry.at),
      }))
      .reverse(),
    letters: record.mails
      .map((mail) => ({
        subject: withFirmHyphens(mail.subject),
        state: reader.t(`review:mailStates.${mail.state}`),
        icon: MAIL_ICONS[mail.state],
        time: formatDateTime(lang, mail.sentAt ?? mail.notBefore),
        bad: UNDELIVERED.includes(mail.state),
      }))
      .reverse(),
    decided: decidedFacts(reader, record),
  };
}

const MAIL_ICONS: Record<MailState, string> = {
  waiting: 'calendar-today',
  sending: 'mail',
  sent: 'check',
  refused: 'danger',
  failed: 'danger',
  bounced: 'danger',
  cancelled: 'close',
};

function messagesOf(
  { t, lang, seesProofs }: Reader,
  record: CaseRecord,
  query: string,
): CaseTexts['messages'] {
  const { request, documents } = record;
  return record.messages.map((message) => {
    const ours = message.direction === 'to_applicant';
    const document = seesProofs && documents.find(({ id }) => id === message.documentId);
    return {
      ours,
      who: ours ? message.author : fullName(request),
      time: formatDateTime(lang, message.at) + (message.shownAt ? '' : ` · ${t('review:case.notSent')}`),
      iso: toIsoLocal(message.at),
      text: message.text,
      document: document
        ? {
            label: document.originalName,
            href: `${addressIn(paths.request(request.reference), query, `document=${document.id}`)}#proof`,
          }
        : undefined,
    };
  });
}

function historyWords({ t, lang, seesProofs }: Reader, entry: HistoryEntry, record: CaseRecord): string {
  const { step, actor, actorName, details } = entry;
  if (PROPOSING.includes(step)) return proposalWords(t, entry);
  if (step === 'verdict') return verdictWords({ t, seesProofs }, entry, record);
  const who = actor.startsWith('staff:')
    ? actorName
    : t(actor === 'applicant' ? 'decisions:history.applicant' : 'decisions:history.system');
  const words = t(`decisions:history.steps.${step}`, { who });
  const decision = DECISIONS.find(
    (known) => known === (step === 'reapprove_limited' ? 'approve_limited' : step),
  );
  const reason = details.reason && decision && reasonLabel(record.catalogue, lang, decision, details.reason);
  const proposer = details.proposer && t('decisions:history.proposer', { name: details.proposer });
  const due = details.due && t('decisions:history.due', { date: formatDate(lang, new Date(details.due)) });
  const source = details.import && t('decisions:history.import', { number: details.import });
  return [words, source, proposer, reason, due].filter(Boolean).join(' · ');
}

const PROPOSING: readonly HistoryEntry['step'][] = ['propose', 'return', 'take_back'];

/** What one of two persons said about a decision that needs both. */
function proposalWords(t: Translate, { step, actorName, details }: HistoryEntry): string {
  const decision = t(`decisions:kinds.${details.decision}.heading`);
  const words = t(`decisions:history.steps.${step}`, { who: actorName, decision });
  return [words, details.text].filter(Boolean).join(' · ');
}

/** By the name of the document, where it is still there and the reader may know of it. */
function verdictWords(
  { t, seesProofs }: Pick<Reader, 't' | 'seesProofs'>,
  { actorName, details }: HistoryEntry,
  { documents }: CaseRecord,
): string {
  const document = seesProofs && documents.find(({ id }) => String(id) === details.document);
  const what = document
    ? document.originalName
    : t(`verdicts:history.${details.document ? 'document' : 'entered'}`);
  const words = t(`verdicts:history.${details.verdict}`, { who: actorName, what });
  return [words, seesProofs && details.text].filter(Boolean).join(' · ');
}

/** What was decided, for everybody who opens the request later. */
function decidedFacts({ t, lang }: Reader, { request, catalogue }: CaseRecord): Fact[] {
  if (!request.decision || !request.decidedAt) return [];
  const label = (name: string) => t(`review:facts.${name}`);
  const reason = request.decisionReason
    ? reasonLabel(catalogue, lang, request.decision, request.decisionReason)
    : '';
  const facts: Fact[] = [
    { label: label('decision'), value: t(`decisions:kinds.${request.decision}.done`), strong: true },
    { label: label('decidedAt'), value: formatDateTime(lang, request.decidedAt) },
    { label: label('reason'), value: reason },
    { label: label('text'), value: request.decisionText ?? '' },
    { label: label('limits'), value: request.decisionLimits ?? '' },
    {
      label: label('due'),
      value: request.enquiryDueAt ? formatDateTime(lang, request.enquiryDueAt) : '',
    },
  ];
  return facts.filter(({ value }) => value !== '');
}

const CHANGEABLE = [
  'firstName',
  'lastName',
  'outletName',
  'outletType',
  'workArea',
  'proofKind',
  'pressCardIssuer',
  'pressCardNumber',
  'pressCardYear',
  'sampleUrl1',
  'sampleUrl2',
  'imprintUrl',
  'proofFile',
] as const;

/** The latest edit says which fields it touched. */
export function changedWords(t: Translate, { history }: CaseRecord): string {
  const touched =
    history
      .filter(({ step }) => step === 'edit')
      .at(-1)
      ?.details.fields?.split(/[\s,]+/) ?? [];
  const names = CHANGEABLE.filter((name) => touched.includes(name)).map((name) =>
    t(`review:changed.fields.${name}`),
  );
  return t(names.length > 0 ? 'review:changed.which' : 'review:changed.text', { names: names.join(', ') });
}

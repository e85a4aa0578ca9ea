/** The page model of one request at the desk: the person on the left, the proof on the right, the decision below. */
import { allows, fullName } from '../accreditation/index.js';
import { type SlotView, slotViews } from '../decisions/index.js';
import { type ProposalNotice, proposalNotice } from '../foureyes/index.js';
import { type HintView, hintViews } from '../hints/index.js';
import type { TextField } from '../platform/fields.js';
import type { Translate } from '../platform/i18n.js';
import type { Lang } from '../platform/languages.js';
import { isWithheld, UNDELIVERED } from '../platform/mail-status.js';
import type { Page } from '../platform/render.js';
import { presenceWords } from '../presence/index.js';
import {
  type Badge,
  COUNT_LIMIT,
  countWords,
  type DueWords,
  dueWords,
  durationWords,
  type Filters,
  type Neighbours,
  stateBadge,
  toQuery,
  type UndoBar,
  withQuery,
} from '../queue/index.js';
import type { Member } from '../staff/index.js';
import type { VerdictState } from '../verdicts/index.js';
import type { CaseRecord } from './case.js';
import { type CaseActions, caseActions } from './case-actions-page.js';
import { type Fact, needFacts, personFacts } from './case-facts-page.js';
import { type CaseTexts, caseTexts, changedWords } from './case-thread-page.js';
import { paths } from './paths.js';
import { type ProofView, proofView } from './proof-page.js';

export interface CaseView {
  t: Translate;
  lang: Lang;
  now: Date;
  member: Member;
  filters: Filters;
  neighbours: Neighbours;
  /** May decide, assign, write notes. */
  writes: boolean;
  seesProofs: boolean;
  /** The proof that was asked for: the number of a document, or `entered`. */
  proofChoice: string;
  undo: UndoBar | undefined;
  /** `decided=` and the request decided before this one, or nothing. */
  decided: string;
  /** A note or message that could not be kept, shown again with what is wrong with it. */
  refused: { field: 'note' | 'message'; text: string; error: string } | undefined;
  /** The same for a verdict. */
  verdict: VerdictState | undefined;
}

export interface CasePage extends Page, CaseTexts, CaseActions {
  reference: string;
  name: string;
  outlet: string;
  badge: Badge;
  waits: string;
  due: DueWords | undefined;
  back: { label: string; href: string };
  previous: string;
  next: string;
  /** “2 of 31” in the list it was opened from; empty where it is not counted. */
  position: string;
  /** What the applicant changed after the approval; empty where nothing is to be decided anew. */
  changed: string;
  undelivered: { title: string; text: string; error: string } | undefined;
  hints: HintView[];
  proof: ProofView;
  person: Fact[];
  needs: Fact[];
  slots: SlotView[];
  decided: Fact[];
  writes: boolean;
  version: number;
  takeUp: string;
  /** Who else has it open, in words, and where the page says that it is open. */
  present: string;
  presence: string;
  note: { action: string; field: TextField };
  /** Writing to the applicant; undefined where nobody could answer any more. */
  message: { action: string; field: TextField; send: string } | undefined;
  undo: UndoBar | undefined;
  /** What waits for a second person, or came back to the first one. */
  proposal: ProposalNotice | undefined;
}

export function casePage(view: CaseView, record: CaseRecord): CasePage {
  const { t, lang, now, filters } = view;
  const { request, event } = record;
  const { reference } = request;
  // What was decided before can be undone from here until its letter leaves, also after a note or a verdict.
  const query = [toQuery(filters), view.decided].filter(Boolean).join('&');
  const address = (path: string) => withQuery(path, query);
  const neighbour = (other: string | undefined) => (other ? address(paths.request(other)) : '');
  const answered = record.history.some(({ step }) => step === 'answer');
  const due = dueWords({ t, lang, now }, request, event.answerBy);
  return {
    title: `${reference} ${fullName(request)}`,
    section: 'requests',
    reference,
    name: fullName(request),
    outlet: [
      request.outletName,
      t(`labels:outletTypes.${request.outletType}`),
      t(`labels:workAreas.${request.workArea}`),
    ].join('\u00a0· '),
    badge: stateBadge(t, { ...request, answered }),
    waits:
      due && request.confirmedAt
        ? t('review:case.waits', { time: durationWords(t, request.confirmedAt, now), due: due.text })
        : '',
    due,
    back: { label: t(`queue:tabs.${filters.tab}`), href: address(paths.queue) },
    previous: neighbour(view.neighbours.previous),
    next: neighbour(view.neighbours.next),
    position: positionWords(view),
    changed: request.needsReapproval ? changedWords(t, record) : '',
    undelivered: undeliveredOf(t, record),
    hints: hintViews({ t, lang, addressOf: (other) => address(paths.request(other)) }, record),
    proof: proofView(view, record, query),
    person: personFacts(t, record),
    needs: needFacts(t, record),
    slots: slotViews(t, lang, record),
    ...caseTexts(view, record, query),
    writes: view.writes,
    version: request.version,
    ...caseActions(view, record, { query, list: toQuery(filters) }),
    present: presenceWords(view, record.present, view.member.id),
    presence: paths.presence(reference),
    takeUp: request.state === 'received' ? address(paths.takeUp(reference)) : '',
    note: {
      action: address(paths.notes(reference)),
      field: writtenField(view, 'note', t('review:case.newNote')),
    },
    // What could not be sent is not lost.
    message:
      (!request.kept && allows(request.shownState, 'write')) || view.refused?.field === 'message'
        ? {
            action: address(paths.messages(reference)),
            send: t('review:case.sendMessage', { name: fullName(request) }),
            field: writtenField(view, 'message', t('review:case.newMessage', { to: request.email })),
          }
        : undefined,
    undo: view.undo,
    proposal: proposalNotice(view, record, query),
  };
}

function positionWords({ t, lang, neighbours: { position } }: CaseView): string {
  if (!position) return '';
  const [place, found] = [position.place, position.found].map((count) =>
    countWords(lang, count, COUNT_LIMIT),
  );
  return t('review:case.position', { place, found });
}

function writtenField({ refused }: CaseView, name: 'note' | 'message', label: string): TextField {
  const again = refused?.field === name ? refused : { text: '', error: '' };
  return { name, label, value: again.text, error: again.error, rows: name === 'note' ? 2 : 4 };
}

/** The address in use did not take the latest letter to it. */
function undeliveredOf(t: Translate, { request, mails }: CaseRecord): CasePage['undelivered'] {
  const latest = mails
    .filter(({ to, state }) => to === request.email && state !== 'waiting' && state !== 'cancelled')
    .filter((mail) => !isWithheld(mail))
    .at(-1);
  if (!latest || !UNDELIVERED.includes(latest.state)) return undefined;
  return {
    title: t('review:undelivered.title', { to: latest.to }),
    text: t('review:undelivered.text', { phone: request.phone }),
    error: latest.lastError ? t('review:undelivered.error', { error: latest.lastError }) : '',
  };
}

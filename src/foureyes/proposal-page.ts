/** The page of a proposal: what was proposed by whom, the letter as it will be sent, and what a second person can do. */
import { createHash } from 'node:crypto';
import { fullName } from '../accreditation/index.js';
import { type LetterView, letterView } from '../decisions/index.js';
import { formatDate, formatDateTime, noonOf } from '../platform/dates.js';
import { type TextField, textField } from '../platform/fields.js';
import type { Entered, ShownError } from '../platform/form.js';
import type { Translate } from '../platform/i18n.js';
import type { Lang } from '../platform/languages.js';
import type { Letter } from '../platform/outbox.js';
import type { Page } from '../platform/render.js';
import type { Proposal } from '../proposals/index.js';
import { type Badge, stateBadge, withQuery } from '../queue/index.js';
import { reasonLabel } from '../reasons/index.js';
import type { Member } from '../staff/index.js';
import { paths } from './paths.js';
import type { ProposalRecord } from './proposed.js';

export interface ProposalView {
  t: Translate;
  lang: Lang;
  member: Member;
  /** May confirm, return, take back. */
  writes: boolean;
  query: string;
  entered: Entered;
  errors: ShownError[];
  /** Why the act was refused: a key of the language files. */
  conflict: string | undefined;
}

export interface ProposalPage extends Page {
  errors: ShownError[];
  heading: string;
  name: string;
  reference: string;
  badge: Badge;
  back: string;
  lead: string;
  notice: { title: string; text: string } | undefined;
  facts: { label: string; value: string; lang: string }[];
  letter: LetterView | undefined;
  hidden: { name: string; value: string }[];
  undoNote: string;
  /** Empty where it cannot be done (by this member). */
  confirm: { action: string; label: string } | undefined;
  giveBack: { action: string; field: TextField } | undefined;
  takeBack: string;
}

export function proposalPage(view: ProposalView, record: ProposalRecord): ProposalPage {
  const { t, lang, member, query } = view;
  const { request, latest, letter, stale } = record;
  const { reference } = request;
  const address = (path: string) => withQuery(path, query);
  const acts = view.writes && latest.state === 'waiting';
  const own = latest.proposedBy === member.id;
  const decision = t(`decisions:kinds.${latest.decision}.heading`);
  return {
    title: t('proposals:page.title', { name: fullName(request), decision }),
    section: 'requests',
    errors: view.errors,
    heading: t('proposals:page.heading', { decision }),
    name: fullName(request),
    reference,
    badge: stateBadge(t, { ...request, answered: record.history.some(({ step }) => step === 'answer') }),
    back: address(paths.request(reference)),
    lead: t('proposals:page.lead', {
      who: latest.proposerName,
      time: formatDateTime(lang, latest.proposedAt),
    }),
    notice: noticeOf(view, record),
    facts: factsOf(view, record),
    letter: letter && letterView(t, letter),
    hidden: hiddenOf(record),
    undoNote: t('decisions:decide.undoNote', { count: record.event.undoDelayMinutes }),
    confirm:
      acts && !own && !stale
        ? {
            action: address(paths.confirm(reference)),
            label: t(`decisions:kinds.${latest.decision}.confirm`),
          }
        : undefined,
    giveBack: acts && !own ? giveBackOf(view, address(paths.return(reference))) : undefined,
    takeBack: acts && own ? address(paths.takeBack(reference)) : '',
  };
}

/** Knows the letter again that was read: a changed template or reason must not leave unseen. */
export const markOf = ({ to, subject, body }: Letter): string =>
  createHash('sha256')
    .update(JSON.stringify([to, subject, body]))
    .digest('base64url')
    .slice(0, 22);

const hiddenOf = ({ request, latest, letter }: ProposalRecord) => [
  { name: 'proposal', value: String(latest.id) },
  { name: 'version', value: String(request.version) },
  { name: 'letter', value: letter ? markOf(letter) : '' },
];

const giveBackOf = (view: ProposalView, action: string) => ({
  action,
  field: textField('answer', view.t('proposals:page.answer'), view, {
    hint: view.t('proposals:page.answerHint'),
    rows: 3,
  }),
});

function factsOf({ t, lang }: ProposalView, { request, latest, catalogue }: ProposalRecord) {
  const { decision, reason, text, fact, answer } = latest;
  const label = (name: string) => t(`proposals:facts.${name}`);
  return [
    { label: label('reason'), value: reasonLabel(catalogue, lang, decision, reason), lang: '' },
    {
      label: label('knownOn'),
      value: fact ? formatDate(lang, noonOf(fact.knownOn)) : '',
      lang: '',
    },
    { label: label('fact'), value: fact?.text ?? '', lang: request.lang },
    { label: label(fact ? 'weighing' : 'text'), value: text, lang: request.lang },
    { label: label('answer'), value: answer, lang: '' },
  ].filter(({ value }) => value !== '');
}

function noticeOf(view: ProposalView, record: ProposalRecord): ProposalPage['notice'] {
  const { t, member, conflict } = view;
  const { latest, stale } = record;
  const title = (name: string) => t(`proposals:notice.${name}`);
  if (latest.state !== 'waiting') return { title: title('settled'), text: settledWords(view, latest) };
  if (stale) return { title: title('stale'), text: t('proposals:errors.stale') };
  if (conflict) return { title: title('look'), text: t(conflict) };
  const own = latest.proposedBy === member.id;
  return own ? { title: title('own'), text: t('proposals:errors.own') } : undefined;
}

function settledWords({ t, lang }: Pick<ProposalView, 't' | 'lang'>, proposal: Proposal): string {
  const { state, settlerName, settledAt } = proposal;
  const time = settledAt ? formatDateTime(lang, settledAt) : '';
  return t(`proposals:settled.${state}`, { who: settlerName ?? '', time });
}

export interface ProposalNotice {
  id: number;
  title: string;
  text: string;
  href: string;
  link: string;
}

/** On the page of the request: what waits for a second person, and to the first one what came back. */
export function proposalNotice(
  { t, lang, member }: Pick<ProposalView, 't' | 'lang' | 'member'>,
  { request, latestProposal }: Pick<ProposalRecord, 'request'> & { latestProposal: Proposal | undefined },
  query: string,
): ProposalNotice | undefined {
  if (!latestProposal) return undefined;
  const { id, state, decision, proposerName, proposedBy, proposedAt, settlerName, answer } = latestProposal;
  const own = proposedBy === member.id;
  const words = { who: proposerName, decision: t(`decisions:kinds.${decision}.heading`) };
  const at = { time: formatDateTime(lang, proposedAt) };
  if (state === 'waiting')
    return {
      id,
      title: t('proposals:notice.waits', words),
      text: t(own ? 'proposals:notice.waitsForOther' : 'proposals:notice.waitsForYou', at),
      href: withQuery(paths.proposal(request.reference), query),
      link: t(own ? 'proposals:notice.open' : 'proposals:notice.openToConfirm'),
    };
  if (state !== 'returned' || !own) return undefined;
  return {
    id,
    title: t('proposals:notice.returned', { who: settlerName ?? '', decision: words.decision }),
    text: answer,
    href: withQuery(paths.decide(request.reference, decision), query),
    link: t('proposals:notice.again'),
  };
}

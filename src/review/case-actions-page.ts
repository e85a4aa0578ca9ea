/** What can be done with a request at the desk: the decisions that are possible now, and handing it to a colleague. */
import { type Decision, possibleDecisions } from '../accreditation/index.js';
import { decisionsNow } from '../decisions/index.js';
import type { Translate } from '../platform/i18n.js';
import { withQuery } from '../queue/index.js';
import type { Member } from '../staff/index.js';
import type { CaseRecord } from './case.js';
import { paths } from './paths.js';

export interface CaseActions {
  decisionAction: string;
  /** `preview`: the page that shows the letter as it will be sent. */
  approve: { label: string; preview: string } | undefined;
  decisions: { decision: Decision; label: string; href: string; danger: boolean; rare: boolean }[];
  /** Why nobody can be approved any more, where the state would allow it. */
  tooLate: string;
  assign: {
    action: string;
    options: { value: string; label: string; selected: boolean }[];
    /** Of the member who looks at it. */
    mine: boolean;
  };
}

interface Seen {
  t: Translate;
  now: Date;
  member: Member;
}

/** `list`: where it was opened from; `query`: and what was decided before. */
export function caseActions(
  view: Seen,
  record: CaseRecord,
  { query, list }: { query: string; list: string },
): CaseActions {
  return { ...decisionsOf(view, record, list), assign: assignmentOf(view, record, query) };
}

function decisionsOf(
  { t, now }: Seen,
  { request, event }: CaseRecord,
  query: string,
): Omit<CaseActions, 'assign'> {
  const byState = request.kept ? [] : possibleDecisions(request.state, request.needsReapproval);
  const possible = request.kept ? [] : decisionsNow(request, event, now);
  return {
    decisionAction: withQuery(paths.decision(request.reference), query),
    approve: possible.includes('approve')
      ? {
          label: t(request.needsReapproval ? 'decisions:kinds.reapprove' : 'decisions:kinds.approve.button'),
          preview: withQuery(paths.decide(request.reference, 'approve'), query),
        }
      : undefined,
    tooLate: possible.length < byState.length ? t('decisions:errors.over') : '',
    decisions: possible
      .filter((decision) => decision !== 'approve')
      .map((decision) => ({
        decision,
        label: t(`decisions:kinds.${decision}.button`),
        href: withQuery(paths.decide(request.reference, decision), query),
        danger: decision === 'reject' || decision === 'revoke',
        rare: decision === 'waitlist' || decision === 'approve_limited',
      }))
      .sort((a, b) => Number(b.danger) - Number(a.danger)),
  };
}

function assignmentOf(
  { t, member }: Seen,
  { request, reviewers }: CaseRecord,
  query: string,
): CaseActions['assign'] {
  const options = [
    { value: '', label: t('queue:filters.nobody') },
    ...reviewers.map(({ id, name }) => ({
      value: String(id),
      label: id === member.id ? t('review:case.toMe', { name }) : name,
    })),
  ];
  const current = String(request.assignedTo ?? '');
  return {
    action: withQuery(paths.assign(request.reference), query),
    options: options.map((option) => ({ ...option, selected: option.value === current })),
    mine: request.assignedTo === member.id,
  };
}

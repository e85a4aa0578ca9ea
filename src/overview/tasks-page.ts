/** What needs a hand now, the most urgent first, each with the way to it. */
import { fullName } from '../accreditation/index.js';
import type { Event } from '../events/index.js';
import { foureyesPaths } from '../foureyes/index.js';
import { formatShortDate } from '../platform/dates.js';
import type { Translate } from '../platform/i18n.js';
import type { Lang } from '../platform/languages.js';
import type { WaitingProposal } from '../proposals/index.js';
import { countWords, type Tab, withQuery } from '../queue/index.js';
import { releaseDeskPaths } from '../releasedesk/index.js';
import { paths } from './paths.js';
import type { Oldest, TaskCounts } from './task.js';

export interface Waiting {
  counts: Record<Tab, number>;
  tasks: TaskCounts;
  countLimit: number;
  /** The undecided one that waits longest, with its event. */
  oldest: { request: Oldest; event: Event } | undefined;
}

export interface TaskFacts {
  t: Translate;
  lang: Lang;
  eventId: number | undefined;
  /** Undefined for roles that do not work with requests. */
  waiting: Waiting | undefined;
  /** What colleagues proposed and this member may confirm, the oldest first; undefined for other roles. */
  proposals: readonly WaitingProposal[] | undefined;
  /** Releases whose text waits for this member's approval; undefined for roles that do not write. */
  toApprove: number | undefined;
  /** Letters that did not reach their reader; undefined for roles without the outbox. */
  undelivered: number | undefined;
}

export interface Task {
  icon: string;
  tone: '' | 'desk-late' | 'desk-bad' | 'desk-good';
  text: string;
  note: string;
  href: string;
  /** Where it leads somewhere else than the task itself. */
  action?: { label: string; href: string; primary: boolean };
}

type TaskName = keyof TaskCounts | 'answered' | 'changed' | 'open';
const URGENT: readonly TaskName[] = ['late', 'due', 'answered', 'overdue', 'changed', 'unassigned'];

const LOOKS: Record<TaskName, Pick<Task, 'icon' | 'tone'> & { query: string }> = {
  late: { icon: 'danger', tone: 'desk-bad', query: 'late=yes' },
  due: { icon: 'warning', tone: 'desk-late', query: '' },
  answered: { icon: 'mail', tone: 'desk-late', query: 'tab=answered' },
  overdue: { icon: 'question-mark', tone: 'desk-late', query: 'tab=info_requested' },
  changed: { icon: 'edit', tone: 'desk-late', query: 'tab=changed' },
  unassigned: { icon: 'draft', tone: '', query: 'tab=received&assigned=nobody' },
  open: { icon: 'checklist', tone: '', query: '' },
};

/** The figures say how many are open; that is a task of its own only where nothing presses. */
export function tasksFor(facts: TaskFacts): Task[] {
  const urgent = [
    ...requestTasks(facts, URGENT),
    ...proposalTasks(facts),
    ...releaseTasks(facts),
    ...letterTasks(facts),
  ];
  return urgent.length > 0 ? urgent : requestTasks(facts, ['open']);
}

/** What is at zero is not a task. */
function requestTasks(facts: TaskFacts, names: readonly TaskName[]): Task[] {
  const { t, lang, waiting } = facts;
  if (!waiting) return [];
  const howMany = { ...waiting.counts, ...waiting.tasks };
  const wanted = names.filter((name) => howMany[name] > 0);
  return wanted.map((name) => {
    const count = howMany[name];
    const { query, ...look } = LOOKS[name];
    const action = actionFor(facts, name, wanted[0] === name);
    return {
      ...look,
      text: t(`overview:tasks.${name}`, { count, number: countWords(lang, count, waiting.countLimit) }),
      note: t(`overview:notes.${name}`, { count, ...oldestWords(facts) }),
      href: withQuery(paths.queue, within(facts, query)),
      ...(action ? { action } : {}),
    };
  });
}

/** One by one from the oldest on; of the answers, first one's own. */
function actionFor(facts: TaskFacts, name: TaskName, first: boolean): Task['action'] {
  const { t, waiting } = facts;
  if ((name === 'late' || name === 'due' || name === 'open') && first && waiting?.oldest) {
    const href = withQuery(paths.request(waiting.oldest.request.reference), within(facts, ''));
    return { label: t('overview:actions.oneByOne'), href, primary: true };
  }
  if (name !== 'answered') return undefined;
  const href = withQuery(paths.queue, within(facts, 'tab=answered&assigned=me'));
  return { label: t('overview:actions.mine'), href, primary: false };
}

function oldestWords({ lang, waiting }: TaskFacts): Record<string, string> {
  if (!waiting?.oldest) return { name: '', date: '' };
  const { request } = waiting.oldest;
  return { name: fullName(request), date: formatShortDate(lang, request.confirmedAt) };
}

const within = ({ eventId }: TaskFacts, query: string): string =>
  [query, eventId === undefined ? '' : `event=${eventId}`].filter(Boolean).join('&');

/** Four eyes: leads to the proposal that waits longest. */
function proposalTasks({ t, lang, proposals = [] }: TaskFacts): Task[] {
  const [oldest] = proposals;
  if (!oldest) return [];
  const values = { count: proposals.length, who: oldest.proposerName, name: fullName(oldest) };
  return [
    {
      icon: 'account-circle',
      tone: 'desk-late',
      text: t('overview:tasks.proposals', values),
      note: t('overview:notes.proposals', { ...values, date: formatShortDate(lang, oldest.proposedAt) }),
      href: foureyesPaths.proposal(oldest.reference),
    },
  ];
}

function releaseTasks({ t, toApprove }: TaskFacts): Task[] {
  if (!toApprove) return [];
  return [
    {
      icon: 'visibility',
      tone: 'desk-late',
      text: t('overview:tasks.toApprove', { count: toApprove }),
      note: t('overview:notes.toApprove'),
      href: releaseDeskPaths.list({ state: 'in_approval' }),
    },
  ];
}

function letterTasks({ t, undelivered }: TaskFacts): Task[] {
  if (!undelivered) return [];
  return [
    {
      icon: 'danger',
      tone: 'desk-bad',
      text: t('overview:tasks.undelivered', { count: undelivered }),
      note: t('overview:notes.undelivered'),
      href: paths.outbox,
    },
  ];
}

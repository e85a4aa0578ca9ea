/** The first page of the desk: what needs a hand now. */
import type { Event } from '../events/index.js';
import { daysBetween, formatDateTime, formatDay } from '../platform/dates.js';
import type { Translate } from '../platform/i18n.js';
import { inLanguage, type Lang } from '../platform/languages.js';
import type { Page } from '../platform/render.js';
import { withFirmHyphens } from '../platform/typography.js';
import { countWords, dueWords, durationWords, type QueueItem, type Tab, withQuery } from '../queue/index.js';
import { type Member, may } from '../staff/index.js';
import { paths } from './paths.js';

export interface OverviewFacts {
  t: Translate;
  lang: Lang;
  now: Date;
  member: Member;
  next: Event | undefined;
  /** Undefined for roles that do not work with requests. */
  requests:
    | {
        counts: Record<Tab, number>;
        countLimit: number;
        /** The one that waits longest, with its event. */
        oldest: { item: QueueItem; event: Event } | undefined;
        /** Open requests of events whose promised answer date is today or past. */
        due: number;
        unassigned: number;
      }
    | undefined;
  /** Letters that did not reach their reader; undefined for roles without the outbox. */
  undelivered: number | undefined;
}

interface Task {
  icon: string;
  tone: '' | 'desk-late' | 'desk-bad' | 'desk-good';
  text: string;
  note: string;
  href: string;
}

export interface OverviewPage extends Page {
  now: string;
  figures: { label: string; value: string; note: string }[];
  tasks: Task[];
  /** Without an address for roles that do not work with events. */
  event: { title: string; note: string; href: string } | undefined;
  calm: { title: string; text: string } | undefined;
}

export function overviewPage(facts: OverviewFacts): OverviewPage {
  const { t, lang, now, member, next, requests } = facts;
  const urgent = [...requestTasks(facts, URGENT), ...letterTasks(facts)];
  // The figures say how many are open; that is a task of its own only where nothing presses.
  const tasks = urgent.length > 0 ? urgent : requestTasks(facts, ['open']);
  const calm = requests ? 'nothing' : 'noRequests';
  return {
    title: t('overview:title'),
    section: 'home',
    now: `${formatDateTime(lang, now)}`,
    figures: requests ? figuresOf(facts, requests) : [],
    tasks,
    event: next && {
      title: withFirmHyphens(inLanguage(next.texts.title, lang)),
      note: t('overview:event', {
        day: formatDay(lang, next.startsAt),
        place: inLanguage(next.texts.place, lang),
      }),
      href: may(member.role, 'events', 'read') ? paths.event(next.slug) : '',
    },
    calm:
      tasks.length > 0
        ? undefined
        : {
            title: t(`overview:${calm}.title`, { name: member.name }),
            text: t(`overview:${calm}.text`),
          },
  };
}

type Requests = NonNullable<OverviewFacts['requests']>;

function figuresOf({ t, lang, now, next }: OverviewFacts, { counts, countLimit, oldest }: Requests) {
  const number = (count: number) => countWords(lang, count, countLimit);
  const figure = (name: string, value: string, note: string) => ({
    label: t(`overview:figures.${name}`),
    value,
    note,
  });
  const due = oldest && dueWords({ t, lang, now }, oldest.item, oldest.event.answerBy);
  const closes = next?.accreditationClosesAt;
  return [
    figure('open', number(counts.open), t('overview:ofAll', { number: number(counts.all) })),
    figure(
      'oldest',
      oldest ? durationWords(t, oldest.item.confirmedAt, now) : t('overview:none'),
      due?.text ?? '',
    ),
    figure('approved', number(counts.approved), ''),
    ...(closes && closes > now
      ? [
          figure(
            'closes',
            t('overview:days', { count: daysBetween(now, closes) }),
            formatDateTime(lang, closes),
          ),
        ]
      : []),
  ];
}

type TaskName = 'due' | 'answered' | 'changed' | 'unassigned' | 'open';
/** The most urgent first. */
const URGENT: readonly TaskName[] = ['due', 'answered', 'changed', 'unassigned'];

const LOOKS: Record<TaskName, Pick<Task, 'icon' | 'tone'> & { query: string }> = {
  due: { icon: 'warning', tone: 'desk-late', query: '' },
  answered: { icon: 'mail', tone: 'desk-late', query: 'tab=answered' },
  changed: { icon: 'edit', tone: 'desk-late', query: 'tab=changed' },
  unassigned: { icon: 'draft', tone: '', query: 'tab=received&assigned=nobody' },
  open: { icon: 'checklist', tone: '', query: '' },
};

/** What is at zero is not a task. */
function requestTasks({ t, lang, requests }: OverviewFacts, names: readonly TaskName[]): Task[] {
  if (!requests) return [];
  const { counts, countLimit, oldest } = requests;
  const howMany = { ...counts, due: requests.due, unassigned: requests.unassigned };
  return names
    .filter((name) => howMany[name] > 0)
    .map((name) => {
      const count = howMany[name];
      const { query, ...look } = LOOKS[name];
      return {
        ...look,
        text: t(`overview:tasks.${name}`, { count, number: countWords(lang, count, countLimit) }),
        note: t(`overview:notes.${name}`, {
          count,
          name: oldest ? `${oldest.item.firstName} ${oldest.item.lastName}`.trim() : '',
        }),
        href: withQuery(paths.queue, query),
      };
    });
}

function letterTasks({ t, undelivered }: OverviewFacts): Task[] {
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

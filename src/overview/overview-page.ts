/** The first page of the desk: what needs a hand now, and the figures. */
import { OUTLET_TYPES, WORK_AREAS } from '../accreditation/index.js';
import type { Event } from '../events/index.js';
import type { Figures } from '../figures/index.js';
import { daysBetween, formatDateTime, formatDay } from '../platform/dates.js';
import type { Translate } from '../platform/i18n.js';
import { inLanguage, type Lang } from '../platform/languages.js';
import { formatNumber } from '../platform/numbers.js';
import type { Page } from '../platform/render.js';
import { withFirmHyphens } from '../platform/typography.js';
import type { WaitingProposal } from '../proposals/index.js';
import { countWords, dueWords, durationWords } from '../queue/index.js';
import { type Member, may } from '../staff/index.js';
import type { BarChart } from './bar-chart-page.js';
import { type DayChart, dayChart } from './day-chart-page.js';
import { funnelChart, kindChart, medianWords } from './figures-panel-page.js';
import { paths } from './paths.js';
import { type OverviewScope, partValue } from './scope.js';
import { type Task, tasksFor, type Waiting } from './tasks-page.js';

export interface OverviewFacts {
  t: Translate;
  lang: Lang;
  now: Date;
  member: Member;
  scope: OverviewScope;
  /** For the choice at the top. */
  events: Event[];
  /** The chosen event, or the next one. */
  event: Event | undefined;
  /** Undefined for roles that do not work with requests. */
  requests: (Waiting & { figures: Figures }) | undefined;
  proposals: readonly WaitingProposal[] | undefined;
  toApprove: number | undefined;
  undelivered: number | undefined;
}

interface Option {
  value: string;
  label: string;
  selected: boolean;
}

export interface OverviewPage extends Page {
  now: string;
  choice: { events: Option[]; parts: { label: string; options: Option[] }[] } | undefined;
  figures: { label: string; value: string; note: string }[];
  tasks: Task[];
  /** Without an address for roles that do not work with events. */
  event: { heading: string; title: string; note: string; href: string } | undefined;
  calm: { title: string; text: string } | undefined;
  charts: Charts | undefined;
}

interface Charts {
  days: DayChart;
  types: BarChart;
  areas: BarChart;
  funnel: BarChart;
  /** Which part of the requests the days and the funnel show; empty for all of them. */
  part: string;
  /** Says that older requests are still being counted; else empty. */
  counting: string;
}

export function overviewPage(facts: OverviewFacts): OverviewPage {
  const { t, lang, now, member, scope, requests, proposals, toApprove, undelivered } = facts;
  const tasks = tasksFor({
    t,
    lang,
    eventId: scope.eventId,
    waiting: requests,
    proposals,
    toApprove,
    undelivered,
  });
  const calm = requests ? 'nothing' : 'noRequests';
  return {
    title: t('overview:title'),
    section: 'home',
    now: formatDateTime(lang, now),
    choice: requests && choiceOf(facts),
    figures: requests ? figuresOf(facts, requests) : [],
    tasks,
    event: eventOf(facts),
    calm:
      tasks.length > 0
        ? undefined
        : {
            title: t(`overview:${calm}.title`, { name: member.name }),
            text: t(`overview:${calm}.text`),
          },
    charts: requests && requests.counts.all > 0 ? chartsOf(facts, requests.figures) : undefined,
  };
}

function eventOf({ t, lang, member, event, scope }: OverviewFacts): OverviewPage['event'] {
  if (!event) return undefined;
  return {
    heading: t(scope.eventId === undefined ? 'overview:nextEvent' : 'overview:chosenEvent'),
    title: withFirmHyphens(inLanguage(event.texts.title, lang)),
    note: t('overview:event', {
      day: formatDay(lang, event.startsAt),
      place: inLanguage(event.texts.place, lang),
    }),
    href: may(member.role, 'events', 'read') ? paths.event(event.slug) : '',
  };
}

function choiceOf({ t, lang, events, scope }: OverviewFacts): OverviewPage['choice'] {
  const part = partValue(scope.part);
  const option = (value: string, label: string, chosen: string): Option => ({
    value,
    label,
    selected: value === chosen,
  });
  const eventId = String(scope.eventId ?? '');
  return {
    events: [
      option('', t('overview:choice.allEvents'), eventId),
      ...events.map(({ id, texts }) => option(String(id), inLanguage(texts.title, lang), eventId)),
    ],
    parts: [
      { label: '', options: [option('', t('overview:choice.allParts'), part)] },
      {
        label: t('overview:kinds.type.title'),
        options: OUTLET_TYPES.map((type) => option(`type:${type}`, t(`labels:outletTypes.${type}`), part)),
      },
      {
        label: t('overview:kinds.area.title'),
        options: WORK_AREAS.map((area) => option(`area:${area}`, t(`labels:workAreas.${area}`), part)),
      },
    ],
  };
}

function figuresOf(facts: OverviewFacts, requests: NonNullable<OverviewFacts['requests']>) {
  const { t, lang, now, event } = facts;
  const { counts, countLimit, oldest, figures } = requests;
  const number = (count: number) => countWords(lang, count, countLimit);
  const figure = (name: string, value: string, note: string) => ({
    label: t(`overview:figures.${name}`),
    value,
    note,
  });
  const due = oldest && dueWords({ t, lang, now }, oldest.request, oldest.event.answerBy);
  const closes = event?.accreditationClosesAt;
  const none = t('overview:none');
  const { decided } = figures.sums;
  return [
    figure('open', number(counts.open), t('overview:ofAll', { number: number(counts.all) })),
    figure('oldest', oldest ? durationWords(t, oldest.request.confirmedAt, now) : none, due?.text ?? ''),
    figure(
      'median',
      medianWords(t, figures.sums) || t('overview:columns.nothing'),
      t('overview:decisions', { count: decided, number: formatNumber(lang, decided) }),
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

function chartsOf({ t, lang, scope }: OverviewFacts, figures: Figures): Charts {
  const words = { t, lang, eventId: scope.eventId };
  const names = scope.part?.dimension === 'type' ? 'outletTypes' : 'workAreas';
  return {
    days: dayChart(t, lang, figures.days),
    types: kindChart(words, 'type', figures),
    areas: kindChart(words, 'area', figures),
    funnel: funnelChart(words, figures.sums),
    part: scope.part ? t(`labels:${names}.${scope.part.value}`) : '',
    counting: figures.complete ? '' : t('overview:counting'),
  };
}

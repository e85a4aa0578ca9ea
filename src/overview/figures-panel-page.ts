/** The figures as the first page of the desk draws them: by kind of outlet, by work area, and how far requests came. */
import type { Figures, Sums } from '../figures/index.js';
import type { Translate } from '../platform/i18n.js';
import type { Lang } from '../platform/languages.js';
import { formatNumber } from '../platform/numbers.js';
import { durationWords, withQuery } from '../queue/index.js';
import { type BarChart, barChart, type Table } from './bar-chart-page.js';
import { paths } from './paths.js';

interface Words {
  t: Translate;
  lang: Lang;
  eventId: number | undefined;
}

export function medianWords(t: Translate, { median }: Pick<Sums, 'median'>): string {
  return median === undefined ? '' : durationWords(t, new Date(0), new Date(median * 60_000));
}

const KINDS = {
  type: { names: 'outletTypes', filter: 'type' },
  area: { names: 'workAreas', filter: 'area' },
} as const;

/** Requests and decisions of each kind, the most requested first. */
export function kindChart(words: Words, dimension: 'type' | 'area', figures: Figures): BarChart {
  const { t, lang } = words;
  const parts = dimension === 'type' ? figures.types : figures.areas;
  const sorted = [...parts].sort((one, other) => other.requested - one.requested);
  const nameOf = (value: string) => t(`labels:${KINDS[dimension].names}.${value}`);
  return barChart(lang, {
    id: `by-${dimension}`,
    title: t(`overview:kinds.${dimension}.title`),
    description: describeKinds(words, sorted, nameOf),
    groups: sorted.map((part) => ({
      name: nameOf(part.value),
      note: part.median === undefined ? '' : t('overview:kinds.median', { time: medianWords(t, part) }),
      bars: [
        { look: 'a', value: part.requested },
        { look: 'b', value: part.decided },
      ],
    })),
    table: kindTable(words, dimension, sorted, nameOf),
  });
}

type Part = Sums & { value: string };

function describeKinds({ t, lang }: Words, [most]: readonly Part[], nameOf: (value: string) => string) {
  return most
    ? t('overview:kinds.most', { kind: nameOf(most.value), number: formatNumber(lang, most.requested) })
    : t('overview:kinds.none');
}

function kindTable(
  { t, lang, eventId }: Words,
  dimension: 'type' | 'area',
  parts: readonly Part[],
  nameOf: (value: string) => string,
): Table {
  const number = (value: number) => formatNumber(lang, value);
  const event = eventId === undefined ? '' : `&event=${eventId}`;
  return {
    columns: ['requested', 'decided', 'approved', 'median'].map((name) => t(`overview:columns.${name}`)),
    rows: parts.map((part) => ({
      name: nameOf(part.value),
      href: withQuery(paths.queue, `tab=all&${KINDS[dimension].filter}=${part.value}${event}`),
      cells: [
        number(part.requested),
        number(part.decided),
        number(part.approved),
        medianWords(t, part) || t('overview:columns.nothing'),
      ],
    })),
  };
}

/** Requested, approved, came; who came is not recorded yet. */
export function funnelChart({ t, lang }: Words, { requested, approved }: Sums): BarChart {
  const share =
    requested === 0 ? '' : t('overview:funnel.share', { percent: percentOf(approved, requested) });
  const unknown = t('overview:funnel.unknown');
  const name = (step: string) => t(`overview:funnel.steps.${step}`);
  const numbers = { requested: formatNumber(lang, requested), approved: formatNumber(lang, approved) };
  return barChart(lang, {
    id: 'funnel',
    title: t('overview:funnel.title'),
    description: t('overview:funnel.description', numbers),
    groups: [
      { name: name('requested'), note: '', bars: [{ look: 'a', value: requested }] },
      { name: name('approved'), note: share, bars: [{ look: 'a', value: approved }] },
      { name: name('came'), note: '', bars: [], instead: unknown },
    ],
    table: {
      columns: [t('overview:funnel.people'), t('overview:funnel.part')],
      rows: [
        { name: name('requested'), href: '', cells: [numbers.requested, ''] },
        { name: name('approved'), href: '', cells: [numbers.approved, share] },
        { name: name('came'), href: '', cells: [unknown, ''] },
      ],
    },
  });
}

const percentOf = (part: number, whole: number): number => Math.round((part / whole) * 100);

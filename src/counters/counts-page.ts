/** Openings and downloads by day as a drawing with its table, and what was asked for most. */
import { addDays, formatDate, formatDay, formatShortDate, noonOf, toDay } from '../platform/dates.js';
import type { Translate } from '../platform/i18n.js';
import type { Lang } from '../platform/languages.js';
import { formatNumber } from '../platform/numbers.js';
import type { Page } from '../platform/render.js';
import { scaleFor } from '../platform/scale.js';
import { COUNT_KINDS, type CountKind, type DayCount, type PathCount } from './counted.js';
import { paths } from './paths.js';

export const PERIODS = [14, 30, 90] as const;

/** Units of the drawing. */
const WIDTH = 640;
const HEIGHT = 200;
const LEFT = 44;
/** Room for the last date. */
const RIGHT = 612;
const TOP = 12;
const BOTTOM = 170;
/** So many days have their date below. */
const DATES = 8;

interface Bar {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface CountsPage extends Page {
  periods: { label: string; href: string; current: boolean }[];
  sums: { label: string; number: string }[];
  chart: {
    title: string;
    description: string;
    viewBox: string;
    left: number;
    right: number;
    grid: { y: number; text: number; label: string }[];
    days: { view: Bar; download: Bar; label: string; middle: number; below: number }[];
  };
  rows: { day: string; view: string; download: string }[];
  most: { heading: string; none: string; rows: { path: string; name: string; number: string }[] }[];
}

export interface Shown {
  t: Translate;
  lang: Lang;
  now: Date;
  days: number;
  counts: readonly DayCount[];
  most: Record<CountKind, readonly PathCount[]>;
  /** What stands at an address, where that is known. */
  names: ReadonlyMap<string, string>;
}

/** The first day that is shown, today included. */
export const firstDay = (now: Date, days: number): string => toDay(addDays(now, 1 - days));

interface Day extends Record<CountKind, number> {
  day: string;
}

export function countsPage(shown: Shown): CountsPage {
  const { t, lang, now, days, counts, most, names } = shown;
  const number = (value: number) => formatNumber(lang, value);
  const all = Array.from({ length: days }, (_, at): Day => {
    const day = toDay(addDays(now, at + 1 - days));
    const of = (kind: CountKind) => counts.find((one) => one.day === day && one.kind === kind)?.number ?? 0;
    return { day, view: of('view'), download: of('download') };
  });
  return {
    title: t('counters:title'),
    section: 'counts',
    periods: PERIODS.map((period) => ({
      label: t('counters:days', { count: period }),
      href: paths.counts(period),
      current: period === days,
    })),
    sums: COUNT_KINDS.map((kind) => ({
      label: t(`counters:kinds.${kind}`),
      number: number(all.reduce((sum, day) => sum + day[kind], 0)),
    })),
    chart: chartOf(shown, all),
    // The latest first: that is what one looks for.
    rows: all.toReversed().map((day) => ({
      day: formatDay(lang, noonOf(day.day)),
      view: number(day.view),
      download: number(day.download),
    })),
    most: COUNT_KINDS.map((kind) => ({
      heading: t(`counters:most.${kind}`),
      none: t('counters:none'),
      rows: most[kind].map(({ path, number: times }) => ({
        path,
        name: names.get(path) ?? '',
        number: number(times),
      })),
    })),
  };
}

function chartOf({ t, lang }: Shown, days: readonly Day[]): CountsPage['chart'] {
  const { top, step } = scaleFor(Math.max(...days.flatMap(({ view, download }) => [view, download])));
  const yOf = (value: number) => round(BOTTOM - (value / top) * (BOTTOM - TOP));
  const slot = (RIGHT - LEFT) / days.length;
  const width = round(Math.min(15, slot * 0.4));
  const every = Math.ceil(days.length / DATES);
  const bar = (value: number, x: number): Bar => ({
    x: round(x),
    y: yOf(value),
    width,
    height: round(BOTTOM - yOf(value)),
  });
  return {
    title: t('counters:chart.title', {
      from: formatDate(lang, noonOf(days[0]!.day)),
      to: formatDate(lang, noonOf(days.at(-1)!.day)),
    }),
    description: COUNT_KINDS.map((kind) => peakOf(t, lang, kind, days)).join(' '),
    viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
    left: LEFT,
    right: RIGHT,
    grid: Array.from({ length: Math.round(top / step) + 1 }, (_, at) => ({
      y: yOf(at * step),
      text: yOf(at * step) + 4,
      label: formatNumber(lang, at * step),
    })),
    days: days.map(({ day, view, download }, at) => {
      const middle = LEFT + slot * (at + 0.5);
      return {
        view: bar(view, middle - width),
        download: bar(download, middle),
        // Counted from today backwards, so that today has its date.
        label: (days.length - 1 - at) % every === 0 ? formatShortDate(lang, noonOf(day)) : '',
        middle: round(middle),
        below: BOTTOM + 18,
      };
    }),
  };
}

function peakOf(t: Translate, lang: Lang, kind: CountKind, days: readonly Day[]): string {
  const most = days.reduce((best, day) => (day[kind] > best[kind] ? day : best));
  if (most[kind] === 0) return t(`counters:chart.none.${kind}`);
  const values = { number: formatNumber(lang, most[kind]), day: formatDate(lang, noonOf(most.day)) };
  return t(`counters:chart.peak.${kind}`, values);
}

const round = (value: number): number => Math.round(value * 10) / 10;

/** Requests and decisions by day, as a drawing and as a table with the same numbers. */
import type { Day } from '../figures/index.js';
import { formatDate, formatDay, formatWeekday, noonOf } from '../platform/dates.js';
import type { Translate } from '../platform/i18n.js';
import type { Lang } from '../platform/languages.js';
import { formatNumber } from '../platform/numbers.js';
import { scaleFor } from '../platform/scale.js';

/** Units of the drawing. */
const WIDTH = 640;
const HEIGHT = 200;
const LEFT = 34;
const TOP = 26;
const BOTTOM = 170;
const BAR = 15;
const GAP = 3;
/** Longer numbers would run into each other above the bars; they stand in the table. */
const LONGEST_LABEL = 999;

interface Bar {
  x: number;
  y: number;
  height: number;
  /** Above the bar, in its middle; empty where there is no room. */
  value: string;
  middle: number;
  label: number;
}

export interface DayChart {
  title: string;
  description: string;
  viewBox: string;
  left: number;
  right: number;
  grid: { y: number; text: number; label: string }[];
  days: { label: string; middle: number; below: number; requested: Bar; decided: Bar }[];
  rows: { day: string; requested: string; decided: string }[];
}

export function dayChart(t: Translate, lang: Lang, days: readonly Day[]): DayChart {
  const { top, step } = scaleFor(Math.max(...days.flatMap(({ requested, decided }) => [requested, decided])));
  const yOf = (value: number) => round(BOTTOM - (value / top) * (BOTTOM - TOP));
  const slot = (WIDTH - LEFT) / days.length;
  const number = (value: number) => formatNumber(lang, value);
  const bar = (value: number, x: number): Bar => ({
    x: round(x),
    y: yOf(value),
    height: round(BOTTOM - yOf(value)),
    value: top > LONGEST_LABEL ? '' : number(value),
    middle: round(x + BAR / 2),
    label: yOf(value) - 5,
  });
  return {
    title: t('overview:chart.title', {
      from: formatDate(lang, noonOf(days[0]!.day)),
      to: formatDate(lang, noonOf(days.at(-1)!.day)),
    }),
    description: describe(t, lang, days),
    viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
    left: LEFT,
    right: WIDTH,
    grid: Array.from({ length: Math.round(top / step) + 1 }, (_, at) => ({
      y: yOf(at * step),
      text: yOf(at * step) + 4,
      label: number(at * step),
    })),
    days: days.map(({ day, requested, decided }, at) => {
      const middle = LEFT + slot * (at + 0.5);
      return {
        label: formatWeekday(lang, noonOf(day)),
        middle: round(middle),
        below: BOTTOM + 18,
        requested: bar(requested, middle - BAR - GAP / 2),
        decided: bar(decided, middle + GAP / 2),
      };
    }),
    rows: days.map(({ day, requested, decided }) => ({
      day: formatDay(lang, noonOf(day)),
      requested: number(requested),
      decided: number(decided),
    })),
  };
}

/** What a glance at the drawing tells: where the peaks are. */
function describe(t: Translate, lang: Lang, days: readonly Day[]): string {
  const peak = (measure: 'requested' | 'decided') => {
    const most = days.reduce((best, day) => (day[measure] > best[measure] ? day : best));
    if (most[measure] === 0) return t(`overview:chart.none.${measure}`);
    return t(`overview:chart.peak.${measure}`, {
      number: formatNumber(lang, most[measure]),
      day: formatDate(lang, noonOf(most.day)),
    });
  };
  return [peak('requested'), peak('decided'), t('overview:chart.below')].join(' ');
}

const round = (value: number): number => Math.round(value * 10) / 10;

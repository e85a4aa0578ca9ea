/** Adds up what the dashboard shows: days without gaps, sums by kind, and the median of the time to a decision. */
import { OUTLET_TYPES, WORK_AREAS } from '../accreditation/index.js';
import type { Change, Dimension, Measure } from './share.js';

/** What the figures are about; undefined: all events. */
export interface Scope {
  eventId: number | undefined;
}

export interface Total {
  measure: Measure;
  dimension: Dimension;
  value: string;
  /** How long decisions took, where that is measured; else 0. */
  minutes: number;
  amount: number;
  /** The latest day in this sum, or empty. */
  last: string;
}

export type DayTotal = Pick<Change, 'measure' | 'dimension' | 'value' | 'day' | 'amount'>;

/** One kind of outlet or one work area; undefined: all of them. */
export type Part = { dimension: Dimension; value: string } | undefined;

export interface Sums {
  requested: number;
  decided: number;
  approved: number;
  /** Minutes from confirmation to decision, half of them faster; undefined without decisions. */
  median: number | undefined;
}

export interface Day {
  /** In Berlin: 2024-10-24 */
  day: string;
  requested: number;
  decided: number;
}

export interface Figures {
  sums: Sums;
  days: Day[];
  /** In the order of the form. */
  types: (Sums & { value: string })[];
  areas: (Sums & { value: string })[];
  /** False while older requests are still being counted. */
  complete: boolean;
}

export const VALUES: Record<Dimension, readonly string[]> = { type: OUTLET_TYPES, area: WORK_AREAS };

/** Two weeks: as many days as can be read in one chart. */
export const DAYS_SHOWN = 14;

/** Up to today; where nothing happened for longer than that, up to the last day on which something did. */
export function daysShown(totals: readonly Total[], today: string): string[] {
  const last =
    totals
      .map((total) => total.last)
      .sort()
      .at(-1) ?? '';
  const end = last && daysLater(last, DAYS_SHOWN) <= today ? last : today;
  return Array.from({ length: DAYS_SHOWN }, (_, at) => daysLater(end, at + 1 - DAYS_SHOWN));
}

/** Days without a time are counted in UTC, where each has 24 hours. */
function daysLater(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

export function toDays(shown: readonly string[], totals: readonly DayTotal[], part: Part): Day[] {
  const of = (measure: Measure, day: string) =>
    sum(totals.filter((total) => total.measure === measure && total.day === day && isIn(total, part)));
  return shown.map((day) => ({ day, requested: of('requested', day), decided: of('decided', day) }));
}

export function toSums(totals: readonly Total[], part: Part): Sums {
  const own = totals.filter((total) => isIn(total, part));
  const of = (measure: Measure) => own.filter((total) => total.measure === measure);
  return {
    requested: sum(of('requested')),
    decided: sum(of('decided')),
    approved: sum(of('approved')),
    median: medianOf(of('waited')),
  };
}

/** What nobody asked for is left out. */
export function toParts(totals: readonly Total[], dimension: Dimension): (Sums & { value: string })[] {
  return VALUES[dimension]
    .map((value) => ({ value, ...toSums(totals, { dimension, value }) }))
    .filter(({ requested }) => requested > 0);
}

/** The lower one of two in the middle; undefined without any. The same time may come twice, and be taken back. */
export function medianOf(waits: readonly Pick<Total, 'minutes' | 'amount'>[]): number | undefined {
  const amounts = new Map<number, number>();
  for (const { minutes, amount } of waits) amounts.set(minutes, (amounts.get(minutes) ?? 0) + amount);
  const middle = sum(waits) / 2;
  let seen = 0;
  for (const [minutes, amount] of [...amounts].sort(([a], [b]) => a - b)) {
    seen += amount;
    if (amount > 0 && seen >= middle) return minutes;
  }
  return undefined;
}

/** Everybody is counted once by type and once by area: the sum of one of them is everybody. */
const isIn = ({ dimension, value }: Pick<Total, 'dimension' | 'value'>, part: Part): boolean =>
  part ? dimension === part.dimension && value === part.value : dimension === 'type';

const sum = (totals: readonly { amount: number }[]): number =>
  totals.reduce((all, { amount }) => all + amount, 0);

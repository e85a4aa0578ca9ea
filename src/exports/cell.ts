/** One cell of an export: a text or a moment. */
import { toFieldValue } from '../platform/dates.js';
import { remember } from '../platform/remember.js';

/** Undefined: an empty cell. */
export type Cell = string | Date | undefined;

const HOUR = 3_600_000;

/** Clocks change with the hour only, so a hundred thousand dates need a calendar for their hours alone. */
const offsetOf = remember(5000, (hour: number): number => {
  const start = new Date(hour * HOUR);
  return Date.parse(`${toFieldValue(start)}Z`) - start.getTime();
});

/** Milliseconds since 1970 that a clock in Berlin would show, to the minute: read it as if it were UTC. */
export function clockOf(date: Date): number {
  const time = date.getTime();
  const shown = time + offsetOf(Math.floor(time / HOUR));
  return shown - (shown % 60_000);
}

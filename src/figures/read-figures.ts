/** The figures of the dashboard, this minute: the kept sums, and what has not gone into them yet. */
import type { Db } from '../platform/database.js';
import { toDay } from '../platform/dates.js';
import { listDays, listTotals } from './figures-repository.js';
import { type Change, changesBetween, shareOf } from './share.js';
import { listUncounted } from './share-repository.js';
import { daysShown, type Figures, type Part, type Scope, toDays, toParts, toSums } from './tally.js';

/** More than that is left to the next count, a minute later. */
const UNCOUNTED_LIMIT = 2000;

/** Two statements, each small however many requests there are; a third one where nothing happened for two weeks. */
export async function readFigures(db: Db, scope: Scope, part: Part, now: Date): Promise<Figures> {
  const { changes, complete } = await readUncounted(db, scope);
  const late = changes.map((change) => ({ ...change, last: change.day }));
  const usual = daysShown([], toDay(now))[0]!;
  const kept = await listTotals(db, scope, usual);
  const totals = [...kept.totals, ...late];
  const shown = daysShown(totals, toDay(now));
  const first = shown[0]!;
  const days = [...(first < usual ? await listDays(db, scope, first) : kept.days), ...changes];
  return {
    sums: toSums(totals, part),
    days: toDays(shown, days, part),
    types: toParts(totals, 'type'),
    areas: toParts(totals, 'area'),
    complete,
  };
}

async function readUncounted(db: Db, { eventId }: Scope): Promise<{ changes: Change[]; complete: boolean }> {
  const uncounted = await listUncounted(db, UNCOUNTED_LIMIT + 1);
  // Half of a crowd would make wrong numbers; the kept ones are right, only older.
  if (uncounted.length > UNCOUNTED_LIMIT) return { changes: [], complete: false };
  const changes = uncounted.flatMap(({ request, before }) =>
    changesBetween(before, shareOf(request, before)),
  );
  return {
    changes: eventId === undefined ? changes : changes.filter((change) => change.eventId === eventId),
    complete: true,
  };
}

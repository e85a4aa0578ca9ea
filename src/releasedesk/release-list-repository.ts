/** Finding releases at the desk: pairs of language versions, by state, language, event and words. */
import type { Knex } from 'knex';
import { PUBLIC_STATES, RELEASE_STATES, type ReleaseState, whereFound } from '../newsroom/index.js';
import type { Db } from '../platform/database.js';
import type { Lang } from '../platform/languages.js';
import type { DeskRow } from '../releaselife/index.js';

export interface Narrowing {
  lang: Lang | undefined;
  eventId: number | undefined;
  question: string;
}

type Rows = Knex.QueryBuilder<DeskRow, DeskRow[]>;

function narrowed(db: Db, { lang, eventId, question }: Narrowing): Rows {
  const query = db<DeskRow>('releases');
  if (lang) query.where({ language: lang });
  if (eventId !== undefined) query.where({ event_id: eventId });
  return whereFound(query as Rows, question);
}

/** `stateAt` for the database. */
const SHOWN = `CASE WHEN state NOT IN (${PUBLIC_STATES.map(() => '?').join(', ')}) THEN state
  WHEN visible_from > ? THEN 'scheduled' WHEN state = 'scheduled' THEN 'published' ELSE state END`;
const shownBindings = (now: Date): string[] => [...PUBLIC_STATES, now.toISOString()];

/** How many pairs have a version in each state. */
export async function countByState(
  db: Db,
  narrowing: Narrowing,
  now: Date,
): Promise<Record<ReleaseState, number>> {
  const rows: { shown: string; pair: string }[] = await narrowed(db, narrowing)
    .select('pair', db.raw(`${SHOWN} as shown`, shownBindings(now)))
    .distinct();
  return Object.fromEntries(
    RELEASE_STATES.map((state) => [state, rows.filter(({ shown }) => shown === state).length]),
  ) as Record<ReleaseState, number>;
}

/** Their names, the one touched last first. */
export async function listFoundPairs(
  db: Db,
  narrowing: Narrowing & { state: ReleaseState | undefined },
  { now, limit, offset }: { now: Date; limit: number; offset: number },
): Promise<string[]> {
  const query = narrowed(db, narrowing);
  if (narrowing.state) query.whereRaw(`${SHOWN} = ?`, [...shownBindings(now), narrowing.state]);
  const rows: { pair: string }[] = await query
    .select('pair', db.raw('max(coalesce(saved_at, updated_at)) as touched, max(id) as newest'))
    .groupBy('pair')
    .orderBy('touched', 'desc')
    .orderBy('newest', 'desc')
    .limit(limit)
    .offset(offset);
  return rows.map(({ pair }) => pair);
}

/** How many texts wait for approval that this member neither submitted nor wrote last. */
export async function countToApprove(db: Db, memberId: number): Promise<number> {
  const row = await db<DeskRow>('releases')
    .where({ state: 'in_approval' })
    .where((edited) => edited.whereNull('edited_by').orWhereNot({ edited_by: memberId }))
    .where((proposed) => proposed.whereNull('proposed_by').orWhereNot({ proposed_by: memberId }))
    .count({ count: '*' })
    .first();
  return Number((row as unknown as { count: number | string } | undefined)?.count ?? 0);
}

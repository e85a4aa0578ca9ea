/** Every SQL statement of counting: which requests changed, what is counted of each, and the numbers themselves. */
import type { Decision, OutletType, State, WorkArea } from '../accreditation/index.js';
import type { Db, Trx } from '../platform/database.js';
import type { Change, Counted, Share } from './share.js';

export interface Changed {
  id: number;
  updatedAt: string;
  request: Counted;
  /** What is in the figures of it until now. */
  before: Share | undefined;
}

/** Where the walk through the requests goes on, in the order of their last change. */
export interface Mark {
  updatedAt: string;
  id: number;
}

interface ChangedRow {
  id: number;
  updated_at: string;
  event_id: number;
  outlet_type: string;
  work_area: string;
  state: string;
  decision: string | null;
  confirmed_at: string;
  decided_at: string | null;
  share_event: number | null;
  share_type: string;
  share_area: string;
  requested_on: string;
  decided_on: string;
  minutes: number;
  approved: boolean | number;
}

/** Locked against being erased meanwhile, or its last numbers would be counted twice. */
export async function listChanged(trx: Trx, after: Mark, limit: number): Promise<Changed[]> {
  const rows = changed(trx)
    .where('r.updated_at', '>=', after.updatedAt)
    .where((next) =>
      next
        .where('r.updated_at', '>', after.updatedAt)
        .orWhere((same) => same.where('r.updated_at', after.updatedAt).where('r.id', '>', after.id)),
    )
    .orderBy(['r.updated_at', 'r.id'])
    .limit(limit)
    .forKeyShare('r');
  return (await rows).map(toChanged);
}

/** What may not be counted yet, without counting it. */
export async function listUncounted(db: Db, limit: number): Promise<Changed[]> {
  const from = db('figures_progress').where({ id: 1 }).select('from_moment');
  // In this order, so that PostgreSQL takes the index instead of walking through all requests.
  const rows = changed(db).where('r.updated_at', '>=', from).orderBy(['r.updated_at', 'r.id']).limit(limit);
  return (await rows).map(toChanged);
}

export async function findChanged(trx: Trx, id: number): Promise<Changed | undefined> {
  return (await changed(trx).where('r.id', id)).map(toChanged)[0];
}

export async function saveShares(
  trx: Trx,
  shares: readonly { requestId: number; share: Share }[],
): Promise<void> {
  const rows = shares.map(({ requestId, share }) => ({
    request_id: requestId,
    event_id: share.eventId,
    outlet_type: share.outletType,
    work_area: share.workArea,
    requested_on: share.requestedOn,
    decided_on: share.decidedOn,
    minutes: share.minutes,
    approved: share.approved,
  }));
  await trx('request_shares').insert(rows).onConflict('request_id').merge();
}

export async function addToFigures(trx: Trx, changes: readonly Change[]): Promise<void> {
  for (let at = 0; at < changes.length; at += 500) {
    const rows = changes.slice(at, at + 500).map(({ eventId, ...rest }) => ({ event_id: eventId, ...rest }));
    await trx('daily_figures')
      .insert(rows)
      .onConflict(['event_id', 'measure', 'dimension', 'value', 'day', 'minutes'])
      .merge({ amount: trx.raw('daily_figures.amount + excluded.amount') });
  }
}

export interface Progress {
  fromMoment: string;
  walkedOn: string;
}

/** The lock on its one row lets only one process count at a time. */
export async function lockProgress(trx: Trx): Promise<Progress> {
  const row = await trx('figures_progress').where({ id: 1 }).forUpdate().first();
  return { fromMoment: row.from_moment, walkedOn: row.walked_on };
}

export async function saveProgress(trx: Trx, { fromMoment, walkedOn }: Progress): Promise<void> {
  await trx('figures_progress').where({ id: 1 }).update({ from_moment: fromMoment, walked_on: walkedOn });
}

function changed(db: Db) {
  return db<ChangedRow>('accreditation_requests as r')
    .leftJoin('request_shares as s', 's.request_id', 'r.id')
    .whereNotNull('r.confirmed_at')
    .select<ChangedRow[]>(
      ...['id', 'updated_at', 'event_id', 'outlet_type', 'work_area', 'state', 'decision'].map(
        (column) => `r.${column}`,
      ),
      ...['r.confirmed_at', 'r.decided_at', 's.event_id as share_event', 's.outlet_type as share_type'],
      ...['s.work_area as share_area', 's.requested_on', 's.decided_on', 's.minutes', 's.approved'],
    );
}

function toChanged(row: ChangedRow): Changed {
  return {
    id: row.id,
    updatedAt: row.updated_at,
    request: {
      eventId: row.event_id,
      outletType: row.outlet_type as OutletType,
      workArea: row.work_area as WorkArea,
      state: row.state as State,
      decision: (row.decision ?? undefined) as Decision | undefined,
      confirmedAt: new Date(row.confirmed_at),
      decidedAt: row.decided_at ? new Date(row.decided_at) : undefined,
    },
    before: row.share_event === null ? undefined : toShare(row, row.share_event),
  };
}

const toShare = (row: ChangedRow, eventId: number): Share => ({
  eventId,
  outletType: row.share_type,
  workArea: row.share_area,
  requestedOn: row.requested_on,
  decidedOn: row.decided_on,
  minutes: row.minutes,
  approved: Boolean(row.approved),
});

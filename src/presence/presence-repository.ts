/** Every SQL statement about who has a request open. */
import type { Db } from '../platform/database.js';
import { type Part, partOf, readPart } from '../platform/together.js';
import type { Presence } from './presence.js';

interface PresenceRow {
  request_id: number;
  staff_id: number;
  since: string;
  until: string;
}

/** Comes in, or stays: what an earlier visit left counts no more. True for somebody who has just come in. */
export async function upsertPresence(
  db: Db,
  who: { requestId: number; staffId: number },
  { now, since, until }: { now: Date; since: Date; until: Date },
): Promise<boolean> {
  const stays = 'case when request_presence.until > ? then request_presence.since else excluded.since end';
  const [row] = await db<PresenceRow>('request_presence')
    .insert({
      ...{ request_id: who.requestId, staff_id: who.staffId },
      ...{ since: since.toISOString(), until: until.toISOString() },
    })
    .onConflict(['request_id', 'staff_id'])
    .merge({ until: until.toISOString(), since: db.raw(stays, [now.toISOString()]) })
    .returning('since');
  return row?.since === since.toISOString();
}

/** Never makes it longer. */
export async function shortenPresence(
  db: Db,
  who: { requestId: number; staffId: number },
  until: Date,
): Promise<void> {
  await db<PresenceRow>('request_presence')
    .where({ request_id: who.requestId, staff_id: who.staffId })
    .andWhere('until', '>', until.toISOString())
    .update({ until: until.toISOString() });
}

export async function deletePresenceBefore(db: Db, now: Date): Promise<void> {
  await db<PresenceRow>('request_presence').where('until', '<=', now.toISOString()).delete();
}

/** Who has one of these requests open now (real time), who came first at the front. */
export function listPresence(db: Db, requestIds: readonly number[], now: Date): Promise<Presence[]> {
  return readPart(presencePart(db, requestIds, now));
}

export function presencePart(db: Db, requestIds: readonly number[], now: Date): Part<Presence[]> {
  return partOf<Omit<PresenceRow, 'until'> & { name: string }, Presence[]>({
    rows: db('request_presence')
      .join('staff', 'staff.id', 'request_presence.staff_id')
      .whereIn('request_presence.request_id', [...requestIds])
      .andWhere('request_presence.until', '>', now.toISOString())
      .select('request_id', 'staff_id', 'since', 'staff.name'),
    columns: { request_id: 'number', staff_id: 'number', since: 'text', name: 'text' },
    order: ['since', 'staff_id'],
    read: (rows) =>
      rows.map((row) => ({
        requestId: row.request_id,
        staffId: row.staff_id,
        name: row.name,
        since: new Date(row.since),
      })),
  });
}

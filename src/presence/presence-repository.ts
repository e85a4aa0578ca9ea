/** Every SQL statement about who has a request open. */
import type { Db } from '../platform/database.js';
import type { Presence } from './presence.js';

interface PresenceRow {
  request_id: number;
  staff_id: number;
  since: string;
  until: string;
}

/** True when the member had it open already. */
export async function renewPresence(
  db: Db,
  who: { requestId: number; staffId: number },
  { now, until }: { now: Date; until: Date },
): Promise<boolean> {
  const renewed = await db<PresenceRow>('request_presence')
    .where({ request_id: who.requestId, staff_id: who.staffId })
    .andWhere('until', '>', now.toISOString())
    .update({ until: until.toISOString() });
  return renewed > 0;
}

/** Comes in anew; what an earlier visit left counts no more. */
export async function insertPresence(
  db: Db,
  { requestId, staffId, since, until }: { requestId: number; staffId: number; since: Date; until: Date },
): Promise<void> {
  await db<PresenceRow>('request_presence')
    .insert({
      ...{ request_id: requestId, staff_id: staffId },
      ...{ since: since.toISOString(), until: until.toISOString() },
    })
    .onConflict(['request_id', 'staff_id'])
    .merge();
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
export async function listPresence(db: Db, requestIds: readonly number[], now: Date): Promise<Presence[]> {
  if (requestIds.length === 0) return [];
  const rows = await db('request_presence')
    .join('staff', 'staff.id', 'request_presence.staff_id')
    .whereIn('request_presence.request_id', requestIds)
    .andWhere('request_presence.until', '>', now.toISOString())
    .orderBy(['request_presence.since', 'request_presence.staff_id'])
    .select(
      'request_presence.request_id',
      'request_presence.staff_id',
      'request_presence.since',
      'staff.name',
    );
  return rows.map((row) => ({
    requestId: row.request_id,
    staffId: row.staff_id,
    name: row.name,
    since: new Date(row.since),
  }));
}

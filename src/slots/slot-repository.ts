/** Every SQL statement about granting wished slots while they have room. */
import type { Knex } from 'knex';
import { APPROVED, type SlotWish } from '../accreditation/index.js';
import type { Db, Trx } from '../platform/database.js';
import { type Part, partOf } from '../platform/together.js';

/** As a part of one statement: what others were granted of the slots this request wishes. */
export function grantedPart(db: Db, requestId: number): Part<Map<number, number>> {
  const wished = db('request_slots').where({ request_id: requestId }).select('slot_id');
  return countPart(db, wished, requestId);
}

/**
 * Granted places by slot. A place counts while its request is approved, so withdrawing frees it; and while undoing the
 * decision whose letter waits would bring it back.
 */
function countPart(
  db: Db,
  slotIds: number[] | Knex.QueryBuilder,
  exceptRequestId: number,
): Part<Map<number, number>> {
  return partOf<{ slot_id: number; count: number | string }, Map<number, number>>({
    rows: db('request_slots')
      .join('accreditation_requests', 'accreditation_requests.id', 'request_slots.request_id')
      .whereIn('request_slots.slot_id', slotIds as number[])
      .where((taken) =>
        taken
          .where({ 'request_slots.held': true })
          .orWhere((granted) =>
            granted
              .where({ 'request_slots.state': 'granted' })
              .whereIn('accreditation_requests.state', APPROVED as string[]),
          ),
      )
      .whereNot('request_slots.request_id', exceptRequestId)
      .groupBy('request_slots.slot_id')
      .select('request_slots.slot_id', db.raw('count(*) as count')),
    columns: { slot_id: 'number', count: 'number' },
    order: ['slot_id'],
    read: (rows) => new Map(rows.map((row) => [row.slot_id, Number(row.count)])),
  });
}

/** Lets nobody else grant places in these slots until the transaction ends; in one order, so that nobody waits in a circle. */
export async function lockSlots(trx: Trx, slotIds: readonly number[]): Promise<void> {
  await trx('slots')
    .whereIn('id', slotIds as number[])
    .orderBy('id')
    .forUpdate()
    .select('id');
}

export async function setSlotStates(db: Db, requestId: number, wishes: readonly SlotWish[]): Promise<void> {
  for (const { slotId, state } of wishes)
    await db('request_slots').where({ request_id: requestId, slot_id: slotId }).update({ state });
}

/** The granted ones of these wishes are nobody else's, whatever becomes of them, until `letGo`. */
export async function holdPlaces(trx: Trx, requestId: number, wishes: readonly SlotWish[]): Promise<void> {
  const granted = wishes.filter(({ state }) => state === 'granted').map(({ slotId }) => slotId);
  if (granted.length === 0) return;
  await trx('request_slots')
    .where({ request_id: requestId })
    .whereIn('slot_id', granted)
    .update({ held: true });
}

export async function letGo(trx: Trx, requestId: number): Promise<void> {
  await trx('request_slots').where({ request_id: requestId, held: true }).update({ held: false });
}

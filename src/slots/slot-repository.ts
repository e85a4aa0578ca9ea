/** Every SQL statement about granting wished slots while they have room. */
import type { Knex } from 'knex';
import { APPROVED, type SlotWish } from '../accreditation/index.js';
import type { Db, Trx } from '../platform/database.js';
import { type Part, partOf, readPart } from '../platform/together.js';

/**
 * Granted places by slot. A place counts only while its request is approved, so withdrawing frees it; and until the letter
 * of a revocation has left, because it can be undone and the person still has the place.
 */
export function countGranted(
  db: Db,
  slotIds: readonly number[],
  exceptRequestId = 0,
): Promise<Map<number, number>> {
  return readPart(countPart(db, slotIds as number[], exceptRequestId));
}

/** As a part of one statement: what others were granted of the slots this request wishes. */
export function grantedPart(db: Db, requestId: number): Part<Map<number, number>> {
  const wished = db('request_slots').where({ request_id: requestId }).select('slot_id');
  return countPart(db, wished, requestId);
}

function countPart(
  db: Db,
  slotIds: number[] | Knex.QueryBuilder,
  exceptRequestId: number,
): Part<Map<number, number>> {
  return partOf<{ slot_id: number; count: number | string }, Map<number, number>>({
    rows: db('request_slots')
      .join('accreditation_requests', 'accreditation_requests.id', 'request_slots.request_id')
      .whereIn('request_slots.slot_id', slotIds as number[])
      .where({ 'request_slots.state': 'granted' })
      .where((holding) =>
        holding
          .whereIn('accreditation_requests.state', APPROVED as string[])
          .orWhere((told) =>
            told
              .whereIn('accreditation_requests.shown_state', APPROVED as string[])
              .whereIn('accreditation_requests.id', db('waiting_decisions').select('request_id')),
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

/** A place that undoing a decision brings back is held while the letter of that decision waits. */
import type { Knex } from 'knex';

export async function up(db: Knex): Promise<void> {
  await db.schema.alterTable('request_slots', (table) => {
    table.boolean('held').notNullable().defaultTo(false);
  });
  const waiting = await db('waiting_decisions').orderBy('mail_id').select('request_id', 'before');
  for (const { request_id, before } of waiting) {
    const { state, slots } = JSON.parse(before);
    if (!['approved', 'approved_limited'].includes(state)) continue;
    for (const { slotId } of slots.filter((slot: { state: string }) => slot.state === 'granted'))
      await db('request_slots').where({ request_id, slot_id: slotId }).update({ held: true });
  }
}

export async function down(db: Knex): Promise<void> {
  await db.schema.alterTable('request_slots', (table) => {
    table.dropColumn('held');
  });
}

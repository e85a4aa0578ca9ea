/** Four eyes: an event may ask for a second person, and what the first one proposes waits here for them. */
import type { Knex } from 'knex';

export async function up(db: Knex): Promise<void> {
  await db.schema.alterTable('events', (table) => {
    table.integer('four_eyes').notNullable().defaultTo(0);
  });
  await db.schema.createTable('decision_proposals', (table) => {
    table.increments('id');
    table.integer('request_id').notNullable().references('accreditation_requests.id').onDelete('CASCADE');
    table.text('state').notNullable();
    /** The number of the request while the proposal waits: one at a time. */
    table.integer('waiting_key').unique();
    table.text('decision').notNullable();
    table.text('reason').notNullable();
    /** What the first person wrote, as JSON. */
    table.text('words').notNullable();
    table.integer('proposed_by').notNullable();
    table.text('proposer_name').notNullable();
    table.text('proposed_at').notNullable();
    /** Empty while it waits. */
    table.text('settler_name');
    table.text('settled_at');
    /** The sentence with which it was returned. */
    table.text('answer');
    table.index('request_id');
  });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTable('decision_proposals');
  await db.schema.alterTable('events', (table) => {
    table.dropColumn('four_eyes');
  });
}

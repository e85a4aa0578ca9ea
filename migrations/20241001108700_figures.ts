/** Figures about requests by day, which stay when the requests are deleted: kinds and numbers, no person and no outlet. */
import type { Knex } from 'knex';

export async function up(db: Knex): Promise<void> {
  /** Kind of outlet and work area are counted apart, so that no cell describes a single person by both. */
  await db.schema.createTable('daily_figures', (table) => {
    table.integer('event_id').notNullable().references('events.id').onDelete('CASCADE');
    table.text('measure').notNullable();
    table.text('dimension').notNullable();
    table.text('value').notNullable();
    /** The day in Berlin; empty where the measure is not counted by day. */
    table.text('day').notNullable();
    /** How long the decision took, rounded; 0 for other measures. */
    table.integer('minutes').notNullable();
    table.integer('amount').notNullable();
    table.primary(['event_id', 'measure', 'dimension', 'value', 'day', 'minutes']);
    table.index(['measure', 'dimension', 'value', 'day']);
  });
  /** What of each request is in the figures already, so that counting it again changes nothing. */
  await db.schema.createTable('request_shares', (table) => {
    table.integer('request_id').primary().references('accreditation_requests.id').onDelete('CASCADE');
    table.integer('event_id').notNullable();
    table.text('outlet_type').notNullable();
    table.text('work_area').notNullable();
    table.text('requested_on').notNullable();
    table.text('decided_on').notNullable();
    table.integer('minutes').notNullable();
    table.boolean('approved').notNullable();
  });
  await db.schema.createTable('figures_progress', (table) => {
    table.integer('id').primary();
    /** Changes from this moment on may not be counted yet. */
    table.text('from_moment').notNullable();
    /** The day on which all requests were gone through for the last time. */
    table.text('walked_on').notNullable();
  });
  await db('figures_progress').insert({ id: 1, from_moment: '', walked_on: '' });
  await db.schema.alterTable('accreditation_requests', (table) => {
    table.index(['updated_at', 'id']);
    table.index(['state', 'enquiry_due_at']);
  });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.alterTable('accreditation_requests', (table) => {
    table.dropIndex(['state', 'enquiry_due_at']);
    table.dropIndex(['updated_at', 'id']);
  });
  for (const table of ['figures_progress', 'request_shares', 'daily_figures'])
    await db.schema.dropTable(table);
}

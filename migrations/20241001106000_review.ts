/** The desk: decisions whose letter has not left yet, and the indexes that keep the queue fast. */
import type { Knex } from 'knex';

export async function up(db: Knex): Promise<void> {
  /** One row per decision until its letter has left: what the applicant sees then, and what undoing restores. */
  await db.schema.createTable('waiting_decisions', (table) => {
    table.integer('mail_id').primary();
    table.integer('request_id').notNullable().references('accreditation_requests.id').onDelete('CASCADE');
    table.text('state').notNullable();
    table.text('before').notNullable();
    table.integer('history_id').notNullable();
    table.integer('message_id');
    table.index('request_id');
  });
  await db.schema.alterTable('accreditation_requests', (table) => {
    table.index(['needs_reapproval', 'confirmed_at', 'id']);
  });
  await db.schema.alterTable('request_history', (table) => {
    table.index(['step', 'request_id']);
  });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.alterTable('request_history', (table) => {
    table.dropIndex(['step', 'request_id']);
  });
  await db.schema.alterTable('accreditation_requests', (table) => {
    table.dropIndex(['needs_reapproval', 'confirmed_at', 'id']);
  });
  await db.schema.dropTable('waiting_decisions');
}

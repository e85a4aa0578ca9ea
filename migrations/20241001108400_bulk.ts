/** Bulk runs: what is to happen to many requests, and which ones were chosen, as they stood then. */
import type { Knex } from 'knex';

export async function up(db: Knex): Promise<void> {
  await db.schema.createTable('bulk_runs', (table) => {
    table.increments('id');
    table.text('action').notNullable();
    table.text('state').notNullable();
    /** The member in whose name it runs. */
    table.integer('acts_for').notNullable().references('staff.id').onDelete('CASCADE');
    /** Reason and texts, written once for all; empty until they are. */
    table.text('wording');
    table.integer('total').notNullable();
    /** How often it was started, so that each start has a job of its own. */
    table.integer('starts').notNullable();
    /** Why it stands still. */
    table.text('halted');
    table.text('created_at').notNullable();
    table.text('started_at');
    table.text('finished_at');
    table.index(['state', 'created_at']);
  });

  await db.schema.createTable('bulk_items', (table) => {
    table.integer('run_id').notNullable().references('bulk_runs.id').onDelete('CASCADE');
    table.integer('request_id').notNullable().references('accreditation_requests.id').onDelete('CASCADE');
    table.integer('position').notNullable();
    /** Of the request when it was chosen: what changed since then is looked at anew. */
    table.integer('version').notNullable();
    table.text('state').notNullable();
    /** Why it was skipped, failed or stays decided. */
    table.text('reason');
    /** The letter of the decision. */
    table.integer('mail_id');
    table.primary(['run_id', 'request_id']);
    table.index(['run_id', 'state', 'position']);
    table.index('request_id');
  });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTable('bulk_items');
  await db.schema.dropTable('bulk_runs');
}

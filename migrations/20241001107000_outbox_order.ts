/** The outbox lists letters by the moment they were queued, newest first. */
import type { Knex } from 'knex';

export async function up(db: Knex): Promise<void> {
  await db.schema.alterTable('outgoing_mails', (table) => {
    table.index(['queued_at', 'id']);
  });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.alterTable('outgoing_mails', (table) => {
    table.dropIndex(['queued_at', 'id']);
  });
}

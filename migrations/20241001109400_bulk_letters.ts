/** Letters of a mailing to many leave after the letters to single people, and are not listed one by one. */
import type { Knex } from 'knex';

export async function up(db: Knex): Promise<void> {
  await db.schema.alterTable('outgoing_mails', (table) => {
    table.boolean('bulk').notNullable().defaultTo(false);
  });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.alterTable('outgoing_mails', (table) => {
    table.dropColumn('bulk');
  });
}

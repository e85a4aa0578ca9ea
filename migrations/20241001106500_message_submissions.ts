/** A message knows the form it came with, so that a double click sends it once. */
import type { Knex } from 'knex';

export async function up(db: Knex): Promise<void> {
  await db.schema.alterTable('request_messages', (table) => {
    table.text('submission');
    table.unique(['submission']);
  });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.alterTable('request_messages', (table) => {
    table.dropUnique(['submission']);
    table.dropColumn('submission');
  });
}

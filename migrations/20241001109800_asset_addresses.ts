/** A draft of the media kit that a release names keeps its address, so that the release finds it. */
import type { Knex } from 'knex';

export async function up(db: Knex): Promise<void> {
  await db.schema.alterTable('assets', (table) => {
    table.boolean('address_kept').notNullable().defaultTo(false);
  });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.alterTable('assets', (table) => table.dropColumn('address_kept'));
}

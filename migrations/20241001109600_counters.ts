/** How often a page was opened or a file loaded, by day; nothing about who did. */
import type { Knex } from 'knex';

export async function up(db: Knex): Promise<void> {
  await db.schema.createTable('counts', (table) => {
    table.text('day').notNullable();
    table.text('kind').notNullable();
    table.text('path').notNullable();
    table.integer('number').notNullable();
    table.primary(['day', 'kind', 'path']);
  });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTable('counts');
}

/** Boilerplates: what releases say about the house at their end, in both languages. */
import type { Knex } from 'knex';

export async function up(db: Knex): Promise<void> {
  await db.schema.createTable('boilerplates', (table) => {
    table.increments('id');
    table.text('state').notNullable();
    table.text('texts').notNullable();
    table.integer('version').notNullable();
    table.text('updated_at').notNullable();
  });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTable('boilerplates');
}

/** Views of the queue that a member keeps under a name: the filters as they stand in the address. */
import type { Knex } from 'knex';

export async function up(db: Knex): Promise<void> {
  await db.schema.createTable('saved_filters', (table) => {
    table.increments('id');
    table.integer('staff_id').notNullable().references('staff.id').onDelete('CASCADE');
    table.text('name').notNullable();
    table.text('query').notNullable();
    table.text('created_at').notNullable();
    table.unique(['staff_id', 'name']);
  });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTable('saved_filters');
}

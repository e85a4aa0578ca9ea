/** Releases at the desk: what happened to each, what members typed and did not save yet, and whether a second person approves. */
import type { Knex } from 'knex';

export async function up(db: Knex): Promise<void> {
  await db.schema.alterTable('events', (table) => {
    table.integer('release_approval').notNullable().defaultTo(0);
  });
  await db.schema.createTable('release_history', (table) => {
    table.increments('id');
    table.integer('release_id').notNullable().references('releases.id').onDelete('CASCADE');
    table.text('at').notNullable();
    table.integer('staff_id').notNullable();
    table.text('action').notNullable();
    table.text('note').notNullable();
    table.integer('revision').notNullable();
    /** The text as it was saved then, as JSON; empty where none was. */
    table.text('content');
    table.index('release_id');
  });
  await db.schema.createTable('release_autosaves', (table) => {
    table.integer('release_id').notNullable().references('releases.id').onDelete('CASCADE');
    table.integer('staff_id').notNullable();
    /** The revision on which the member writes. */
    table.integer('revision').notNullable();
    table.text('saved_at').notNullable();
    /** The fields of the form, as JSON. */
    table.text('entered').notNullable();
    table.primary(['release_id', 'staff_id']);
  });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTable('release_autosaves');
  await db.schema.dropTable('release_history');
  await db.schema.alterTable('events', (table) => {
    table.dropColumn('release_approval');
  });
}

/** What the team wrote instead of the shipped letters: one row per saved version, both languages together. */
import type { Knex } from 'knex';

export async function up(db: Knex): Promise<void> {
  await db.schema.createTable('letter_versions', (table) => {
    table.increments('id');
    table.text('key').notNullable();
    /** 1, 2, 3 … per letter; 0 is the shipped text. */
    table.integer('number').notNullable();
    /** JSON by language; null in a language: as shipped. */
    table.text('texts').notNullable();
    /** The version whose text was taken again; null where somebody wrote. */
    table.integer('restored');
    table.integer('changed_by').notNullable().references('staff.id');
    table.text('changed_at').notNullable();
    table.unique(['key', 'number']);
  });
  // Nothing ever wrote into it.
  await db.schema.dropTable('letter_templates');
}

export async function down(db: Knex): Promise<void> {
  await db.schema.createTable('letter_templates', (table) => {
    table.increments('id');
    table.text('key').notNullable();
    table.text('language').notNullable();
    table.text('subject').notNullable();
    table.text('body').notNullable();
    table.text('updated_at').notNullable();
    table.unique(['key', 'language']);
  });
  await db.schema.dropTable('letter_versions');
}

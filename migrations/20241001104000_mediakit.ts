/** The media kit: assets with their rights, and the files of each in several renditions. */
import type { Knex } from 'knex';

export async function up(db: Knex): Promise<void> {
  await db.schema.createTable('assets', (table) => {
    table.increments('id');
    table.text('slug').notNullable().unique();
    table.integer('event_id').references('events.id').onDelete('SET NULL');
    table.text('kind').notNullable();
    table.text('state').notNullable();
    table.text('texts').notNullable();
    table.text('creator').notNullable();
    table.text('credit').notNullable();
    table.text('licence_url').notNullable();
    table.text('source').notNullable();
    table.text('embargo_until');
    table.text('valid_until');
    table.integer('position').notNullable();
    table.text('created_at').notNullable();
    table.text('updated_at').notNullable();
    table.index(['state', 'position']);
  });

  await db.schema.createTable('renditions', (table) => {
    table.increments('id');
    table.integer('asset_id').notNullable().references('assets.id').onDelete('CASCADE');
    table.text('name').notNullable();
    table.text('file_name').notNullable();
    table.text('content_type').notNullable();
    table.integer('bytes').notNullable();
    table.integer('width');
    table.integer('height');
    table.text('sha256').notNullable();
    table.unique(['asset_id', 'name']);
  });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTable('renditions');
  await db.schema.dropTable('assets');
}

/** The operator's settings, events with their programme and the press slots. Texts in both languages are JSON. */
import type { Knex } from 'knex';

export async function up(db: Knex): Promise<void> {
  await db.schema.createTable('operator_settings', (table) => {
    table.integer('id').primary();
    table.text('settings').notNullable();
    table.integer('version').notNullable();
    table.text('updated_at').notNullable();
  });

  await db.schema.createTable('events', (table) => {
    table.increments('id');
    table.text('slug').notNullable().unique();
    table.text('short_code').notNullable().unique();
    table.text('state').notNullable();
    table.text('starts_at').notNullable();
    table.text('ends_at').notNullable();
    table.text('press_entry_at');
    table.text('accreditation_opens_at').notNullable();
    table.text('accreditation_closes_at').notNullable();
    table.text('answer_by').notNullable();
    table.text('texts').notNullable();
    table.text('programme_url');
    table.text('contact_email').notNullable();
    table.text('contact_phone').notNullable();
    table.integer('undo_delay_minutes').notNullable();
    table.integer('version').notNullable();
    table.text('updated_at').notNullable();
    table.index(['state', 'starts_at']);
  });

  await db.schema.createTable('programme_items', (table) => {
    table.increments('id');
    table.integer('event_id').notNullable().references('events.id').onDelete('CASCADE');
    table.text('starts_at').notNullable();
    table.text('ends_at').notNullable();
    table.text('texts').notNullable();
    table.text('speakers').notNullable();
    table.integer('position').notNullable();
    table.index('event_id');
  });

  await db.schema.createTable('slots', (table) => {
    table.increments('id');
    table.integer('event_id').notNullable().references('events.id').onDelete('CASCADE');
    table.text('key').notNullable();
    table.text('kind').notNullable();
    table.text('starts_at').notNullable();
    table.text('ends_at').notNullable();
    table.integer('capacity').notNullable();
    table.text('texts').notNullable();
    table.unique(['event_id', 'key']);
  });
}

export async function down(db: Knex): Promise<void> {
  for (const table of ['slots', 'programme_items', 'events', 'operator_settings'])
    await db.schema.dropTable(table);
}

/** Lists taken in as CSV: the runs, their rows while they are needed, and which column was matched with what. */
import type { Knex } from 'knex';

export async function up(db: Knex): Promise<void> {
  await db.schema.alterTable('accreditation_requests', (table) => {
    /** From a list of an earlier event: remembered, never written to. */
    table.boolean('kept').notNullable().defaultTo(false);
  });

  await db.schema.createTable('import_runs', (table) => {
    table.increments('id');
    table.integer('event_id').notNullable().references('events.id').onDelete('CASCADE');
    table.text('kind').notNullable();
    table.text('state').notNullable();
    /** The member in whose name it runs. */
    table.integer('acts_for').notNullable().references('staff.id').onDelete('CASCADE');
    /** Empty once the rows are deleted. */
    table.text('file_name').notNullable();
    table.text('headings').notNullable();
    table.text('matching');
    table.integer('total').notNullable();
    table.integer('starts').notNullable();
    /** Why it stands still. */
    table.text('halted');
    table.text('created_at').notNullable();
    table.text('finished_at');
    table.index(['state', 'created_at']);
  });

  await db.schema.createTable('import_rows', (table) => {
    table.integer('import_id').notNullable().references('import_runs.id').onDelete('CASCADE');
    /** Number of the line, as a spreadsheet counts. */
    table.integer('position').notNullable();
    table.text('state').notNullable();
    /** As they came; empty once they are not needed any more. */
    table.text('cells').notNullable();
    /** Ready to be taken over. */
    table.text('entry');
    /** Fields and what is wrong with them. */
    table.text('messages');
    table.integer('request_id').references('accreditation_requests.id').onDelete('CASCADE');
    table.primary(['import_id', 'position']);
    table.index(['import_id', 'state', 'position']);
    table.index('request_id');
  });

  await db.schema.createTable('import_choices', (table) => {
    /** Of the headings. */
    table.text('fingerprint').primary();
    table.text('fields').notNullable();
    table.text('at').notNullable();
  });
}

export async function down(db: Knex): Promise<void> {
  for (const table of ['import_choices', 'import_rows', 'import_runs']) await db.schema.dropTable(table);
  // Knex would build the table anew on SQLite, and with it lose what refers to it and the triggers of the search.
  await db.raw('alter table ?? drop column ??', ['accreditation_requests', 'kept']);
}

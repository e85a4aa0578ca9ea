/** The media kit at the desk: versions for compare-and-set, the file it came from, and everything asked for before publication. */
import type { Knex } from 'knex';

export async function up(db: Knex): Promise<void> {
  await db.schema.alterTable('assets', (table) => {
    table.integer('version').notNullable().defaultTo(1);
    table.text('licensor').notNullable().defaultTo('');
    // A list of names as JSON; null: nobody said yet who is shown.
    table.text('people');
    table.text('taken_on').notNullable().defaultTo('');
    table.boolean('no_end').notNullable().defaultTo(false);
    table.boolean('offers_original').notNullable().defaultTo(false);
    table.text('master');
    table.text('master_sha256').index();
    table.text('published_at');
    table.text('withdrawn_at');
  });
  // What is there was published knowingly.
  await db('assets').update({ people: '[]', licensor: db.ref('credit'), published_at: db.ref('created_at') });
  await db('assets').whereNull('valid_until').update({ no_end: true });
}

export async function down(db: Knex): Promise<void> {
  const columns = [
    ...['version', 'licensor', 'people', 'taken_on', 'no_end', 'offers_original', 'master'],
    ...['master_sha256', 'published_at', 'withdrawn_at'],
  ];
  await db.schema.alterTable('assets', (table) => table.dropIndex(['master_sha256']));
  for (const column of columns) await db.schema.alterTable('assets', (table) => table.dropColumn(column));
}

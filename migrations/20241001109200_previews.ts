/** Releases under embargo for accredited press: whose link is good, who opened what, and who was written to. */
import type { Knex } from 'knex';

export async function up(db: Knex): Promise<void> {
  await db.schema.createTable('preview_access', (table) => {
    table.integer('request_id').primary().references('accreditation_requests.id').onDelete('CASCADE');
    /** Raised with every step of the team: links of before open nothing any more. */
    table.integer('version').notNullable();
    table.text('state').notNullable();
    table.text('changed_at').notNullable();
  });
  await db.schema.createTable('preview_openings', (table) => {
    table.increments('id');
    table
      .integer('request_id')
      .notNullable()
      .references('accreditation_requests.id')
      .onDelete('CASCADE')
      .index();
    table.integer('release_id').notNullable().references('releases.id').onDelete('CASCADE').index();
    table.text('what').notNullable();
    table.text('opened_at').notNullable();
  });
  await db.schema.createTable('preview_letters', (table) => {
    table.integer('request_id').notNullable().references('accreditation_requests.id').onDelete('CASCADE');
    /** Both language versions of a release are one for the reader. */
    table.text('pair').notNullable();
    /** A moved embargo is told anew. */
    table.text('embargo_until').notNullable();
    table.text('queued_at').notNullable();
    table.primary(['request_id', 'pair', 'embargo_until']);
  });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTable('preview_letters');
  await db.schema.dropTable('preview_openings');
  await db.schema.dropTable('preview_access');
}

/** What the team thinks of each proof of a request: a verdict per document, or on the entered proof. */
import type { Knex } from 'knex';

export async function up(db: Knex): Promise<void> {
  /** The latest row of a proof counts. */
  await db.schema.createTable('proof_verdicts', (table) => {
    table.increments('id');
    table.integer('request_id').notNullable().references('accreditation_requests.id').onDelete('CASCADE');
    /** Empty: the proof that was entered, as `entered_mark` knows it. */
    table.integer('document_id').references('request_documents.id').onDelete('CASCADE');
    table.text('entered_mark').notNullable();
    table.text('verdict').notNullable();
    table.text('reason').notNullable();
    table.text('actor').notNullable();
    table.text('actor_name').notNullable();
    table.text('at').notNullable();
    table.index(['request_id', 'id']);
    table.index('document_id');
  });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTable('proof_verdicts');
}

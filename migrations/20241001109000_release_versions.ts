/** What a release needs besides its text: former versions under addresses of their own, the state of its editing, its withdrawal. */
import type { Knex } from 'knex';

export async function up(db: Knex): Promise<void> {
  await db.schema.alterTable('releases', (table) => {
    /** Raised with every save, also of a draft; `version` counts what the public saw. */
    table.integer('revision').notNullable().defaultTo(1);
    table.text('saved_at');
    table.integer('edited_by');
    table.integer('proposed_by');
    table.boolean('at_once').notNullable().defaultTo(false);
    table.text('withdrawn_at');
    table.text('withdrawal_note').notNullable().defaultTo('');
  });
  await db.schema.createTable('release_versions', (table) => {
    table.integer('release_id').notNullable().references('releases.id').onDelete('CASCADE');
    table.integer('version').notNullable();
    /** From when on the public read it. */
    table.text('updated_at').notNullable();
    /** What the correction that led to it said; the first version has none. */
    table.text('correction');
    table.text('content').notNullable();
    table.primary(['release_id', 'version']);
  });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTable('release_versions');
  await db.schema.alterTable('releases', (table) => {
    table.dropColumns(
      'revision',
      'saved_at',
      'edited_by',
      'proposed_by',
      'at_once',
      'withdrawn_at',
      'withdrawal_note',
    );
  });
}

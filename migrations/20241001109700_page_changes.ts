/** On PostgreSQL, several processes keep finished pages: whoever changes what they show tells all of them. */
import type { Knex } from 'knex';

const TABLES = [
  'events',
  'programme_items',
  'slots',
  'releases',
  'release_versions',
  'assets',
  'renditions',
  'operator_settings',
];

export async function up(db: Knex): Promise<void> {
  if (db.client.config.client !== 'pg') return;
  await db.raw(`
    CREATE FUNCTION tell_public_pages() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      PERFORM pg_notify('public_pages', '');
      RETURN NULL;
    END $$`);
  for (const table of TABLES)
    await db.raw(
      `CREATE TRIGGER tell_public_pages AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON ${table}
       FOR EACH STATEMENT EXECUTE FUNCTION tell_public_pages()`,
    );
}

export async function down(db: Knex): Promise<void> {
  if (db.client.config.client !== 'pg') return;
  for (const table of TABLES) await db.raw(`DROP TRIGGER tell_public_pages ON ${table}`);
  await db.raw('DROP FUNCTION tell_public_pages()');
}

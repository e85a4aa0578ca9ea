/** Releases; the two language versions of one release share `pair`. */
import type { Knex } from 'knex';

export async function up(db: Knex): Promise<void> {
  await db.schema.createTable('releases', (table) => {
    table.increments('id');
    table.text('pair').notNullable();
    table.text('language').notNullable();
    table.integer('year').notNullable();
    table.text('slug').notNullable();
    table.integer('event_id').references('events.id').onDelete('SET NULL');
    table.text('state').notNullable();
    table.text('publish_at').notNullable();
    table.text('embargo_until');
    table.text('visible_from').notNullable();
    table.text('updated_at').notNullable();
    table.integer('version').notNullable();
    table.text('correction');
    table.text('place').notNullable();
    table.text('title').notNullable();
    table.text('subtitle').notNullable();
    table.text('teaser').notNullable();
    table.text('body').notNullable();
    table.text('quotes').notNullable();
    table.text('contact').notNullable();
    table.text('boilerplate').notNullable();
    table.text('assets').notNullable();
    table.text('search_text').notNullable();
    table.unique(['language', 'year', 'slug']);
    table.unique(['pair', 'language']);
    table.index(['language', 'state', 'visible_from']);
  });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTable('releases');
}

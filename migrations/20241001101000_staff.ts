/** Accounts of the team and the record of their one-time links: expiry and use, nothing that opens anything. */
import type { Knex } from 'knex';

export async function up(db: Knex): Promise<void> {
  await db.schema.createTable('staff', (table) => {
    table.increments('id');
    table.text('email').notNullable().unique();
    table.text('name').notNullable();
    table.text('role').notNullable();
    table.text('state').notNullable();
    table.text('language').notNullable();
    table.text('notices').notNullable();
    table.text('password_hash');
    table.text('created_at').notNullable();
    table.text('last_sign_in_at');
  });

  await db.schema.createTable('staff_links', (table) => {
    table.increments('id');
    table.integer('staff_id').notNullable().references('staff.id').onDelete('CASCADE');
    table.text('purpose').notNullable();
    table.integer('version').notNullable();
    table.text('expires_at').notNullable();
    table.text('used_at');
    table.index('staff_id');
  });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTable('staff_links');
  await db.schema.dropTable('staff');
}

/** Who has a request open at this moment, and whether a member wants single keys. */
import type { Knex } from 'knex';

export async function up(db: Knex): Promise<void> {
  await db.schema.createTable('request_presence', (table) => {
    table.integer('request_id').notNullable().references('accreditation_requests.id').onDelete('CASCADE');
    table.integer('staff_id').notNullable().references('staff.id').onDelete('CASCADE');
    /** Business time, as the page shows it. */
    table.text('since').notNullable();
    /** Real time: a lease, renewed while the page is open. */
    table.text('until').notNullable();
    table.primary(['request_id', 'staff_id']);
    table.index('staff_id');
  });
  await db.schema.alterTable('staff', (table) => {
    table.boolean('shortcuts').notNullable().defaultTo(true);
  });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.alterTable('staff', (table) => {
    table.dropColumn('shortcuts');
  });
  await db.schema.dropTable('request_presence');
}

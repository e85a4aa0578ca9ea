/** Which reminders went out already, so that each goes out once. Rows about a request go with it. */
import type { Knex } from 'knex';

export async function up(db: Knex): Promise<void> {
  await db.schema.createTable('request_reminders', (table) => {
    table.integer('request_id').notNullable().references('accreditation_requests.id').onDelete('CASCADE');
    table.text('kind').notNullable();
    /** What it was about: the number of the enquiry in the history, or the day of the event. */
    table.text('about').notNullable();
    table.text('at').notNullable();
    table.primary(['request_id', 'kind', 'about']);
  });
  await db.schema.createTable('member_reminders', (table) => {
    table.integer('staff_id').notNullable().references('staff.id').onDelete('CASCADE');
    table.text('kind').notNullable();
    /** The latest day in Berlin on which it went out. */
    table.text('day').notNullable();
    table.primary(['staff_id', 'kind']);
  });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTable('member_reminders');
  await db.schema.dropTable('request_reminders');
}

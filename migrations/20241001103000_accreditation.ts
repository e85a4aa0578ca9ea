/** Accreditation requests with their documents, wished slots, history and messages. */
import type { Knex } from 'knex';

export async function up(db: Knex): Promise<void> {
  await db.schema.createTable('accreditation_requests', (table) => {
    table.increments('id');
    table.integer('event_id').notNullable().references('events.id').onDelete('RESTRICT');
    table.text('reference').notNullable().unique();
    table.text('state').notNullable();
    /** What the applicant may see: the state before, until the letter of a decision has left. */
    table.text('shown_state').notNullable();
    table.text('language').notNullable();
    table.integer('link_version').notNullable();
    table.integer('version').notNullable();
    table.text('submission').notNullable().unique();
    /** Event and address while the request is live, empty otherwise: nobody is in twice, also in a race. */
    table.text('live_key').unique();
    table.text('first_name').notNullable();
    table.text('last_name').notNullable();
    table.text('email').notNullable();
    table.text('email_key').notNullable();
    table.text('phone').notNullable();
    table.text('job_title').notNullable();
    table.text('outlet_name').notNullable();
    table.text('outlet_type').notNullable();
    table.text('outlet_website').notNullable();
    table.text('editorial_contact').notNullable();
    table.text('work_area').notNullable();
    table.text('proof_kind').notNullable();
    table.text('press_card_issuer').notNullable();
    table.text('press_card_number').notNullable();
    table.text('press_card_year').notNullable();
    table.text('sample_url_1').notNullable();
    table.text('sample_url_2').notNullable();
    table.text('imprint_url').notNullable();
    table.text('equipment_needs').notNullable();
    table.text('vehicle_plate').notNullable();
    table.text('access_needs').notNullable();
    table.text('note').notNullable();
    table.text('decision');
    table.text('decision_reason');
    table.text('decision_text');
    table.text('decision_limits');
    table.text('decided_at');
    table.boolean('needs_reapproval').notNullable().defaultTo(false);
    table.text('enquiry_due_at');
    table.integer('assigned_to').references('staff.id').onDelete('SET NULL');
    table.text('created_at').notNullable();
    table.text('confirmed_at');
    table.text('updated_at').notNullable();
    table.index(['state', 'confirmed_at', 'id']);
    table.index(['event_id', 'state', 'confirmed_at', 'id']);
    table.index(['email_key', 'event_id']);
  });

  await db.schema.createTable('request_documents', (table) => {
    table.increments('id');
    table.integer('request_id').notNullable().references('accreditation_requests.id').onDelete('CASCADE');
    table.text('file').notNullable().unique();
    table.text('original_name').notNullable();
    table.text('kind').notNullable();
    table.integer('bytes').notNullable();
    table.text('sha256').notNullable();
    table.text('origin').notNullable();
    table.text('added_at').notNullable();
    table.index('request_id');
  });

  await db.schema.createTable('request_slots', (table) => {
    table.integer('request_id').notNullable().references('accreditation_requests.id').onDelete('CASCADE');
    table.integer('slot_id').notNullable().references('slots.id').onDelete('CASCADE');
    table.text('state').notNullable();
    table.primary(['request_id', 'slot_id']);
    table.index('slot_id');
  });

  await db.schema.createTable('request_history', (table) => {
    table.increments('id');
    table.integer('request_id').notNullable().references('accreditation_requests.id').onDelete('CASCADE');
    table.text('step').notNullable();
    table.text('state').notNullable();
    table.text('actor').notNullable();
    table.text('actor_name').notNullable();
    table.text('details').notNullable();
    table.text('at').notNullable();
    /** Empty until the letter of the decision has left. */
    table.text('shown_at');
    table.index('request_id');
  });

  await db.schema.createTable('request_messages', (table) => {
    table.increments('id');
    table.integer('request_id').notNullable().references('accreditation_requests.id').onDelete('CASCADE');
    table.text('direction').notNullable();
    table.text('author').notNullable();
    table.text('text').notNullable();
    table.text('at').notNullable();
    table.text('shown_at');
    table.integer('document_id').references('request_documents.id').onDelete('SET NULL');
    table.index('request_id');
  });

  await db.schema.createTable('request_notes', (table) => {
    table.increments('id');
    table.integer('request_id').notNullable().references('accreditation_requests.id').onDelete('CASCADE');
    table.text('author').notNullable();
    table.text('text').notNullable();
    table.text('at').notNullable();
    table.index('request_id');
  });
}

export async function down(db: Knex): Promise<void> {
  const tables = [
    'request_notes',
    'request_messages',
    'request_history',
    'request_slots',
    'request_documents',
    'accreditation_requests',
  ];
  for (const table of tables) await db.schema.dropTable(table);
}

/** Outbox, letter texts of the team, jobs, audit log, sessions, rate limits, and facts about the portal itself. */
import type { Knex } from 'knex';

export async function up(db: Knex): Promise<void> {
  await db.schema.createTable('portal_facts', (table) => {
    table.text('key').primary();
    table.text('value').notNullable();
  });

  await db.schema.createTable('outgoing_mails', (table) => {
    table.increments('id');
    table.text('message_id').notNullable().unique();
    table.text('kind').notNullable();
    table.text('recipient').notNullable();
    table.text('language').notNullable();
    table.text('subject').notNullable();
    table.text('body').notNullable();
    table.text('link');
    table.text('attachments').notNullable();
    table.text('about');
    table.text('after_sent');
    table.text('state').notNullable();
    table.integer('tries').notNullable();
    table.text('last_error');
    table.text('queued_at').notNullable();
    table.text('not_before').notNullable();
    table.text('claimed_by');
    table.text('claimed_until');
    table.text('sent_at');
    table.index(['state', 'not_before']);
    table.index('about');
  });

  await db.schema.createTable('letter_templates', (table) => {
    table.increments('id');
    table.text('key').notNullable();
    table.text('language').notNullable();
    table.text('subject').notNullable();
    table.text('body').notNullable();
    table.text('updated_at').notNullable();
    table.unique(['key', 'language']);
  });

  await db.schema.createTable('jobs', (table) => {
    table.increments('id');
    table.text('name').notNullable();
    table.text('key').notNullable().unique();
    table.text('payload').notNullable();
    table.text('state').notNullable();
    table.text('cursor');
    table.integer('done').notNullable();
    table.integer('total').notNullable();
    table.integer('tries').notNullable();
    table.text('error');
    table.text('run_after').notNullable();
    table.text('lease_owner');
    table.text('lease_until');
    table.text('finished_at');
    table.index(['state', 'run_after']);
  });

  await db.schema.createTable('audit_entries', (table) => {
    table.increments('id');
    table.text('at').notNullable();
    table.text('actor').notNullable();
    table.text('action').notNullable();
    table.text('subject').notNullable();
    table.text('details').notNullable();
    table.text('previous_hash').notNullable();
    table.text('hash').notNullable();
    table.index('subject');
  });
  await db.schema.createTable('audit_head', (table) => {
    table.integer('id').primary();
    table.integer('length').notNullable();
    table.text('hash').notNullable();
  });
  await db('audit_head').insert({ id: 1, length: 0, hash: '0'.repeat(64) });

  await db.schema.createTable('staff_sessions', (table) => {
    table.text('id_hash').primary();
    table.integer('staff_id');
    table.text('data').notNullable();
    table.text('expires_at').notNullable();
    table.index('staff_id');
    table.index('expires_at');
  });

  await db.schema.createTable('rate_limits', (table) => {
    table.text('key').primary();
    table.integer('points').notNullable().defaultTo(0);
    table.bigInteger('expire');
  });
}

export async function down(db: Knex): Promise<void> {
  const tables = [
    'rate_limits',
    'staff_sessions',
    'audit_head',
    'audit_entries',
    'jobs',
    'letter_templates',
    'outgoing_mails',
    'portal_facts',
  ];
  for (const table of tables) await db.schema.dropTable(table);
}

/** The press list: who asked to be told of releases, what is mailed to them, and where each mailing stands. */
import type { Knex } from 'knex';

export async function up(db: Knex): Promise<void> {
  await db.schema.createTable('alert_subscribers', (table) => {
    table.increments('id');
    table.text('email').notNullable();
    table.text('email_key').notNullable().unique();
    /** In which the portal writes about the subscription itself. */
    table.text('language').notNullable();
    /** The latest time somebody entered the address while it was not confirmed. */
    table.text('asked_at').notNullable();
    table.text('confirmed_at');
    /** How many letters in a row the mail server refused for this address. */
    table.integer('failures').notNullable().defaultTo(0);
    table.text('paused_at');
  });
  /** One row for each language and topic: `all`, `general` (of no event) or `event:3`. */
  await db.schema.createTable('alert_wishes', (table) => {
    table.integer('subscriber_id').notNullable().references('alert_subscribers.id').onDelete('CASCADE');
    table.text('language').notNullable();
    table.text('topic').notNullable();
    table.primary(['subscriber_id', 'language', 'topic']);
    table.index(['language', 'topic']);
  });
  await db.schema.createTable('alert_mailings', (table) => {
    table.increments('id');
    table.integer('release_id').notNullable().references('releases.id').onDelete('CASCADE');
    table.integer('version').notNullable();
    /** `release` tells of the version, `withdrawal` that the release does not count any more. */
    table.text('occasion').notNullable();
    table.text('started_at').notNullable();
    /** When the last letter was put into the outbox. */
    table.text('queued_at');
    /** Number of the last subscriber who was looked at. */
    table.integer('cursor').notNullable().defaultTo(0);
    table.integer('letters').notNullable().defaultTo(0);
    table.integer('sent').notNullable().defaultTo(0);
    table.integer('failed').notNullable().defaultTo(0);
    table.unique(['release_id', 'version', 'occasion']);
  });
  await db.schema.createTable('alert_deliveries', (table) => {
    table.integer('mailing_id').notNullable().references('alert_mailings.id').onDelete('CASCADE');
    table.integer('subscriber_id').notNullable().references('alert_subscribers.id').onDelete('CASCADE');
    /** The letter in the outbox, which is deleted earlier than this note. */
    table.integer('mail_id').notNullable().index();
    table.text('sent_at');
    table.primary(['mailing_id', 'subscriber_id']);
    table.index('subscriber_id');
  });
  /** What stays of whoever left: a number. */
  await db.schema.createTable('alert_departures', (table) => {
    table.text('day').primary();
    table.integer('people').notNullable();
  });
}

export async function down(db: Knex): Promise<void> {
  const tables = ['departures', 'deliveries', 'mailings', 'wishes', 'subscribers'];
  for (const table of tables) await db.schema.dropTable(`alert_${table}`);
}

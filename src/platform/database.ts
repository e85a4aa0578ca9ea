/** Opens the database, SQLite or PostgreSQL, and brings its tables up to date. Knows no table by name. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import knex, { type Knex } from 'knex';
import { fromBuild } from './paths.js';

/** A connection or a transaction: repositories take either as their first argument. */
export type Db = Knex | Knex.Transaction;
/** For what must be part of the caller's transaction. */
export type Trx = Knex.Transaction;

export function openSqlite(filename: string): Knex {
  const db = knex({
    client: 'sqlite3',
    connection: { filename },
    useNullAsDefault: true,
    // One connection: using `db` where `trx` belongs waits for itself, and should say so soon.
    acquireConnectionTimeout: 3000,
    pool: { min: 1, max: 1, afterCreate: withPragmas(WRITER) },
  });
  return beginningAsWriter(db);
}

/**
 * Each transaction asks for the right to write when it begins, where it waits for its turn. Knex would let it ask at its
 * first change, and SQLite refuses that at once where another process, an operator's command for instance, has written
 * meanwhile. Touches what Knex keeps to itself: the test with two processes tells when that has changed.
 */
function beginningAsWriter(db: Knex): Knex {
  const { client } = db;
  const { transaction } = client;
  client.transaction = function (this: unknown, ...from: unknown[]) {
    const begun = transaction.apply(this, from);
    begun.begin = (connection: unknown) => begun.query(connection, 'BEGIN IMMEDIATE;');
    return begun;
  };
  return db;
}

export function openPostgres(url: string): Knex {
  return knex({ client: 'pg', connection: url, pool: { min: 0, max: 10 }, acquireConnectionTimeout: 10_000 });
}

export function openDatabase(databaseUrl: string | undefined, dataDir: string): Knex {
  return databaseUrl ? openPostgres(databaseUrl) : openSqlite(join(dataDir, 'portal.sqlite'));
}

/**
 * For pages that only read. On SQLite they get connections of their own, which cannot write, so that no visitor waits
 * for a transaction of the team (WAL lets both go on); on PostgreSQL the one pool serves both.
 */
export function openReader(databaseUrl: string | undefined, dataDir: string, db: Knex): Knex {
  if (databaseUrl) return db;
  return knex({
    client: 'sqlite3',
    connection: { filename: join(dataDir, 'portal.sqlite') },
    useNullAsDefault: true,
    acquireConnectionTimeout: 3000,
    pool: { min: 1, max: 3, afterCreate: withPragmas(['busy_timeout=5000', 'query_only=ON']) },
  });
}

export async function closeDatabase({ db, reader }: { db: Knex; reader: Knex }): Promise<void> {
  if (reader !== db) await reader.destroy();
  await db.destroy();
}

export function isSqlite(db: Db): boolean {
  return db.client.config.client === 'sqlite3';
}

/** True when a row was refused because another one has the same value in this unique column. */
export function violatesUnique(error: unknown, column: string): boolean {
  const { code, constraint, message } = (error ?? {}) as {
    code?: string;
    constraint?: string;
    message?: string;
  };
  if (code === '23505') return Boolean(constraint?.includes(column));
  return code === 'SQLITE_CONSTRAINT' && Boolean(message?.includes(`.${column}`));
}

/**
 * Writes of one transaction that do not need each other's answer. On SQLite they are handed over at once, so that the
 * one writing connection is not kept waiting for JavaScript between them; PostgreSQL takes one at a time. All have
 * ended before the first failure is thrown: one still on its way at the rollback would be written outside of it.
 */
export async function together(trx: Trx, writes: readonly (() => Promise<unknown>)[]): Promise<void> {
  if (!isSqlite(trx)) {
    for (const write of writes) await write();
    return;
  }
  const ended = await Promise.allSettled(writes.map((write) => write()));
  const failed = ended.find((end) => end.status === 'rejected');
  if (failed) throw failed.reason;
}

export async function migrate(db: Knex): Promise<void> {
  await db.migrate.latest({ migrationSource });
}

/** True when every migration of this build has run. */
export async function isMigrated(db: Knex): Promise<boolean> {
  const [, waiting] = (await db.migrate.list({ migrationSource })) as [unknown[], unknown[]];
  return waiting.length === 0;
}

/** Migration names carry no file ending, so that compiled and uncompiled runs agree on what has run. */
const migrationSource: Knex.MigrationSource<string> = {
  getMigrations: async () =>
    readdirSync(fromBuild('migrations'))
      .filter((file) => /\.(js|ts)$/.test(file))
      .map((file) => file.replace(/\.(js|ts)$/, ''))
      .sort(),
  getMigrationName: (name) => name,
  getMigration: (name) => import(new URL(`../../migrations/${name}.js`, import.meta.url).href),
};

/** FULL: an accreditation must survive a power cut. secure_delete: what is erased leaves nothing in the file. */
const WRITER = [
  'journal_mode=WAL',
  'synchronous=FULL',
  'busy_timeout=5000',
  'foreign_keys=ON',
  'secure_delete=ON',
];

type RawConnection = { exec(sql: string, done: (error: Error | null) => void): void };

function withPragmas(pragmas: readonly string[]) {
  return (connection: RawConnection, done: (error: Error | null, connection: unknown) => void) =>
    connection.exec(pragmas.map((pragma) => `PRAGMA ${pragma};`).join(''), (error) =>
      done(error, connection),
    );
}

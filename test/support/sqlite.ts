/** Migrated SQLite databases in memory: migrated once into a file, copied from there for each test. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Knex } from 'knex';
import type { Database } from 'sqlite3';
import { migrate, openSqlite } from '../../src/platform/database.js';

let template: Promise<string> | undefined;

/** All tables and nothing but what the migrations put in. */
export async function freshSqlite(): Promise<Knex> {
  template ??= migrated();
  const file = await template;
  const db = openSqlite(':memory:');
  const connection: Database = await db.client.acquireConnection();
  await copyInto(connection, file);
  db.client.releaseConnection(connection);
  return db;
}

async function migrated(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'portal-template-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'template.sqlite');
  const db = openSqlite(':memory:');
  await migrate(db);
  await db.raw('vacuum into ?', [file]);
  await db.destroy();
  return file;
}

/** The driver's types do not know its backup, which also reads a file into a database. */
interface Restoring {
  backup(
    file: string,
    to: string,
    from: string,
    fileIsTarget: boolean,
    opened: (error: Error | null) => void,
  ): { step(pages: number, done: (error: Error | null) => void): void; finish(): void };
}

function copyInto(connection: Database, file: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const copy = (connection as unknown as Restoring).backup(file, 'main', 'main', false, (failure) => {
      if (failure) return reject(failure);
      copy.step(-1, (error) => {
        copy.finish();
        if (error) reject(error);
        else resolve();
      });
    });
  });
}

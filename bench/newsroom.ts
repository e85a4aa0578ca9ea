/** What the press fetches: pages from the cache and without it, and large files, beside bare servers on this machine. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Options } from 'autocannon';
import { fromBuild } from '../src/platform/paths.js';
import { freePort } from '../test/support/postgres.js';
import { median, perCpuSecond } from './measure.js';
import { type Started, startServer } from './servers.js';

export type Say = (what: string, figure: string, goal: string) => void;

/** Asks past the page cache, as a browser does that reloads for good. */
export const PAST_THE_CACHE = { 'cache-control': 'no-cache' };

/** The latest release of the list. */
export async function releasePath(running: Started): Promise<string> {
  const list = await (await fetch(`${running.url}/de/press`)).text();
  return /href="(\/de\/press\/\d{4}\/[^"]+)"/.exec(list)?.[1] ?? '/de/press';
}

const OF_THE_CONNECTION = new Set(['connection', 'keep-alive', 'date', 'transfer-encoding']);

/** The release page out of the cache against the same answer out of `node:http` and out of Express. */
export async function cachedPages(running: Started, folder: string, say: Say): Promise<void> {
  const url = running.url + (await releasePath(running));
  const ask = () => fetch(url, { headers: { 'accept-encoding': 'identity' } });
  const tag = async () => (await ask()).headers.get('etag') ?? '';
  const answer = await ask();
  const etag = answer.headers.get('etag') ?? '';
  const body = await answer.text();
  const headers = Object.fromEntries([...answer.headers].filter(([name]) => !OF_THE_CONNECTION.has(name)));
  headers['content-length'] = String(Buffer.byteLength(body));
  const file = join(folder, 'release.json');
  writeFileSync(file, JSON.stringify({ headers, body }));
  const port = await freePort();
  const bare = await startServer([fromBuild('bench/bare-http.js'), String(port), file], { port, path: '/' });
  // As a browser, whose openings are counted.
  const browser = { 'user-agent': 'Mozilla/5.0' };
  const whole = async () => ({ url, headers: browser });
  // The demo's time of day stands on the page, so its tag changes every minute.
  const knowing = async () => ({ url, headers: { ...browser, 'if-none-match': await tag() } });
  const bareKnowing = { url: bare.url, headers: { ...browser, 'if-none-match': etag } };
  await compare('release page from the cache to node:http', '>= 0.70', whole, {
    url: bare.url,
    headers: browser,
  });
  await compare('  304 to node:http', '>= 0.70', knowing, bareKnowing);
  await compare('  to bare Express', '>= 4', whole, { url: `${bare.url}/express`, headers: browser });
  await bare.stop();

  async function compare(
    what: string,
    goal: string,
    ours: () => Promise<Options>,
    theirs: Options,
  ): Promise<void> {
    const pairs: { a: number; b: number }[] = [];
    for (let round = 0; round < 4; round += 1)
      pairs.push({ a: await perCpuSecond(running, await ours()), b: await perCpuSecond(bare, theirs) });
    // The first round warms both up.
    const [a, b] = [
      median(pairs.slice(1).map((pair) => pair.a)),
      median(pairs.slice(1).map((pair) => pair.b)),
    ];
    say(what, `${(a / b).toFixed(2)} (${a.toFixed(0)}/s to ${b.toFixed(0)}/s of one core)`, goal);
  }
}

/** Median milliseconds of each feed past the cache. */
export async function feeds(running: Started, releases: number, say: Say): Promise<void> {
  for (const format of ['atom', 'rss', 'json']) {
    const times: number[] = [];
    for (let round = 0; round < 40; round += 1) times.push(await timed(`/de/press/feed.${format}`));
    say(`feed.${format} of ${releases} releases`, `${median(times.slice(10)).toFixed(1)} ms`, '<= 50 ms');
  }

  async function timed(path: string): Promise<number> {
    const begin = performance.now();
    const answer = await fetch(running.url + path, { headers: PAST_THE_CACHE });
    await answer.arrayBuffer();
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
    return performance.now() - begin;
  }
}

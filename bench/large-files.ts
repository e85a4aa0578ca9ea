/** A file of 50 MB, whole and a range of it, beside nginx on the same machine; says so where there is no nginx. */
import { execFile, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { insertAsset } from '../src/mediakit/asset-row-repository.js';
import { openPortal } from '../src/open-portal.js';
import { readConfig } from '../src/platform/config.js';
import { closeDatabase } from '../src/platform/database.js';
import { openMediaFiles } from '../src/platform/media-files.js';
import { freePort } from '../test/support/postgres.js';
import { median } from './measure.js';
import type { Say } from './newsroom.js';
import type { Started } from './servers.js';

const MEGABYTES = 50;
const ROUNDS = 9;
const RANGE = ['--range', `${10 * 2 ** 20}-${40 * 2 ** 20 - 1}`];
const run = promisify(execFile);

export async function largeFiles(
  running: Started,
  { folder, settings, say }: { folder: string; settings: NodeJS.ProcessEnv; say: Say },
): Promise<void> {
  const goal = '>= 0.70';
  if (spawnSync('nginx', ['-v']).error) return say('file of 50 MB to nginx', 'skipped: no nginx here', goal);
  const content = Buffer.alloc(MEGABYTES * 2 ** 20, 'portal ');
  const ours = running.url + (await putIntoMediaKit(settings, content));
  const nginx = await startNginx(folder, content);
  for (const [what, options] of [
    ['file of 50 MB to nginx', []],
    ['  30 MB out of the middle of it', RANGE],
  ] as const) {
    const pairs: { a: number; b: number }[] = [];
    for (let round = 0; round < ROUNDS; round += 1)
      pairs.push({ a: await download(ours, options), b: await download(nginx.url, options) });
    const [a, b] = [median(pairs.map((pair) => pair.a)), median(pairs.map((pair) => pair.b))];
    say(what, `${(a / b).toFixed(2)} (${a.toFixed(0)} MB/s to ${b.toFixed(0)} MB/s)`, goal);
  }
  nginx.stop();
}

/** Megabytes per second. */
async function download(url: string, options: readonly string[]): Promise<number> {
  const said = await run('curl', ['-sf', '-o', '/dev/null', '-w', '%{speed_download}', ...options, url]);
  return Number(said.stdout) / 1e6;
}

async function putIntoMediaKit(settings: NodeJS.ProcessEnv, content: Buffer): Promise<string> {
  const deps = await openPortal(readConfig(settings));
  const sha256 = await openMediaFiles(deps.config.dataDir).store(content);
  const same = { de: 'Große Datei', en: 'Large file' };
  const rendition = { name: 'original', fileName: 'large.pdf', contentType: 'application/pdf' } as const;
  await deps.db.transaction((trx) =>
    insertAsset(
      trx,
      {
        slug: 'large',
        eventId: undefined,
        kind: 'document',
        state: 'published',
        texts: { title: same, caption: same, alt: same, licence: same },
        creator: 'x',
        credit: 'x',
        licenceUrl: '',
        source: 'drawn',
        embargoUntil: undefined,
        validUntil: undefined,
        noEnd: true,
        licensor: '',
        people: [],
        takenOn: '',
        offersOriginal: false,
        master: undefined,
        publishedAt: deps.clock.now(),
        renditions: [{ ...rendition, bytes: content.length, width: undefined, height: undefined, sha256 }],
      },
      deps.clock.now(),
    ),
  );
  await closeDatabase(deps);
  return '/media/large/original';
}

async function startNginx(folder: string, content: Buffer): Promise<{ url: string; stop(): void }> {
  const home = join(folder, 'nginx');
  mkdirSync(home);
  writeFileSync(join(home, 'large.pdf'), content);
  const port = await freePort();
  const configuration = `daemon off; worker_processes 1; pid ${home}/pid; error_log ${home}/log;
    user root; events {} http { access_log off; sendfile on; client_body_temp_path ${home};
    proxy_temp_path ${home}; fastcgi_temp_path ${home}; uwsgi_temp_path ${home}; scgi_temp_path ${home};
    server { listen 127.0.0.1:${port}; root ${home}; } }`;
  writeFileSync(join(home, 'nginx.conf'), configuration);
  const server = spawn('nginx', ['-c', join(home, 'nginx.conf')], { stdio: 'ignore' });
  const url = `http://127.0.0.1:${port}/large.pdf`;
  for (let tries = 0; tries < 100; tries += 1) {
    if (await fetch(url, { method: 'HEAD' }).catch(() => undefined)) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return { url, stop: () => server.kill('SIGTERM') };
}

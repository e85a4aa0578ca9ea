/** A ZIP of 200 MB while it is loaded: how much more memory the portal holds meanwhile, and how fast it comes. */

import { insertAsset } from '../src/mediakit/asset-row-repository.js';
import { mediaPaths } from '../src/mediakit/index.js';
import { openPortal } from '../src/open-portal.js';
import { readConfig } from '../src/platform/config.js';
import { closeDatabase } from '../src/platform/database.js';
import { openMediaFiles } from '../src/platform/media-files.js';
import type { Say } from './newsroom.js';
import type { Started } from './servers.js';

const EVENT = 'e-government-kongress-2024';
const FILES = 4;
const MEGABYTES = 50;
const same = { de: 'Großes Paket', en: 'Large kit' };

export async function kit(running: Started, settings: NodeJS.ProcessEnv, say: Say): Promise<void> {
  await fill(settings);
  const before = running.memory();
  let most = before;
  const watch = setInterval(() => {
    most = Math.max(most, running.memory());
  }, 20);
  const begin = performance.now();
  const bytes = await load(running);
  const seconds = (performance.now() - begin) / 1000;
  clearInterval(watch);
  const speed = `${(bytes / 1e6 / seconds).toFixed(0)} MB/s`;
  say(
    `ZIP of ${(bytes / 1e6).toFixed(0)} MB (${speed})`,
    `${(most - before).toFixed(0)} MB more`,
    '<= 80 MB',
  );
}

/** Read and let go of, as a slow disk at the other end would. */
async function load(running: Started): Promise<number> {
  const answer = await fetch(`${running.url}${mediaPaths.media('de')}/${EVENT}.zip`);
  if (answer.status !== 200) throw new Error(`The ZIP answered ${answer.status}`);
  let bytes = 0;
  for await (const part of answer.body!) bytes += part.length;
  return bytes;
}

async function fill(settings: NodeJS.ProcessEnv): Promise<void> {
  const deps = await openPortal(readConfig(settings));
  const { id: eventId } = await deps.db('events').where({ slug: EVENT }).first('id');
  for (let at = 0; at < FILES; at += 1) {
    const content = Buffer.alloc(MEGABYTES * 1e6, `portal ${at} `);
    const sha256 = await openMediaFiles(deps.config.dataDir).store(content);
    const slug = `kit-${at}`;
    const file = { name: 'original', fileName: `${slug}.pdf`, contentType: 'application/pdf' } as const;
    const rendition = { ...file, bytes: content.length, width: undefined, height: undefined, sha256 };
    const words = { creator: 'x', credit: 'x', licensor: 'x', licenceUrl: '', takenOn: '', people: [] };
    const times = { embargoUntil: undefined, validUntil: undefined, noEnd: true, publishedAt: new Date() };
    const texts = { title: same, caption: same, alt: same, licence: same };
    const kinds = { kind: 'document', source: 'drawn', state: 'published' } as const;
    const rest = { offersOriginal: false, master: undefined, renditions: [rendition] };
    const asset = { slug, eventId, texts, ...words, ...times, ...kinds, ...rest };
    await deps.db.transaction((trx) => insertAsset(trx, asset, deps.clock.now()));
  }
  await closeDatabase(deps);
}

/**
 * Files the public may load (pictures, logos, documents), outside the web root in `DATA_DIR/media`, each under the
 * SHA-256 of its content: the same content is stored once, and a file never changes under its name.
 */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, rm, stat, utimes } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { writeDurably } from './files.js';

const SHA256 = /^[0-9a-f]{64}$/;

export interface MediaFiles {
  /** Stores the content durably and returns its SHA-256 (64 hexadecimal digits). */
  store(content: Buffer): Promise<string>;
  /** Where `pathOf` starts, for Express's `sendFile`. */
  folder: string;
  /** Below `folder`. Throws for anything but a SHA-256. */
  pathOf(sha256: string): string;
  read(sha256: string): Promise<Buffer>;
  /** Counts as stored just now: whoever loads them at this moment gets them to the end, although nobody will keep them. */
  stay(names: readonly string[]): Promise<void>;
  /** Removes what nobody keeps and was stored before `before`; returns how many. */
  removeOthers(kept: ReadonlySet<string>, before: Date): Promise<number>;
}

export function openMediaFiles(dataDir: string): MediaFiles {
  const folder = join(dataDir, 'media');
  const pathOf = (sha256: string): string => {
    if (!SHA256.test(sha256)) throw new Error(`${sha256} is not the name of a media file`);
    return join(sha256.slice(0, 2), sha256);
  };
  const touch = (path: string) => utimes(path, new Date(), new Date());
  return {
    folder,
    pathOf,
    async store(content) {
      const sha256 = createHash('sha256').update(content).digest('hex');
      const path = join(folder, pathOf(sha256));
      if (!existsSync(path)) await writeDurably(path, [content]);
      // Whoever tidies up sees that it was asked for just now.
      else await touch(path);
      return sha256;
    },
    read: (sha256) => readFile(join(folder, pathOf(sha256))),
    async stay(names) {
      for (const name of names)
        await touch(join(folder, pathOf(name))).catch((error: NodeJS.ErrnoException) => {
          if (error.code !== 'ENOENT') throw error;
        });
    },
    async removeOthers(kept, before) {
      const found = existsSync(folder) ? await readdir(folder, { recursive: true }) : [];
      const others = found.filter((path) => {
        const name = path.split(sep).at(-1)!;
        return (SHA256.test(name) || name.endsWith('.part')) && !kept.has(name);
      });
      let removed = 0;
      for (const path of others.map((name) => join(folder, name))) {
        if ((await stat(path)).mtime >= before) continue;
        await rm(path, { force: true });
        removed += 1;
      }
      return removed;
    },
  };
}

/**
 * The only reader and writer of uploads. Each file lies outside the web root under a random name, behind a header
 * that names the key it belongs to and how it is kept, so that encryption can be switched in file by file.
 * Layout: `PPF1`, one byte mode (0 = as it is), eight bytes key id, then the content.
 */
import { randomBytes } from 'node:crypto';
import { type FileHandle, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { NotFound } from './errors.js';
import type { Keys } from './keys.js';

const MAGIC = 'PPF1';
const HEADER_LENGTH = 13;
const NAME = /^[0-9a-f]{40}$/;

export interface Files {
  /** Stores the content durably and returns its random name (40 hexadecimal digits). */
  store(content: Buffer): Promise<string>;
  /** Throws NotFound for a name that was never stored or is deleted. */
  read(name: string): Promise<Buffer>;
  /** Deleting what is already gone is fine. */
  remove(name: string): Promise<void>;
}

export function openFiles(dataDir: string, keys: Keys): Files {
  const folder = join(dataDir, 'uploads');
  const pathOf = (name: string): string => {
    if (!NAME.test(name)) throw new NotFound();
    return join(folder, name.slice(0, 2), name);
  };
  return {
    async store(content) {
      const name = randomBytes(20).toString('hex');
      await writeDurably(pathOf(name), [headerFor(keys), content]);
      return name;
    },
    async read(name) {
      const stored = await readFile(pathOf(name)).catch(notFoundIfMissing);
      if (stored.toString('latin1', 0, 4) !== MAGIC || stored[4] !== 0) {
        throw new Error(`Upload ${name} is kept in a way this version does not know`);
      }
      return stored.subarray(HEADER_LENGTH);
    },
    remove: (name) => rm(pathOf(name), { force: true }),
  };
}

/** A file is either there in full or not at all, also after a power cut. */
export async function writeDurably(path: string, parts: Buffer[]): Promise<void> {
  const draft = `${path}.${randomBytes(6).toString('hex')}.part`;
  const handle = await openInItsFolder(draft);
  try {
    // Not `writev`, which on a disk that fills up writes what fits and says nothing.
    for (const part of parts) await handle.writeFile(part);
    await handle.datasync();
  } catch (error) {
    await handle.close();
    await rm(draft, { force: true });
    throw error;
  }
  await handle.close();
  await rename(draft, path);
}

/** The folder is there already but for the first file in it. */
async function openInItsFolder(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'w', 0o600);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    return open(path, 'w', 0o600);
  }
}

function headerFor(keys: Keys): Buffer {
  return Buffer.concat([Buffer.from(MAGIC, 'latin1'), Buffer.from([0]), Buffer.from(keys.id, 'hex')]);
}

function notFoundIfMissing(error: NodeJS.ErrnoException): never {
  throw error.code === 'ENOENT' ? new NotFound() : error;
}

/**
 * Takes many large files out of one form: each goes to disk while it arrives, into a folder of its own that is gone once
 * the answer is out. What the files are, nobody has looked at yet.
 */
import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Request, RequestHandler } from 'express';
import multer, { type StorageEngine } from 'multer';
import { isDiskFull } from './errors.js';
import { cleanName } from './uploads.js';

export interface ReceivedFile {
  /** As the person knows it; for display only. */
  originalName: string;
  path: string;
  size: number;
  /** Over the limit: not all of it lies at `path`. */
  tooBig: boolean;
}

export interface ReceivingLimits {
  /** Of each file. */
  maxBytes: number;
  maxFiles: number;
}

const incomingIn = (dataDir: string): string => join(dataDir, 'incoming');

/** What a portal that died left behind; nothing arrives for longer than a day. */
export async function removeLeftBehind(dataDir: string, now: Date): Promise<void> {
  const before = new Date(now.getTime() - 24 * 3600_000);
  const names = await readdir(incomingIn(dataDir)).catch(() => []);
  for (const folder of names.map((name) => join(incomingIn(dataDir), name))) {
    const found = await stat(folder).catch(() => undefined);
    if (found && found.mtime < before) await rm(folder, { recursive: true, force: true });
  }
}

const received = new WeakMap<Request, ReceivedFile[] | 'broken'>();

export function receiveFiles(
  dataDir: string,
  field: string,
  { maxBytes, maxFiles }: ReceivingLimits,
): RequestHandler {
  return async (req, res, next) => {
    const folder = join(incomingIn(dataDir), randomBytes(12).toString('hex'));
    res.once('close', () => rm(folder, { recursive: true, force: true }).catch(() => undefined));
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const parse = multer({
      storage: toDisk(folder, maxBytes),
      limits: { files: maxFiles, fields: 20, fieldSize: 64 * 1024, parts: maxFiles + 20 },
      defParamCharset: 'utf8',
    }).array(field, maxFiles);
    parse(req, res, (error: unknown) => {
      if (isDiskFull(error)) return next(error);
      received.set(req, error ? 'broken' : filesOf(req, maxBytes));
      req.body = { ...req.body };
      next();
    });
  };
}

/** An empty file field is sent as one file without a name. */
const filesOf = (req: Request, maxBytes: number): ReceivedFile[] =>
  ((req.files ?? []) as Express.Multer.File[])
    .filter(({ originalname, size }) => originalname !== '' || size > 0)
    .map(({ originalname, path, size }) => ({
      originalName: cleanName(originalname),
      path,
      size,
      tooBig: size > maxBytes,
    }));

/** `broken`: the form had more files than are taken at once, or ended before it was whole. */
export const receivedOf = (req: Request): ReceivedFile[] | 'broken' => received.get(req) ?? [];

/** A file over the limit is read to its end, so that the others and every field arrive too. */
const toDisk = (folder: string, maxBytes: number): StorageEngine => ({
  _handleFile(_req, file, done) {
    const path = join(folder, randomBytes(12).toString('hex'));
    let size = 0;
    const upToTheLimit = new Transform({
      transform(part: Buffer, _encoding, next) {
        size += part.length;
        next(undefined, size > maxBytes ? undefined : part);
      },
    });
    pipeline(file.stream, upToTheLimit, createWriteStream(path, { mode: 0o600 })).then(
      () => done(null, { path, size }),
      done,
    );
  },
  _removeFile: (_req, _file, done) => done(null),
});

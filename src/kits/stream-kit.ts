/** Writes a kit as a ZIP while it is read: nothing is packed, so its length is known first and memory stays small. */
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { Transform } from 'node:stream';
import { type Options, ZipFile } from 'yazl';
import { openMediaFiles } from '../platform/media-files.js';
import type { Kit, KitEntry } from './kit.js';

/**
 * The same for every file on every machine: ZIP keeps a date without its time zone, so it is made from local parts, and
 * the second one, which has a zone, is left out.
 */
const sameForAll = (): Partial<Options> => ({
  mtime: new Date(1980, 0, 1, 12),
  mode: 0o100644,
  compress: false,
  forceDosTimestamp: true,
});

type Open = (entry: KitEntry, done: (error: unknown, stream: Readable) => void) => void;

function pack({ entries }: Kit, open: Open): { stream: Readable; bytes: number } {
  const zip = new ZipFile();
  const same = sameForAll();
  for (const entry of entries) {
    const { name, content, bytes } = entry;
    if (content) zip.addBuffer(content, name, same);
    else zip.addReadStreamLazy(name, { ...same, size: bytes }, (done) => open(entry, done));
  }
  let size = -1;
  // The types know nothing of what it is called with.
  const said = ((total: number) => {
    size = total;
  }) as () => void;
  zip.end({ forceZip64Format: false, comment: '' }, said);
  const stream = zip.outputStream as Readable;
  zip.on('error', (error: Error) => stream.destroy(error));
  return { stream, bytes: size };
}

/** In bytes; no file is opened. */
export function lengthOfKit(kit: Kit): number {
  const { stream, bytes } = pack(kit, () => undefined);
  stream.destroy();
  return bytes;
}

/** First and last byte, both included. */
export interface Part {
  start: number;
  end: number;
}

/**
 * A part is cut out of the whole as it passes by: the check sums of a ZIP stand behind its files, so all that comes
 * before a part has to be read anyway.
 */
export function streamKit(dataDir: string, kit: Kit, part?: Part): Readable {
  const files = openMediaFiles(dataDir);
  let current: Readable | undefined;
  const { stream } = pack(kit, ({ sha256 }, done) => {
    current = createReadStream(join(files.folder, files.pathOf(sha256)), { highWaterMark: 256 * 1024 });
    current.once('error', (error) => stream.destroy(error));
    done(undefined, current);
  });
  // Who goes away in the middle, or has the part they wanted, leaves no file open.
  const leave = () => {
    current?.destroy();
    stream.destroy();
  };
  const cut = cutOut(part ?? { start: 0, end: Number.POSITIVE_INFINITY }, leave);
  stream.once('error', (error) => cut.destroy(error));
  cut.once('close', leave);
  return stream.pipe(cut);
}

function cutOut({ start, end }: Part, atEnd: () => void): Transform {
  let at = 0;
  const cut: Transform = new Transform({
    transform(piece: Buffer, _encoding, next) {
      const [from, to] = [Math.max(0, start - at), Math.min(piece.length, end + 1 - at)];
      at += piece.length;
      if (to > from) cut.push(piece.subarray(from, to));
      if (at > end) {
        cut.push(null);
        atEnd();
      }
      next();
    },
  });
  return cut;
}

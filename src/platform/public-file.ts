/** Files that are made at the moment they are asked for, and that everybody may keep as long as they ask again. */
import { createHash } from 'node:crypto';
import type { Response } from 'express';
import { contentDisposition } from './downloads.js';

/**
 * May be kept for long, but must be asked for again each time: an embargo or an end of use counts at once. Compressed on
 * the way it would be other bytes than its tag says.
 */
export const FOR_EVERYBODY = 'public, no-cache, no-transform';

export interface MadeFile {
  contentType: string;
  content: Buffer;
  /** As it is saved at the reader's; without one it is only read. */
  fileName?: string;
}

/** A strong tag (RFC 9110, 8.8.3): the hash of exactly these bytes. */
export const tagOf = (content: Buffer): string =>
  `"${createHash('sha256').update(content).digest('base64url')}"`;

/** Answers 304 to who has these bytes already. */
export function sendPublicFile(res: Response, file: MadeFile, changedAt: Date): void {
  const { contentType, content, fileName } = file;
  res.set({
    ...(fileName ? { 'Content-Disposition': contentDisposition('inline', fileName) } : {}),
    'Cache-Control': FOR_EVERYBODY,
    'Last-Modified': changedAt.toUTCString(),
    ETag: tagOf(content),
  });
  // As it is: Express would add a charset to JSON, which knows none (RFC 8259, 11).
  res.setHeader('Content-Type', contentType);
  res.send(content);
}

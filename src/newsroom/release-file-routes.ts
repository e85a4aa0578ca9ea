/** A release as text, Markdown or PDF, with a tag that is the hash of exactly these bytes. */
import { createHash } from 'node:crypto';
import type { Response } from 'express';
import { contentDisposition } from '../platform/downloads.js';
import { NotFound } from '../platform/errors.js';
import type { ReleaseFormat } from './paths.js';
import type { Release } from './release.js';
import type { ReleaseCopy } from './release-copy-page.js';
import { releaseMarkdown } from './release-md.js';
import { releasePdf } from './release-pdf.js';
import { quoteText, releaseText } from './release-txt.js';

const TYPES: Record<ReleaseFormat, string> = {
  txt: 'text/plain; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  pdf: 'application/pdf',
};

export interface FileWish {
  release: Release;
  copy: ReleaseCopy;
  format: ReleaseFormat;
  /** Only this quote, from 1; text alone has single quotes. */
  quote?: unknown;
}

export interface ReleaseFile {
  fileName: string;
  contentType: string;
  content: Buffer;
  /** Of exactly these bytes. */
  tag: string;
}

export async function makeReleaseFile(wish: FileWish): Promise<ReleaseFile> {
  const content = await contentOf(wish);
  return {
    fileName: `${wish.copy.fileStem}.${wish.format}`,
    contentType: TYPES[wish.format],
    content,
    tag: `"${createHash('sha256').update(content).digest('base64url')}"`,
  };
}

/** For everybody. */
export async function sendReleaseFile(res: Response, wish: FileWish): Promise<void> {
  const { fileName, contentType, content, tag } = await makeReleaseFile(wish);
  res.set({
    'Content-Type': contentType,
    'Content-Disposition': contentDisposition('inline', fileName),
    // Compressed on the way it would be other bytes than the tag says.
    'Cache-Control': 'public, no-cache, no-transform',
    'Last-Modified': wish.copy.changedAt.toUTCString(),
    ETag: tag,
  });
  res.send(content);
}

async function contentOf({ copy, release, format, quote }: FileWish): Promise<Buffer> {
  if (format === 'pdf') return releasePdf(copy);
  if (format === 'md') return Buffer.from(releaseMarkdown(copy));
  if (quote === undefined) return Buffer.from(releaseText(copy));
  const chosen = release.quotes[Number(quote) - 1];
  if (!chosen) throw new NotFound();
  return Buffer.from(quoteText(copy, chosen));
}

/** Sends a release as text, Markdown or PDF, with a tag that is the hash of exactly these bytes. */
import { createHash } from 'node:crypto';
import type { Request, Response } from 'express';
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

export interface ReleaseFile {
  release: Release;
  copy: ReleaseCopy;
  format: string;
}

export async function sendReleaseFile(req: Request, res: Response, file: ReleaseFile): Promise<void> {
  const format = file.format as ReleaseFormat;
  const content = await contentOf(file, format, req.query.quote);
  const { release, copy } = file;
  res.set({
    'Content-Type': TYPES[format],
    'Content-Disposition': contentDisposition('inline', `${release.slug}.${format}`),
    // Compressed on the way it would be other bytes than the tag says.
    'Cache-Control': 'public, no-cache, no-transform',
    'Last-Modified': copy.changedAt.toUTCString(),
    ETag: `"${createHash('sha256').update(content).digest('base64url')}"`,
  });
  res.send(content);
}

async function contentOf({ copy, release }: ReleaseFile, format: ReleaseFormat, quote: unknown) {
  if (format === 'pdf') return releasePdf(copy);
  if (format === 'md') return Buffer.from(releaseMarkdown(copy));
  if (quote === undefined) return Buffer.from(releaseText(copy));
  const chosen = release.quotes[Number(quote) - 1];
  if (!chosen) throw new NotFound();
  return Buffer.from(quoteText(copy, chosen));
}

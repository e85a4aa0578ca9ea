/** A release as text, Markdown, PDF or ninjs. */
import { NotFound } from '../platform/errors.js';
import type { MadeFile } from '../platform/public-file.js';
import { RELEASE_TYPES, type ReleaseFormat } from './paths.js';
import type { Release } from './release.js';
import type { Around } from './release-article-page.js';
import type { ReleaseCopy } from './release-copy-page.js';
import { releaseMarkdown } from './release-md.js';
import { releaseNinjs } from './release-ninjs.js';
import { releasePdf } from './release-pdf.js';
import { quoteText, releaseText } from './release-txt.js';

export interface FileWish {
  release: Release;
  copy: ReleaseCopy;
  /** Named by the structured formats. */
  around: Around;
  format: ReleaseFormat;
  /** Only this quote, from 1; text alone has single quotes. */
  quote?: unknown;
}

export async function makeReleaseFile(wish: FileWish): Promise<Required<MadeFile>> {
  const type = RELEASE_TYPES[wish.format];
  return {
    fileName: `${wish.copy.fileStem}.${wish.format}`,
    contentType: type.startsWith('text/') ? `${type}; charset=utf-8` : type,
    content: await contentOf(wish),
  };
}

async function contentOf({ copy, release, around, format, quote }: FileWish): Promise<Buffer> {
  if (format === 'pdf') return releasePdf(copy);
  if (format === 'json') return Buffer.from(releaseNinjs(release, copy, around));
  if (format === 'md') return Buffer.from(releaseMarkdown(copy));
  if (quote === undefined) return Buffer.from(releaseText(copy));
  const chosen = release.quotes[Number(quote) - 1];
  if (!chosen) throw new NotFound();
  return Buffer.from(quoteText(copy, chosen));
}

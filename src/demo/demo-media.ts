/** The demo's media kit: pictures, a word mark and a fact sheet, all of them made for the project. */
import { readFile } from 'node:fs/promises';
import { type AssetContent, type AssetKind, addAsset } from '../mediakit/index.js';
import type { Deps } from '../platform/deps.js';
import type { Bilingual, Lang } from '../platform/languages.js';
import { blocksOf } from '../platform/markdown.js';
import { fromRoot } from '../platform/paths.js';
import { makePdf, type PdfPiece } from '../platform/tagged-pdf.js';
import { withFirmHyphens } from '../platform/typography.js';

interface DemoAsset {
  slug: string;
  file: string;
  kind: AssetKind;
  title: Bilingual;
  caption: Bilingual;
  alt: Bilingual;
  /** With an attachment of the opening; everything else is free. */
  embargoUntil?: string;
  /** Pixels of the print rendition; modest, so that the demo starts quickly. */
  width: number;
}

const CREDIT = 'Presseportal-Demo';
const OPEN_LICENCE = {
  licence: { de: 'CC BY 4.0', en: 'CC BY 4.0' },
  licenceUrl: 'https://creativecommons.org/licenses/by/4.0/',
};
const MARK_LICENCE = {
  licence: {
    de: 'Unverändert und nur in der Berichterstattung über den Kongress',
    en: 'Unaltered, and only in coverage of the congress',
  },
  licenceUrl: '',
};
const SHEET_DATE = new Date('2024-10-08T10:00:00+02:00');

const read = (name: string): Promise<Buffer> => readFile(fromRoot(`src/demo/content/media/${name}`));

export async function loadDemoMedia(deps: Deps, eventId: number): Promise<void> {
  const assets = JSON.parse((await read('media.json')).toString()) as DemoAsset[];
  for (const asset of assets) {
    const { licence, licenceUrl } = asset.kind === 'logo' ? MARK_LICENCE : OPEN_LICENCE;
    const { slug, kind, title, caption, alt } = asset;
    const embargoUntil = asset.embargoUntil ? new Date(asset.embargoUntil) : undefined;
    const texts = { title, caption, alt, licence };
    const rights = { creator: CREDIT, credit: CREDIT, licenceUrl, source: 'drawn' } as const;
    await addAsset(
      deps,
      'system',
      { slug, eventId, kind, texts, embargoUntil, ...rights },
      await contentOf(asset),
    );
  }
}

async function contentOf({ file, width }: DemoAsset): Promise<AssetContent> {
  const [, lang] = /\.(de|en)\.md$/.exec(file) ?? [];
  const content = await read(file);
  if (!lang) return { content, drawingWidth: width };
  return {
    content: await factSheet(lang as Lang, content.toString()),
    preview: await read('factsheet.svg'),
    drawingWidth: width,
  };
}

function factSheet(lang: Lang, markdown: string): Promise<Buffer> {
  const [title, ...blocks] = blocksOf(markdown);
  const pieces = blocks.map((block): PdfPiece => {
    if (block.kind === 'heading')
      return { text: block.text, tag: 'H2', bold: true, size: 12, space: 13, colour: '#0b4a8f' };
    const tag = block.kind === 'item' ? 'LI' : 'P';
    return { text: block.text, tag, size: 10.5, space: 3 };
  });
  const heading: PdfPiece = { text: withFirmHyphens(title!.text), tag: 'H1', bold: true, size: 20, space: 0 };
  return makePdf({ lang, title: title!.text, author: CREDIT, createdAt: SHEET_DATE }, [heading, ...pieces]);
}

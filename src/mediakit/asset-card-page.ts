/** One asset as every page shows it: picture, caption, credit line ready to copy, files with size. */
import type { Translate } from '../platform/i18n.js';
import { inLanguage, type Lang } from '../platform/languages.js';
import { formatBytes } from '../platform/numbers.js';
import { type Asset, findRendition, isPictureKind, type Rendition, type RenditionName } from './asset.js';
import { paths } from './paths.js';

export interface FileLink {
  name: string;
  /** Dimensions, format and size. */
  meta: string;
  href: string;
  fileName: string;
  sha256: string;
}

export interface Picture {
  src: string;
  width: number;
  height: number;
}

export interface AssetCard {
  slug: string;
  href: string;
  kind: string;
  title: string;
  caption: string;
  alt: string;
  /** For lists. */
  thumb: Picture | undefined;
  /** For a page of its own. */
  picture: Picture | undefined;
  /** A recording, to be heard on its page. */
  audio: { src: string; type: string } | undefined;
  /** As it must stand at the picture. */
  creditLine: string;
  files: FileLink[];
}

/** `lang` and `t` belong together: the language of the page. */
export function assetCard(lang: Lang, t: Translate, asset: Asset): AssetCard {
  const texts = asset.texts;
  return {
    slug: asset.slug,
    href: paths.asset(lang, asset.slug),
    kind: t(`mediakit:kinds.${asset.kind}`),
    title: inLanguage(texts.title, lang),
    caption: inLanguage(texts.caption, lang),
    alt: isPictureKind(asset.kind) ? inLanguage(texts.alt, lang) : '',
    thumb: pictureOf(asset, 'thumb'),
    picture: pictureOf(asset, 'web') ?? pictureOf(asset, 'thumb'),
    audio: audioOf(asset),
    creditLine: t(`mediakit:creditLine.${asset.kind}`, {
      credit: asset.credit,
      licence: inLanguage(texts.licence, lang),
    }),
    files: asset.renditions
      .filter(({ name }) => name !== 'thumb')
      .map((rendition) => fileLink(lang, t, asset, rendition)),
  };
}

function fileLink(lang: Lang, t: Translate, asset: Asset, rendition: Rendition): FileLink {
  const dimensions = rendition.width && `${rendition.width}\u00A0×\u00A0${rendition.height}`;
  const format = rendition.fileName.split('.').at(-1)!.toUpperCase();
  return {
    name: t(`mediakit:renditions.${fileKey(asset, rendition)}`),
    meta: [dimensions, format, formatBytes(lang, rendition.bytes)].filter(Boolean).join(', '),
    href: paths.file(asset.slug, rendition.name),
    fileName: rendition.fileName,
    sha256: rendition.sha256,
  };
}

/** What the file is called: a drawn logo's own file is a drawing, any other original is as it came in. */
function fileKey({ kind }: Asset, { name, contentType }: Rendition): string {
  if (name !== 'original' || contentType === 'image/svg+xml') return name;
  return isPictureKind(kind) ? 'untouched' : kind;
}

function audioOf(asset: Asset): AssetCard['audio'] {
  const recording = asset.kind === 'audio' ? findRendition(asset, 'original') : undefined;
  return recording && { src: paths.file(asset.slug, 'original'), type: recording.contentType };
}

function pictureOf(asset: Asset, name: RenditionName): Picture | undefined {
  const rendition = findRendition(asset, name);
  if (!rendition?.width || !rendition.height) return undefined;
  return { src: paths.file(asset.slug, name), width: rendition.width, height: rendition.height };
}

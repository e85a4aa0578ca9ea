/** Makes the files of an asset: small, web and print, each with its rights and without place, time and camera. */
import { fileTypeFromBuffer } from 'file-type';
import type { Sharp } from 'sharp';
import type { AssetKind, RenditionName } from './asset.js';
import { isHarmlessSvg, isSvg, withRights } from './vector.js';

export interface MadeRendition {
  name: RenditionName;
  content: Buffer;
  contentType: string;
  /** With the dot: .jpg */
  ending: string;
  width: number | undefined;
  height: number | undefined;
}

export interface Source {
  content: Buffer;
  kind: AssetKind;
  xmp: string;
  /** A drawing is rendered this many pixels wide for print; a photo keeps its own size. */
  drawingWidth?: number;
  /** A picture of a document's first page. */
  preview?: Buffer;
}

/** Longest side in pixels; `print` keeps the size it came in. */
const SIZES = [
  { name: 'thumb', longest: 600 },
  { name: 'web', longest: 1600 },
  { name: 'print', longest: undefined },
] as const;
const PICTURES = ['image/jpeg', 'image/png', 'image/webp', 'image/tiff'];

/** Throws when the content is no picture, drawing or PDF, or does not fit the kind. */
export async function makeRenditions(source: Source): Promise<MadeRendition[]> {
  return source.kind === 'document' ? documentFiles(source) : pictureFiles(source);
}

async function documentFiles(source: Source): Promise<MadeRendition[]> {
  const { content, preview } = source;
  if ((await fileTypeFromBuffer(content))?.mime !== 'application/pdf')
    throw new Error('A document of the media kit must be a PDF');
  const type = { contentType: 'application/pdf', ending: '.pdf', width: undefined, height: undefined };
  const document: MadeRendition = { name: 'original', content, ...type };
  if (!preview) return [document];
  const open = await openerOf({ ...source, content: preview });
  return [await encode(open(SIZES[0].longest), 'thumb', source), document];
}

async function pictureFiles(source: Source): Promise<MadeRendition[]> {
  const { content, kind, xmp } = source;
  const open = await openerOf(source);
  const files: MadeRendition[] = [];
  // One after the other: a picture at full size needs memory, and the office does not wait for milliseconds.
  for (const { name, longest } of SIZES) files.push(await encode(open(longest), name, source));
  if (kind !== 'logo' || !isSvg(content)) return files;
  const drawing = withRights(content, xmp);
  const type = { contentType: 'image/svg+xml', ending: '.svg', width: undefined, height: undefined };
  return [...files, { name: 'original', content: drawing, ...type }];
}

/** Starts a picture anew, no longer than so many pixels. */
type Opener = (longest: number | undefined) => Sharp;

const OPTIONS = { limitInputPixels: 120_000_000, failOn: 'error' } as const;

const openerOf = (source: Source): Promise<Opener> =>
  isSvg(source.content) ? openDrawing(source) : openPhoto(source);

/** A drawing is rendered in just the size that is wanted. */
async function openDrawing({ content, drawingWidth = 2400 }: Source): Promise<Opener> {
  if (!isHarmlessSvg(content)) throw new Error('This drawing runs or loads something');
  const sharp = await loadSharp();
  const { width, height } = await sharp(content, OPTIONS).metadata();
  const print = drawingWidth * Math.max(1, height / width);
  return (longest) => {
    const pixels = Math.min(longest ?? print, print);
    const density = Math.min(2400, (72 * pixels) / Math.max(width, height));
    return sharp(content, { ...OPTIONS, density });
  };
}

/** A photo stands upright, keeps its size for print, and is never blown up. */
async function openPhoto({ content }: Source): Promise<Opener> {
  const type = await fileTypeFromBuffer(content);
  if (!type || !PICTURES.includes(type.mime)) throw new Error('This is no picture the media kit can show');
  const sharp = await loadSharp();
  return (longest) => {
    const photo = sharp(content, OPTIONS).rotate();
    if (!longest) return photo;
    return photo.resize({ width: longest, height: longest, fit: 'inside', withoutEnlargement: true });
  };
}

/** Every picture comes by once: what the library would keep of it only fills the memory. */
async function loadSharp() {
  const { default: sharp } = await import('sharp');
  sharp.cache(false);
  return sharp;
}

async function encode(picture: Sharp, name: RenditionName, { kind, xmp }: Source): Promise<MadeRendition> {
  const quality = name === 'print' ? 90 : 82;
  const file =
    kind === 'logo'
      ? picture.png()
      : picture.flatten({ background: '#ffffff' }).jpeg({ quality, chromaSubsampling: '4:4:4' });
  const { data, info } = await file.withXmp(xmp).toBuffer({ resolveWithObject: true });
  const type =
    kind === 'logo'
      ? { contentType: 'image/png', ending: '.png' }
      : { contentType: 'image/jpeg', ending: '.jpg' };
  return { name, content: data, ...type, width: info.width, height: info.height };
}

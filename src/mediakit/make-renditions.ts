/** Makes the files of an asset: small, web and print, each with its rights and without place, time and camera. */
import type { Sharp } from 'sharp';
import { type AssetKind, isPictureKind, type RenditionName } from './asset.js';
import { fileTypeOf } from './filetype.js';
import { withPngRights } from './pngrights.js';
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
  /** The file as it came in too. */
  offersOriginal?: boolean;
  /** What the team looks at before anything is published: no print. */
  draft?: boolean;
}

/** Longest side in pixels; `print` keeps the size it came in. */
const SIZES = [
  { name: 'thumb', longest: 600 },
  { name: 'web', longest: 1600 },
  { name: 'print', longest: undefined },
] as const;
export const MAX_PIXELS = 120_000_000;

/**
 * Throws when the content is no picture, drawing, PDF or recording, or does not fit the kind. One asset after the other:
 * a picture at full size needs memory and a processor, and the portal answers everybody else meanwhile.
 */
export function makeRenditions(source: Source): Promise<MadeRendition[]> {
  const make = () => (isPictureKind(source.kind) ? pictureFiles(source) : plainFiles(source));
  const mine = last.then(make);
  last = mine.catch(() => undefined);
  return mine;
}

let last: Promise<unknown> = Promise.resolve();

async function plainFiles(source: Source): Promise<MadeRendition[]> {
  const { content, preview, kind } = source;
  const type = await fileTypeOf(content);
  if (type?.family !== (kind === 'document' ? 'pdf' : 'audio')) throw new Error(`This file is no ${kind}`);
  const { contentType, ending } = type;
  const file = {
    name: 'original',
    content,
    contentType,
    ending,
    width: undefined,
    height: undefined,
  } as const;
  if (!preview) return [file];
  const open = await openerOf({ ...source, content: preview });
  return [await encode(open(SIZES[0].longest), 'thumb', source), file];
}

async function pictureFiles(source: Source): Promise<MadeRendition[]> {
  const open = await openerOf(source);
  const files: MadeRendition[] = [];
  for (const { name, longest } of SIZES.filter(({ name }) => !source.draft || name !== 'print'))
    files.push(await encode(open(longest), name, source));
  return [...files, ...(await originalOf(source))];
}

/**
 * A logo that was drawn is always handed out as a drawing, everything else only on purpose; a drawing carries its rights,
 * a photo is untouched.
 */
async function originalOf({ content, kind, xmp, offersOriginal }: Source): Promise<MadeRendition[]> {
  const drawing = isSvg(content);
  if (!(drawing && kind === 'logo') && !offersOriginal) return [];
  const { contentType, ending } = (await fileTypeOf(content))!;
  const file = drawing ? withRights(content, xmp) : content;
  return [{ name: 'original', content: file, contentType, ending, width: undefined, height: undefined }];
}

/** Starts a picture anew, no longer than so many pixels. */
type Opener = (longest: number | undefined) => Sharp;

const OPTIONS = { limitInputPixels: MAX_PIXELS, failOn: 'error' } as const;

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
  if ((await fileTypeOf(content))?.family !== 'picture')
    throw new Error('This is no picture the media kit can show');
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
  if (kind === 'logo') {
    const { data, info } = await picture.png().toBuffer({ resolveWithObject: true });
    const { width, height } = info;
    return {
      name,
      content: withPngRights(data, xmp),
      contentType: 'image/png',
      ending: '.png',
      width,
      height,
    };
  }
  const { data, info } = await picture
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: name === 'print' ? 90 : 82, chromaSubsampling: '4:4:4' })
    .withXmp(xmp)
    .toBuffer({ resolveWithObject: true });
  const { width, height } = info;
  return { name, content: data, contentType: 'image/jpeg', ending: '.jpg', width, height };
}

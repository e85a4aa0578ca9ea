/** Reads what a file says about itself (XMP, IPTC, Exif), so that the team checks it instead of typing it. */
import type { Bilingual } from '../platform/languages.js';

export interface FileRights {
  title: Bilingual;
  caption: Bilingual;
  alt: Bilingual;
  licence: Bilingual;
  creator: string;
  credit: string;
  licenceUrl: string;
  licensor: string;
  people: string[] | undefined;
  /** 2024-10-24, or empty. */
  takenOn: string;
  drawn: boolean;
}

/** A value as the reader of metadata hands it out. */
export interface Tag {
  value?: unknown;
  attributes?: Record<string, string>;
  description?: string;
}
export type Tags = Readonly<Record<string, Tag | undefined>>;
export interface FileTags {
  xmp?: Tags | undefined;
  iptc?: Tags | undefined;
  exif?: Tags | undefined;
}

/** XMP knows both languages and comes first, then IPTC, then what the camera wrote. A text without a language is taken as German. */
export function rightsIn({ xmp = {}, iptc = {}, exif = {} }: FileTags): FileRights {
  const first = (...tags: (Tag | undefined)[]) => tags.map(plain).find((text) => text !== '') ?? '';
  const both = (tag: Tag | undefined, ...others: (Tag | undefined)[]): Bilingual => {
    const texts = languages(tag);
    return texts.de || texts.en ? texts : { de: first(...others), en: '' };
  };
  const day = /^(\d{4})\D?(\d{2})\D?(\d{2})/.exec(
    first(xmp.DateCreated, iptc['Date Created'], exif.DateTimeOriginal, exif.DateTime),
  );
  const people = items(xmp.PersonInImage);
  return {
    title: both(xmp.title, iptc['Object Name'], iptc.Headline, xmp.Headline),
    caption: both(xmp.description, iptc['Caption/Abstract'], exif.ImageDescription),
    alt: both(xmp.AltTextAccessibility),
    licence: both(xmp.UsageTerms),
    creator: first(xmp.creator, iptc['By-line'], exif.Artist),
    credit: first(xmp.Credit, iptc.Credit),
    licenceUrl: /^https?:\/\//.test(first(xmp.WebStatement)) ? first(xmp.WebStatement) : '',
    licensor: licensorOf(xmp.Licensor),
    people: people.length > 0 ? people : undefined,
    takenOn: day ? `${day[1]}-${day[2]}-${day[3]}` : '',
    drawn: /digitalCreation|trainedAlgorithmicMedia|digitalArt/.test(first(xmp.DigitalSourceType)),
  };
}

/** What a camera writes and nobody should read. */
export function tracesIn({ xmp = {}, exif = {} }: FileTags): ('place' | 'serial')[] {
  const names = [...Object.keys(xmp), ...Object.keys(exif)];
  return [
    ...(names.some((name) => /^GPS(Latitude|Longitude|Position)$/.test(name)) ? (['place'] as const) : []),
    ...(names.some((name) => /SerialNumber|CameraOwnerName/.test(name)) ? (['serial'] as const) : []),
  ];
}

/** A list is joined; of a list by language the first counts. */
function plain(tag: Tag | undefined): string {
  const value = tag?.value;
  if (Array.isArray(value)) {
    if (value.every((item) => typeof item === 'number')) return clean(tag?.description);
    const texts = value.map((item) => (typeof item === 'string' ? item : (item as Tag).value));
    if ((value[0] as Tag | undefined)?.attributes?.lang) return clean(texts[0]);
    return clean(texts.filter((text) => typeof text === 'string').join(', '));
  }
  return clean(typeof value === 'string' ? value : tag?.description);
}

function items(tag: Tag | undefined): string[] {
  const values = Array.isArray(tag?.value) ? (tag.value as Tag[]).map(({ value }) => value) : [tag?.value];
  return values.map(clean).filter(Boolean);
}

function languages(tag: Tag | undefined): Bilingual {
  const found = Array.isArray(tag?.value) ? (tag.value as Tag[]) : [];
  const text = (match: (lang: string) => boolean) =>
    clean(found.find(({ attributes }) => match(attributes?.lang ?? ''))?.value);
  const [de, en] = [text((lang) => lang.startsWith('de')), text((lang) => lang.startsWith('en'))];
  return de || en ? { de, en } : { de: plain(tag), en: '' };
}

function licensorOf(tag: Tag | undefined): string {
  const [first] = Array.isArray(tag?.value) ? tag.value : [tag?.value];
  const entry = first as { LicensorName?: Tag; value?: { LicensorName?: Tag } } | undefined;
  return plain(entry?.LicensorName ?? entry?.value?.LicensorName);
}

const clean = (text: unknown): string =>
  typeof text === 'string'
    ? text
        // biome-ignore lint/suspicious/noControlCharactersInRegex: cameras fill fields up with them
        .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
        .trim()
        .slice(0, 4000)
    : '';

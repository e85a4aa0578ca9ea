/** What a kit holds and what every file in it is called: worked out before a byte is read, so that its length is known. */
import { createHash } from 'node:crypto';
import { type Asset, isPictureKind, mediaPaths, type Rendition } from '../mediakit/index.js';
import { formatMoment } from '../platform/dates.js';
import { isVisible } from '../platform/embargo.js';
import { translator } from '../platform/i18n.js';
import { type Bilingual, inLanguage, type Lang } from '../platform/languages.js';
import { captionsCsv, captionsText, type Named } from './captions.js';
import { stemOf, uniqueStems, withoutDevice } from './entrynames.js';

/** Either words made here, or a stored file by its SHA-256. */
export interface KitEntry {
  name: string;
  bytes: number;
  sha256: string;
  content?: Buffer;
}

export interface Kit {
  /** As it is saved at the newsroom. */
  fileName: string;
  entries: readonly KitEntry[];
  /** Changes when any byte of the ZIP does. */
  etag: string;
}

export interface KitContent {
  lang: Lang;
  event: { slug: string; title: Bilingual };
  assets: readonly Asset[];
  baseUrl: string;
  /** What is still under embargo then is in the kit of a preview only, and stands under a notice. */
  now: Date;
}

/** Raised when the same entries would make other bytes. */
const FORMAT = 1;
export const MANIFEST = 'manifest.json';

export function kitOf(content: KitContent): Kit {
  const { lang, event } = content;
  const named = nameAll(content);
  const notice = noticeOf(content);
  const words = (name: string, bytes: Buffer): KitEntry => ({
    name,
    bytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    content: bytes,
  });
  const files = [
    ...(notice ? [words(translator(lang)('kits:notice.file'), Buffer.from(`${notice[lang]}\n`))] : []),
    words('captions.txt', captionsText(event.title, named, notice)),
    words('captions.csv', captionsCsv(named)),
    ...named.flatMap(({ entries }) => entries),
  ];
  const manifest = words(MANIFEST, manifestOf(content, files));
  const fileName = `${event.slug}-${translator(lang)('kits:fileName')}.zip`;
  return { fileName, entries: [manifest, ...files], etag: `"kit${FORMAT}-${manifest.sha256}"` };
}

interface NamedEntries extends Named {
  entries: KitEntry[];
}

function nameAll({ lang, assets, baseUrl }: KitContent): NamedEntries[] {
  const stems = uniqueStems(
    assets.map(({ texts }) => stemOf(inLanguage(texts.title, lang), inLanguage(texts.caption, lang))),
  );
  return assets.map((asset, at) => {
    const files = asset.renditions.filter(({ name }) => name !== 'thumb');
    const entries = files.map((file) => ({
      name: withoutDevice(`${stems[at]}${suffixOf(lang, asset, file)}`),
      bytes: file.bytes,
      sha256: file.sha256,
    }));
    const url = baseUrl + mediaPaths.asset(lang, asset.slug);
    return { asset, entries, url, names: entries.map(({ name }) => name) };
  });
}

/** ` – Druck.jpg`; a document and a recording have one file only. */
function suffixOf(lang: Lang, { kind }: Asset, { name, fileName, contentType }: Rendition): string {
  const ending = /\.\w+$/.exec(fileName)?.[0] ?? '';
  if (!isPictureKind(kind)) return ending;
  const key = name === 'original' && contentType !== 'image/svg+xml' ? 'untouched' : name;
  return ` – ${translator(lang)(`kits:names.${key}`)}${ending}`;
}

/** The latest of the embargoes that still hold. */
function noticeOf({ assets, now }: KitContent): Bilingual | undefined {
  const until = assets
    .filter(({ embargoUntil }) => !isVisible({ embargoUntil }, now))
    .map(({ embargoUntil }) => embargoUntil!.getTime());
  if (until.length === 0) return undefined;
  const last = new Date(Math.max(...until));
  const notice = (lang: Lang) => translator(lang)('kits:notice.text', { until: formatMoment(lang, last) });
  return { de: notice('de'), en: notice('en') };
}

function manifestOf({ lang, event, baseUrl }: KitContent, files: readonly KitEntry[]): Buffer {
  const manifest = {
    version: FORMAT,
    event: {
      slug: event.slug,
      title: event.title,
      url: `${baseUrl}${mediaPaths.media(lang, { event: event.slug })}`,
    },
    language: lang,
    files: files.map(({ name, sha256, bytes }) => ({ name, sha256, bytes })),
  };
  return Buffer.from(`${JSON.stringify(manifest, undefined, 2)}\n`);
}

/** A release for editorial systems: ninjs 3.3 (IPTC, News in JSON). */
import { type Asset, isPictureKind, mediaPaths, type Rendition } from '../mediakit/index.js';
import { toRfc3339 } from '../platform/dates.js';
import { inLanguage, type Lang } from '../platform/languages.js';
import { plainTextOf } from '../platform/markdown.js';
import { countsOf } from './body.js';
import { paths, RELEASE_FORMATS, RELEASE_TYPES } from './paths.js';
import type { Release } from './release.js';
import type { Around } from './release-article-page.js';
import type { ReleaseCopy } from './release-copy-page.js';
import { releaseHtml } from './release-html-page.js';

const STANDARD = {
  name: 'ninjs',
  version: '3.3',
  schema: 'http://www.iptc.org/std/ninjs/ninjs-schema_3.3.json#',
};

export function releaseNinjs(release: Release, copy: ReleaseCopy, around: Around): string {
  const { correction, embargo } = copy;
  const notes = [
    embargo?.notice,
    correction && `${correction.label} (${correction.when}): ${correction.text}`,
  ].filter(Boolean);
  const item = {
    uri: copy.url,
    standard: STANDARD,
    type: 'text',
    representationType: 'full',
    pubStatus: embargo ? 'withheld' : 'usable',
    version: String(release.version),
    firstCreated: toRfc3339(copy.releasedAt),
    versionCreated: toRfc3339(copy.changedAt),
    ...(embargo ? { embargoedUntil: toRfc3339(embargo.until) } : {}),
    language: release.language,
    slugline: release.slug,
    ...(release.place ? { located: release.place } : {}),
    by: copy.issuer || copy.contact.name,
    copyrightHolder: copy.issuer || copy.contact.name,
    ...(notes.length > 0 ? { edNote: notes.join('\n') } : {}),
    headlines: texts({ main: release.title, subtitle: release.subtitle }),
    descriptions: texts({ summary: release.teaser }),
    bodies: bodiesOf(release, copy, around.baseUrl),
    people: [...new Set(release.quotes.map(({ speaker }) => speaker))].map((name) => ({
      name,
      rel: 'quoted',
    })),
    organisations: [organisationOf(copy)],
    renditions: RELEASE_FORMATS.filter((format) => format !== 'json').map((format) => ({
      name: format,
      href: `${copy.url}.${format}`,
      contentType: RELEASE_TYPES[format],
    })),
    associations: associationsOf(around, copy.lang),
  };
  return `${JSON.stringify(item, undefined, 1)}\n`;
}

/** Plain texts by their role, without empty ones. */
const texts = (byRole: Record<string, string>) =>
  Object.entries(byRole)
    .filter(([, value]) => value !== '')
    .map(([role, value]) => ({ role, contentType: 'text/plain', value }));

function bodiesOf(release: Release, copy: ReleaseCopy, baseUrl: string) {
  const { characters, words } = countsOf(release);
  const pieces = copy.parts.map((part) =>
    part.kind === 'quote' ? copy.quoteLine(part.quote) : plainTextOf(part.markdown),
  );
  const plain = [release.teaser, ...pieces].join('\n\n');
  const counted = { role: 'main', charCount: characters, wordCount: words };
  return [
    { ...counted, contentType: 'text/plain', value: plain },
    { ...counted, contentType: 'text/html', value: releaseHtml(copy, baseUrl) },
    ...(copy.boilerplate
      ? [{ role: 'boilerplate', contentType: 'text/plain', value: plainTextOf(copy.boilerplate) }]
      : []),
  ];
}

function organisationOf({ issuer, contact }: ReleaseCopy) {
  const ways = { email: contact.email, phone: contact.phone };
  return {
    name: issuer || contact.name,
    rel: 'issuer',
    contactInfo: Object.entries(ways)
      .filter(([, value]) => value !== '')
      .map(([type, value]) => ({ type, role: 'press', name: contact.name, value })),
  };
}

function associationsOf({ translation, assets, baseUrl }: Around, lang: Lang) {
  const other = translation && {
    name: `translation-${translation.language}`,
    rel: 'translation',
    uri: baseUrl + paths.releaseOf(translation),
    type: 'text',
    representationType: 'partial',
    language: translation.language,
    headlines: texts({ main: translation.title }),
  };
  return [...(other ? [other] : []), ...assets.map((asset) => associated(asset, lang, baseUrl))];
}

const TYPES: Record<Asset['kind'], string> = {
  photo: 'picture',
  portrait: 'picture',
  logo: 'graphic',
  document: 'text',
  audio: 'audio',
};

function associated(asset: Asset, lang: Lang, baseUrl: string) {
  const { texts: words, licenceUrl } = asset;
  return {
    name: asset.slug,
    rel: isPictureKind(asset.kind) ? 'illustration' : 'attachment',
    uri: baseUrl + mediaPaths.asset(lang, asset.slug),
    type: TYPES[asset.kind],
    versionCreated: toRfc3339(asset.updatedAt),
    headlines: texts({ main: inLanguage(words.title, lang) }),
    descriptions: texts({ caption: inLanguage(words.caption, lang), alt: inLanguage(words.alt, lang) }),
    by: asset.creator,
    copyrightHolder: asset.creator,
    copyrightNotice: asset.credit,
    usageTerms: inLanguage(words.licence, lang),
    ...(licenceUrl ? { rightsInfo: { linkedRights: licenceUrl } } : {}),
    renditions: asset.renditions.map((rendition) => renditionOf(asset, rendition, baseUrl)),
  };
}

const renditionOf = (asset: Asset, rendition: Rendition, baseUrl: string) => ({
  name: rendition.name,
  href: baseUrl + mediaPaths.file(asset.slug, rendition.name),
  title: rendition.fileName,
  contentType: rendition.contentType,
  sizeInBytes: rendition.bytes,
  ...(rendition.width && rendition.height ? { width: rendition.width, height: rendition.height } : {}),
});

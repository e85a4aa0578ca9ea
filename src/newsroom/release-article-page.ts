/** A release as search engines read it (schema.org NewsArticle), with its pictures and their rights, its version and its correction. */
import { type Asset, imageObject } from '../mediakit/index.js';
import { toRfc3339 } from '../platform/dates.js';
import { countsOf } from './body.js';
import { CARD, paths, RELEASE_FORMATS, RELEASE_TYPES } from './paths.js';
import type { Release, Translation } from './release.js';
import type { ReleaseCopy } from './release-copy-page.js';

/** What stands around a release and may be seen now. */
export interface Around {
  translation: Translation | undefined;
  /** What the release names of the media kit, in its order. */
  assets: Asset[];
  baseUrl: string;
}

/** Only for a release that everybody may see. */
export function newsArticle(release: Release, copy: ReleaseCopy, around: Around): object {
  const { assets, baseUrl, translation } = around;
  const organisation = { '@type': 'GovernmentOrganization', name: copy.issuer || copy.contact.name };
  const pictures = assets.filter(({ kind }) => kind !== 'document');
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    '@id': copy.url,
    headline: release.title,
    ...(release.subtitle ? { alternativeHeadline: release.subtitle } : {}),
    description: release.teaser,
    datePublished: toRfc3339(copy.releasedAt),
    dateModified: toRfc3339(copy.changedAt),
    version: release.version,
    inLanguage: release.language,
    isAccessibleForFree: true,
    wordCount: countsOf(release).words,
    mainEntityOfPage: copy.url,
    url: copy.url,
    author: organisation,
    publisher: organisation,
    ...(release.place ? { contentLocation: { '@type': 'Place', name: release.place } } : {}),
    image: [
      ...pictures.map((asset) => imageObject(release.language, asset, baseUrl)),
      { '@type': 'ImageObject', url: baseUrl + paths.card(release), ...CARD },
    ],
    encoding: RELEASE_FORMATS.map((format) => ({
      '@type': 'MediaObject',
      contentUrl: `${copy.url}.${format}`,
      encodingFormat: RELEASE_TYPES[format],
    })),
    ...(release.correction ? { correction: correctionComment(release.correction) } : {}),
    ...(translation ? { workTranslation: translated(translation, baseUrl) } : {}),
  };
}

const correctionComment = ({ at, text }: NonNullable<Release['correction']>): object => ({
  '@type': 'CorrectionComment',
  text,
  datePublished: toRfc3339(at),
});

const translated = (translation: Translation, baseUrl: string): object => ({
  '@type': 'NewsArticle',
  '@id': baseUrl + paths.releaseOf(translation),
  inLanguage: translation.language,
  headline: translation.title,
  url: baseUrl + paths.releaseOf(translation),
});

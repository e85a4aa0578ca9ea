/** A picture as search engines read it (schema.org ImageObject): whose it is and what one may do with it stand beside it. */
import { inLanguage, type Lang } from '../platform/languages.js';
import { type Asset, findRendition } from './asset.js';
import { paths } from './paths.js';

/** Without `@context`, so that it can stand inside another object. */
export function imageObject(lang: Lang, asset: Asset, baseUrl: string): object {
  const file = findRendition(asset, 'web') ?? findRendition(asset, 'thumb');
  return {
    '@type': 'ImageObject',
    name: inLanguage(asset.texts.title, lang),
    caption: inLanguage(asset.texts.caption, lang),
    description: inLanguage(asset.texts.alt, lang),
    ...(file
      ? {
          contentUrl: baseUrl + paths.file(asset.slug, file.name),
          url: baseUrl + paths.file(asset.slug, file.name),
          width: file.width,
          height: file.height,
          encodingFormat: file.contentType,
        }
      : {}),
    creditText: asset.credit,
    creator: { '@type': 'Organization', name: asset.creator },
    copyrightNotice: asset.creator,
    ...(asset.licenceUrl ? { license: asset.licenceUrl } : {}),
    acquireLicensePage: baseUrl + paths.asset(lang, asset.slug),
  };
}

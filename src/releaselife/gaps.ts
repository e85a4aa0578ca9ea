/** What a release still lacks before anybody may read it. */
import { countMissing } from '../mediadesk/index.js';
import type { Asset } from '../mediakit/index.js';
import { PUBLIC_STATES, type Release, type ReleaseContent } from '../newsroom/index.js';

export type Gap =
  | { kind: 'title' | 'teaser' | 'body' | 'contact' }
  /** An attachment that nobody may load, or a picture without words for those who do not see it. */
  | { kind: 'asset' | 'alt'; name: string }
  /** A draft that would be published with the release, if it were complete. */
  | { kind: 'unready'; name: string; assetId: number };

/** `assets` are those of the media kit with the slugs of the release, whatever their state. */
export function gapsOf(
  { language, state, ...content }: ReleaseContent & Pick<Release, 'language' | 'state'>,
  assets: readonly Asset[],
): Gap[] {
  const texts = (['title', 'teaser', 'body'] as const).filter((field) => content[field].trim() === '');
  const { name, email, phone } = content.contact;
  const reachable = name !== '' && (email !== '' || phone !== '');
  return [
    ...texts.map((kind): Gap => ({ kind })),
    ...(reachable ? [] : [{ kind: 'contact' } as const]),
    ...content.assets.flatMap((slug): Gap[] => {
      const asset = assets.find((each) => each.slug === slug);
      const named = asset?.texts.title[language] || slug;
      if (asset?.state === 'draft' && !PUBLIC_STATES.includes(state))
        return countMissing(asset) > 0 ? [{ kind: 'unready', name: named, assetId: asset.id }] : [];
      if (asset?.state !== 'published') return [{ kind: 'asset', name: named }];
      const shows = asset.renditions.some(({ width }) => width !== undefined);
      return shows && asset.texts.alt[language].trim() === '' ? [{ kind: 'alt', name: named }] : [];
    }),
  ];
}

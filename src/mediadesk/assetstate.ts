/** Where an asset stands for the public, told by the clock, and what is still missing before it may be published. */
import { type Asset, type AssetFields, isPictureKind } from '../mediakit/index.js';
import { isVisible } from '../platform/embargo.js';
import { type Bilingual, LANGUAGES } from '../platform/languages.js';

export const SHOWN_STATES = ['draft', 'embargoed', 'published', 'expired', 'withdrawn'] as const;
export type ShownState = (typeof SHOWN_STATES)[number];

export function shownStateOf(
  { state, embargoUntil, validUntil }: Pick<Asset, 'state' | 'embargoUntil' | 'validUntil'>,
  now: Date,
): ShownState {
  if (state !== 'published') return state;
  if (!isVisible({ embargoUntil }, now)) return 'embargoed';
  return isVisible({ validUntil }, now) ? 'published' : 'expired';
}

/** The texts that every asset needs in both languages. */
export function neededTexts(
  kind: AssetFields['kind'],
): ('title' | 'caption' | 'alt' | 'licence' | 'transcript')[] {
  if (isPictureKind(kind)) return ['title', 'caption', 'alt', 'licence'];
  return kind === 'audio' ? ['title', 'caption', 'licence', 'transcript'] : ['title', 'caption', 'licence'];
}

/** A document shows nobody. */
export const asksForPeople = (kind: AssetFields['kind']): boolean => kind !== 'document';

/** How many fields are still empty that must not be when it is published. */
export function countMissing(asset: AssetFields): number {
  const isMissing = (text: Bilingual | undefined) =>
    LANGUAGES.filter((lang) => (text?.[lang] ?? '') === '').length;
  const texts = neededTexts(asset.kind).reduce((sum, name) => sum + isMissing(asset.texts[name]), 0);
  const words = [asset.creator, asset.credit, asset.licensor].filter((text) => text === '').length;
  const people = asksForPeople(asset.kind) && asset.people === undefined ? 1 : 0;
  return texts + words + people + (asset.validUntil || asset.noEnd ? 0 : 1);
}

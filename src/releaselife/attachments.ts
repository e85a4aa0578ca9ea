/** How an attachment stands beside its release: whether it waits with it, earlier, later, or not at all. */
import { countMissing, shownStateOf } from '../mediadesk/index.js';
import { type Asset, inOrderOf } from '../mediakit/index.js';
import { isVisible, visibleFrom } from '../platform/embargo.js';
import type { Plan } from './desk.js';

export type Standing =
  | 'draft'
  | 'incomplete'
  | 'withdrawn'
  | 'expired'
  /** It may be used until a moment before the release appears. */
  | 'ends'
  | 'public'
  /** Under embargo until an earlier moment than the release, the same, or a later one. */
  | 'earlier'
  | 'same'
  | 'later';

/** Until when a release waits that is published now; undefined where it appears at once. */
export function waitsUntil(
  { atOnce, publishAt, embargoUntil }: Pick<Plan, 'atOnce' | 'publishAt' | 'embargoUntil'>,
  now: Date,
): Date | undefined {
  const planned = !atOnce && publishAt && publishAt > now ? publishAt : now;
  const from = visibleFrom(planned, embargoUntil);
  return from > now ? from : undefined;
}

/** `until`: as `waitsUntil` says. */
export function standingOf(asset: Asset, until: Date | undefined, now: Date): Standing {
  const { embargoUntil, validUntil } = asset;
  const shown = shownStateOf(asset, now);
  if (shown === 'draft') return countMissing(asset) > 0 ? 'incomplete' : 'draft';
  if (shown === 'withdrawn' || shown === 'expired') return shown;
  if (!isVisible({ validUntil }, until ?? now)) return 'ends';
  if (shown === 'published') return 'public';
  const distance = embargoUntil!.getTime() - (until ?? now).getTime();
  return distance < 0 ? 'earlier' : distance === 0 ? 'same' : 'later';
}

/** Readers could have it before a release under embargo. */
export const isAhead = (standing: Standing): boolean => standing === 'public' || standing === 'earlier';

/** An attachment as the member saw it. */
export interface SeenAsset {
  id: number;
  version: number;
}

/** Only its own, in the order of the release; what is not in the media kit any more is left out. */
export const attachedTo = (
  { assets: slugs }: { assets: readonly string[] },
  assets: readonly Asset[],
): Asset[] =>
  inOrderOf(
    slugs,
    assets.filter(({ slug }) => slugs.includes(slug)),
  );

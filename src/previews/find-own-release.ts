/** A release under embargo for one accredited person, with what will be public together with it. */
import { type Asset, inOrderOf, listPublicAssets } from '../mediakit/index.js';
import { isWithdrawnUnderEmbargo, listEmbargoedReleases, type Release } from '../newsroom/index.js';
import type { Deps } from '../platform/deps.js';
import { Gone, NotFound } from '../platform/errors.js';
import type { Lang } from '../platform/languages.js';

interface Wanted {
  eventId: number;
  lang: Lang;
  year: number;
  slug: string;
}

export interface OwnFind {
  release: Release;
  /** Under embargo as well. */
  translation: Release | undefined;
}

/** Throws Gone for what was withdrawn before it appeared, and NotFound for everything else that is not there. */
export async function findOwnRelease({ db, clock }: Deps, { eventId, ...address }: Wanted): Promise<OwnFind> {
  const { lang, year, slug } = address;
  const releases = await listEmbargoedReleases(db, { now: clock.now(), eventId });
  const release = releases.find((each) => each.language === lang && each.year === year && each.slug === slug);
  if (release) {
    const isTranslation = ({ pair, language }: Release) => pair === release.pair && language !== lang;
    return { release, translation: releases.find(isTranslation) };
  }
  if (await isWithdrawnUnderEmbargo(db, address, eventId)) throw new Gone('previews:refused.withdrawn');
  throw new NotFound();
}

/** An asset whose own embargo ends later stays away; what everybody sees already is named in `publicAssets`. */
export async function findOwnAssets(
  { db, clock }: Deps,
  { assets: slugs, embargoUntil }: Release,
): Promise<{ assets: Asset[]; publicAssets: ReadonlySet<string> }> {
  const now = clock.now();
  const shown = await listPublicAssets(db, { now: embargoUntil ?? now, slugs });
  const seen = await listPublicAssets(db, { now, slugs });
  return {
    assets: inOrderOf(slugs, shown),
    publicAssets: new Set(seen.map(({ slug }) => slug)),
  };
}

/** The one rule for everything that waits for its moment: releases, pictures and files. */

/** From when until when something may be seen; what is not set does not limit. */
export interface Window {
  publishAt?: Date | undefined;
  embargoUntil?: Date | undefined;
  validUntil?: Date | undefined;
}

/** Everybody at the same second and nobody before (§ 4 (4) Thüringer Pressegesetz); asked anew at every request. */
export function isVisible({ publishAt, embargoUntil, validUntil }: Window, now: Date): boolean {
  if (publishAt && now < publishAt) return false;
  if (embargoUntil && now < embargoUntil) return false;
  return !validUntil || now < validUntil;
}

/** The moment of release: the later of publication and end of the embargo. Kept in the database to sort and select by. */
export function visibleFrom(publishAt: Date, embargoUntil: Date | undefined): Date {
  return embargoUntil && embargoUntil > publishAt ? embargoUntil : publishAt;
}

/** What can become of an uploaded file, and how much is taken at once. */
import type { Bilingual } from '../platform/languages.js';

/** Of each file; a picture of 60 megapixels at full quality has about 40. */
export const MAX_MEDIA_BYTES = 100_000_000;
export const MAX_FILES = 50;

/** Why a file was not taken, and what HTTP calls it. */
export const REFUSALS = {
  tooBig: 413,
  pixels: 413,
  empty: 400,
  wrongKind: 415,
  harmful: 415,
  broken: 415,
  place: 415,
  known: 409,
} as const;
export type RefusalReason = keyof typeof REFUSALS;

export type Taken =
  | { ok: true; id: number; originalName: string }
  /** `known`: the asset that was made from the same file. */
  | { ok: false; originalName: string; reason: RefusalReason; status: number; known?: number };

/** Said once for all files of an upload; what a file says itself comes first. */
export interface CommonRights {
  eventId: number | undefined;
  creator: string;
  credit: string;
  licence: Bilingual;
  licenceUrl: string;
  licensor: string;
}

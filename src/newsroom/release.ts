/** A release in one language: what it says, where it stands, and who may see it when. */
import { isVisible, visibleFrom } from '../platform/embargo.js';
import type { Lang } from '../platform/languages.js';

export const RELEASE_STATES = [
  'draft',
  'in_approval',
  'scheduled',
  'published',
  'corrected',
  'withdrawn',
] as const;
export type ReleaseState = (typeof RELEASE_STATES)[number];

/** A scheduled release is public from its second on, without anybody or any job having to act then. */
export const PUBLIC_STATES: readonly ReleaseState[] = ['scheduled', 'published', 'corrected'];

export interface Quote {
  text: string;
  /** With function, as it shall stand below the quote. */
  speaker: string;
}

export interface Correction {
  at: Date;
  /** What was wrong and what is right, in one or two sentences. */
  text: string;
}

export interface ReleaseContact {
  name: string;
  email: string;
  phone: string;
}

export interface Release {
  id: number;
  /** The same for both language versions. */
  pair: string;
  language: Lang;
  /** With the slug its address; the year of release in Berlin. */
  year: number;
  slug: string;
  eventId: number | undefined;
  state: ReleaseState;
  publishAt: Date;
  embargoUntil: Date | undefined;
  updatedAt: Date;
  version: number;
  correction: Correction | undefined;
  place: string;
  title: string;
  subtitle: string;
  teaser: string;
  /** Markdown; a line `[1]` alone puts the first quote there. */
  body: string;
  quotes: Quote[];
  contact: ReleaseContact;
  /** Markdown; stands at the end of every release. */
  boilerplate: string;
  /** Slugs of the media kit, the most important first. */
  assets: string[];
}

/** The one question of every page, list, search and file of the newsroom. */
export function isPublicRelease(
  release: Pick<Release, 'state' | 'publishAt' | 'embargoUntil'>,
  now: Date,
): boolean {
  return PUBLIC_STATES.includes(release.state) && isVisible(release, now);
}

/** The moment it became public, which is its date for readers. */
export function releasedAt(release: Pick<Release, 'publishAt' | 'embargoUntil'>): Date {
  return visibleFrom(release.publishAt, release.embargoUntil);
}

/** What was written under embargo changed for the public when the embargo ended. */
export function changedAt(release: Pick<Release, 'publishAt' | 'embargoUntil' | 'updatedAt'>): Date {
  return new Date(Math.max(release.updatedAt.getTime(), releasedAt(release).getTime()));
}

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
  speaker: string;
  /** As whom they speak; may be empty. */
  function: string;
}

/** Who said it, as it stands below the quote. */
export const speakerLine = ({ speaker, function: office }: Quote): string =>
  [speaker, office].filter(Boolean).join(', ');

export interface Correction {
  at: Date;
  /** What was wrong and what is right, in one or two sentences. */
  text: string;
}

export interface Withdrawal {
  at: Date;
  /** Why, in a sentence for the public; may be empty. */
  note: string;
}

export interface ReleaseContact {
  name: string;
  email: string;
  phone: string;
}

/** What a writer writes; kept as a whole for every version the public saw. */
export interface ReleaseContent {
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

export interface Release extends ReleaseContent {
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
  /** When the public last got a new version: the first, or a correction. A mended typo does not count. */
  updatedAt: Date;
  version: number;
  /** What the newest version put right. */
  correction: Correction | undefined;
  withdrawal: Withdrawal | undefined;
}

/** A release and its version in the other language, where that may be seen. */
export interface WithTranslation {
  release: Release;
  translation: Release | undefined;
}

/** As much as a page needs to lead to the other language. */
export type Translation = Pick<Release, 'language' | 'year' | 'slug' | 'title'>;

/** Which version appeared when. */
export interface VersionMoment {
  version: number;
  updatedAt: Date;
}

/** A release as a line of news, without its texts. */
export type Headline = Pick<
  Release,
  'language' | 'year' | 'slug' | 'state' | 'publishAt' | 'embargoUntil' | 'title' | 'teaser'
>;

/** A version the public once read, or reads now. */
export interface ReleaseVersion extends VersionMoment {
  correction: Correction | undefined;
  content: ReleaseContent;
}

/**
 * Of all versions, the newest first, those that the public read: what was corrected while it still waited never came
 * out.
 */
export function publicVersions<Version extends VersionMoment>(
  release: Pick<Release, 'publishAt' | 'embargoUntil'>,
  versions: readonly Version[],
): Version[] {
  const at = releasedAt(release);
  return versions.filter((_version, index) => index === 0 || versions[index - 1]!.updatedAt > at);
}

export function contentOf(release: ReleaseContent): ReleaseContent {
  const { place, title, subtitle, teaser, body, quotes, contact, boilerplate, assets } = release;
  return { place, title, subtitle, teaser, body, quotes, contact, boilerplate, assets };
}

/** The one question of every page, list, search and file of the newsroom. */
export function isPublicRelease(
  release: Pick<Release, 'state' | 'publishAt' | 'embargoUntil'>,
  now: Date,
): boolean {
  return PUBLIC_STATES.includes(release.state) && isVisible(release, now);
}

/** Its embargo holds: whoever sees it all the same must read the notice with it. */
export function isUnderEmbargo({ embargoUntil }: Pick<Release, 'embargoUntil'>, now: Date): boolean {
  return embargoUntil !== undefined && now < embargoUntil;
}

/** The public read it before it was withdrawn, and may know that it was; otherwise it never existed. */
export function wasPublic(
  release: Pick<Release, 'state' | 'publishAt' | 'embargoUntil' | 'withdrawal'>,
  now: Date,
): boolean {
  const at = release.withdrawal?.at;
  return release.state === 'withdrawn' && at !== undefined && at <= now && releasedAt(release) <= at;
}

/** The moment it became public, which is its date for readers. */
export function releasedAt(release: Pick<Release, 'publishAt' | 'embargoUntil'>): Date {
  return visibleFrom(release.publishAt, release.embargoUntil);
}

/** What was written under embargo changed for the public when the embargo ended. */
export function changedAt(release: Pick<Release, 'publishAt' | 'embargoUntil' | 'updatedAt'>): Date {
  return new Date(Math.max(release.updatedAt.getTime(), releasedAt(release).getTime()));
}

/** A release as the desk holds it: with its revision, who wrote last, and what was planned. */
import { contentOf, type Release, type ReleaseContent } from '../newsroom/index.js';
import type { Entered } from '../platform/form.js';
import type { Lang } from '../platform/languages.js';

export interface DeskRelease {
  release: Release;
  /** Raised by every change, for compare-and-set. */
  revision: number;
  savedAt: Date;
  /** Member numbers. */
  editedBy: number | undefined;
  proposedBy: number | undefined;
  /** Published as soon as it may be, not at `publishAt`. */
  atOnce: boolean;
}

/** When it is to appear. */
export interface Plan {
  eventId: number | undefined;
  atOnce: boolean;
  /** Counts unless `atOnce`. */
  publishAt: Date | undefined;
  embargoUntil: Date | undefined;
}

/** What the editor's form says. */
export interface Edit {
  content: ReleaseContent;
  plan: Plan;
}

/** How a release begins. */
export interface Beginning {
  language: Lang;
  eventId: number | undefined;
  title: string;
}

export interface Seen {
  id: number;
  revision: number;
  /** The member has not said yet what becomes of a text they typed earlier: it stays. */
  undecided?: boolean;
}

/** What a member typed and did not save yet. */
export interface Autosave {
  /** The revision on which the member writes. */
  revision: number;
  savedAt: Date;
  entered: Entered;
}

export function editOf({ release, atOnce }: DeskRelease): Edit {
  const { eventId, publishAt, embargoUntil } = release;
  const plan = { eventId, atOnce, publishAt: atOnce ? undefined : publishAt, embargoUntil };
  return { content: contentOf(release), plan };
}

export const isSame = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

export const isSameContent = (one: ReleaseContent, other: ReleaseContent): boolean =>
  isSame(contentOf(one), contentOf(other));

/** Who is on the press list: an address, what it wants to hear of in which languages, and when it goes. */
import type { Lang } from '../platform/languages.js';

/** `all`: every release; `general`: those that belong to no event; `event:3`: those of one event. */
export type Topic = 'all' | 'general' | `event:${number}`;

export interface Wishes {
  languages: readonly Lang[];
  topics: readonly Topic[];
}

export interface Subscriber {
  id: number;
  email: string;
  /** In which the portal writes about the subscription itself. */
  lang: Lang;
  /** The latest time somebody entered the address while it was not confirmed. */
  askedAt: Date;
  confirmedAt: Date | undefined;
  /** Letters in a row for which the mail server knew no such mailbox. */
  failures: number;
  pausedAt: Date | undefined;
  wishes: Wishes;
}

export const eventTopic = (eventId: number): Topic => `event:${eventId}`;

/** What the form offers besides everything, in its order. */
export const topicsAbout = (events: readonly { id: number }[]): Topic[] => [
  'general',
  ...events.map(({ id }) => eventTopic(id)),
];

/** Whoever wants any of these hears of a release. */
export function topicsOf({ eventId }: { eventId: number | undefined }): Topic[] {
  return ['all', eventId === undefined ? 'general' : eventTopic(eventId)];
}

export const CONFIRM_HOURS = 48;

/** The last moment in which the confirmation counts; afterwards the address is deleted. */
export function confirmBy({ askedAt }: Pick<Subscriber, 'askedAt'>): Date {
  return new Date(askedAt.getTime() + CONFIRM_HOURS * 3600_000);
}

/** So many letters in a row that found no mailbox, and no more are sent. */
export const FAILURES_UNTIL_PAUSE = 3;

/** The retention plan of the press list, in days. */
export const RETENTION_DAYS = {
  /** Addresses that are paused because no letter arrives. */
  paused: 90,
  /** Letters in the outbox, which carry the address, once they are finished. */
  letters: 14,
  /** Who was told of which release, kept so that corrections reach the same people. */
  deliveries: 365,
} as const;

/** How a subscriber stands in letters and in the audit log. */
export const subjectOf = ({ id }: Pick<Subscriber, 'id'>): string => `alert:${id}`;
/** And back: the number of the subscriber whom a letter is about. */
export const subscriberOf = ({ about }: { about?: string | null | undefined }): number =>
  Number(about?.split(':')[1]);

/** The list in figures. */
export interface ListFigures {
  confirmed: number;
  /** Of the confirmed ones: no letter arrives there. */
  paused: number;
  unconfirmed: number;
  /** Confirmed since this day. */
  joined: number;
  left: number;
}

export interface WishCount {
  topic: Topic;
  language: Lang;
  people: number;
}

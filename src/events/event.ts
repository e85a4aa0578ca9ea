/** An event that press is accredited for, its programme and its press slots. */
import { toDay } from '../platform/dates.js';
import type { Bilingual } from '../platform/languages.js';

export const EVENT_STATES = ['draft', 'published', 'archived'] as const;
export type EventState = (typeof EVENT_STATES)[number];

export interface EventTexts {
  title: Bilingual;
  summary: Bilingual;
  /** City and house, as on the invitation. */
  place: Bilingual;
  /** Stands in the approval letter: entrance, way, parking. */
  directions: Bilingual;
  /** How places are given away when they are scarce; empty when they are not. */
  allocationRule: Bilingual;
  organiser: Bilingual;
  /** The office that answers questions of the press; it signs the letters. */
  contactName: Bilingual;
}

export interface Event {
  id: number;
  slug: string;
  /** First part of every reference: TEK24. Letters and digits, 2 to 8. */
  shortCode: string;
  state: EventState;
  startsAt: Date;
  endsAt: Date;
  pressEntryAt: Date | undefined;
  accreditationOpensAt: Date;
  accreditationClosesAt: Date;
  /** The promised answer date. */
  answerBy: Date;
  texts: EventTexts;
  programmeUrl: string | undefined;
  contactEmail: string;
  contactPhone: string;
  /** Minutes a decision's letter waits, so that it can be undone. */
  undoDelayMinutes: number;
  /** Rejections and revocations are proposed by one person and confirmed by another. */
  fourEyes: boolean;
  /** Releases of this event need the approval of a second person. */
  releaseApproval: boolean;
  version: number;
  /** When the event, its programme or its slots last changed. */
  updatedAt: Date;
}

export type EventInput = Omit<Event, 'id' | 'version' | 'updatedAt'>;

/** What names an event in addresses and references; no two events share one, and neither changes once published. */
export type EventName = 'slug' | 'shortCode';

/** What the desk's form says about an event; its state moves by steps of its own. */
export type EventFields = Omit<EventInput, 'state'>;

/** Saved, or which of its names another event has already. */
export type EventSaved = { ok: true; event: Event } | { ok: false; taken: EventName[] };

export interface Speaker {
  name: string;
  function: Bilingual;
}

/** As many rows as the form of a programme item can have. */
export const MAX_SPEAKERS = 12;
export const speakerField = (name: 'speakerName' | 'speakerFunction', row: number): string => `${name}${row}`;

export interface ProgrammeItem {
  id: number;
  startsAt: Date;
  endsAt: Date;
  texts: { title: Bilingual; note: Bilingual };
  speakers: Speaker[];
}

export type ProgrammeFields = Omit<ProgrammeItem, 'id'>;

export const SLOT_KINDS = ['interview', 'photo_call', 'pool'] as const;
export type SlotKind = (typeof SLOT_KINDS)[number];

export interface Slot {
  id: number;
  eventId: number;
  key: string;
  kind: SlotKind;
  startsAt: Date;
  endsAt: Date;
  capacity: number;
  texts: { title: Bilingual; note: Bilingual };
}

/** What the desk's form says about a slot; its key is made once and stays. */
export type SlotFields = Omit<Slot, 'id' | 'eventId' | 'key'>;

/** Programme and slots stand on the days of their event; what cannot be read is judged elsewhere. */
export function isOnEventDay(event: Pick<Event, 'startsAt' | 'endsAt'>, moment: Date | undefined): boolean {
  if (!moment) return true;
  const day = toDay(moment);
  return toDay(event.startsAt) <= day && day <= toDay(event.endsAt);
}

/** From its last instant on, or when the office has closed its books on it: nobody can come any more. */
export const isOver = ({ state, endsAt }: Pick<Event, 'state' | 'endsAt'>, now: Date): boolean =>
  state === 'archived' || endsAt <= now;

export type AccreditationPhase = 'upcoming' | 'open' | 'closed';

/** Open from the opening instant on, closed at the closing instant; what is archived takes no more requests. */
export function accreditationPhase(
  event: Pick<Event, 'accreditationOpensAt' | 'accreditationClosesAt'> & Partial<Pick<Event, 'state'>>,
  now: Date,
): AccreditationPhase {
  if (event.state === 'archived') return 'closed';
  if (now < event.accreditationOpensAt) return 'upcoming';
  return now < event.accreditationClosesAt ? 'open' : 'closed';
}

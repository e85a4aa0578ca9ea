/** Puts together what a decision will say, for its preview and for the decision itself: the same letter both times. */
import { type AccreditationRequest, type SlotWish, wishesPart } from '../accreditation/index.js';
import { type Event, eventsPart, type Slot, slotsPart } from '../events/index.js';
import { type Operator, operatorPart, readOperator } from '../operator/index.js';
import type { Db } from '../platform/database.js';
import { Conflict, NotFound } from '../platform/errors.js';
import type { Lang } from '../platform/languages.js';
import type { LetterText } from '../platform/letters.js';
import type { Letter } from '../platform/outbox.js';
import { readTogether } from '../platform/together.js';
import { type Catalogue, cataloguePart, reasonSentence } from '../reasons/index.js';
import { grantedPart } from '../slots/index.js';
import type { DecisionFacts } from './basis.js';
import { DEMANDS, type Ruling } from './demands.js';
import { decisionLetter, lettersToAnybody, withSentence } from './mails.js';
import { needsFourEyes } from './objection.js';

export interface PreparedDecision {
  letter: Letter;
  /** As it is kept with the request and printed in the letter. */
  ruling: Ruling;
  /** Of the catalogue, in the language of the letter. */
  sentence: string;
  /** What becomes of each wished slot; empty where the decision does not touch them. */
  slots: SlotWish[];
  undoDelayMinutes: number;
  /** The event asks for a second person. */
  fourEyes: boolean;
}

/** What every decision of an event speaks of; read once for many. */
export interface Surroundings {
  event: Event;
  operator: Operator;
  slots: readonly Slot[];
  catalogue: Catalogue;
}

/** Throws NotFound. */
export async function readSurroundings(db: Db, eventId: number): Promise<Surroundings> {
  const [around] = await readAllSurroundings(db, [eventId]);
  if (!around) throw new NotFound('events:errors.unknown');
  return around;
}

/** Of several events, in one statement however many there are. */
export async function readAllSurroundings(db: Db, eventIds: readonly number[]): Promise<Surroundings[]> {
  const { events, slots, catalogue, settings } = await readTogether(db, {
    events: eventsPart(db, eventIds),
    slots: slotsPart(db, eventIds),
    catalogue: cataloguePart(db),
    settings: operatorPart(db),
  });
  const { operator } = settings;
  return events.map((event) => {
    const own = slots.filter((slot) => slot.eventId === event.id);
    return { event, operator, slots: own, catalogue };
  });
}

/** For a page that has just read what it is decided on. Throws the same Conflict. */
export async function prepareDecisionOn(
  db: Db,
  { request, event, catalogue, slots }: DecisionFacts,
  wanted: Ruling,
  at: Date,
): Promise<PreparedDecision> {
  const { operator } = await readOperator(db);
  const wished = slots.map(({ slot }) => slot);
  return prepareAmong(db, request, wanted, { event, operator, slots: wished, catalogue, at });
}

/** With what was read before. Throws a Conflict when a slot that is to be granted has no room any more. */
export async function prepareAmong(
  db: Db,
  request: AccreditationRequest,
  wanted: Ruling,
  { event, operator, slots: all, catalogue, at }: Surroundings & { at: Date },
): Promise<PreparedDecision> {
  const { decision, reason } = wanted;
  const sentence = reason ? reasonSentence(catalogue, request.lang, decision, reason) : '';
  const ruling = withSentence(request.lang, sentence, wanted);
  const slots = DEMANDS[ruling.decision].slots ? await decideSlots(db, request, all, wanted.slots) : [];
  const granted = all.filter(({ id }) =>
    slots.some((slot) => slot.slotId === id && slot.state === 'granted'),
  );
  const letter = await decisionLetter(db, { request, event, operator, granted, sentence, at }, ruling);
  return {
    letter,
    ruling,
    sentence,
    slots,
    undoDelayMinutes: event.undoDelayMinutes,
    fourEyes: needsFourEyes(event, ruling.decision),
  };
}

/** What the letters of one decision would say now, to whomever, each in its language and for its event. */
export function readLetterTexts(
  db: Db,
  letters: readonly { among: Surroundings; lang: Lang; ruling: Ruling }[],
  at: Date,
): Promise<LetterText[]> {
  const worded = letters.map(({ among: { event, operator, slots, catalogue }, lang, ruling }) => {
    const { decision, reason } = ruling;
    const sentence = reason ? reasonSentence(catalogue, lang, decision, reason) : '';
    const about = { event, operator, granted: slots, sentence, at };
    return { lang, about, ruling: withSentence(lang, sentence, ruling) };
  });
  return lettersToAnybody(db, worded);
}

async function decideSlots(
  db: Db,
  request: AccreditationRequest,
  all: readonly Slot[],
  chosen: readonly number[] | undefined,
): Promise<SlotWish[]> {
  const found = await readTogether(db, {
    wishes: wishesPart(db, request.id),
    taken: grantedPart(db, request.id),
  });
  const { taken } = found;
  const wishes = found.wishes.map(({ slotId }) => slotId);
  const hasRoom = (id: number) => (taken.get(id) ?? 0) < (all.find((slot) => slot.id === id)?.capacity ?? 0);
  if (chosen?.some((id) => wishes.includes(id) && !hasRoom(id)))
    throw new Conflict('decisions:errors.slotFull');
  const grants = (id: number) => (chosen ? chosen.includes(id) : hasRoom(id));
  return wishes.map((slotId) => ({ slotId, state: grants(slotId) ? 'granted' : 'declined' }));
}

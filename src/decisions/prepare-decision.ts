/** Puts together what a decision will say, for its preview and for the decision itself: the same letter both times. */
import { type AccreditationRequest, listSlotWishes, type SlotWish } from '../accreditation/index.js';
import { type Event, getEvent, listSlots, type Slot } from '../events/index.js';
import { type Operator, readOperator } from '../operator/index.js';
import type { Db } from '../platform/database.js';
import { Conflict } from '../platform/errors.js';
import type { Letter } from '../platform/outbox.js';
import { type Catalogue, readCatalogue, reasonSentence } from '../reasons/index.js';
import { countGranted } from '../slots/index.js';
import { DEMANDS, type Verdict } from './demands.js';
import { decisionLetter, withSentence } from './mails.js';
import { needsFourEyes } from './objection.js';

export interface PreparedDecision {
  letter: Letter;
  /** As it is kept with the request and printed in the letter. */
  verdict: Verdict;
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

export async function readSurroundings(db: Db, eventId: number): Promise<Surroundings> {
  const event = await getEvent(db, eventId);
  const { operator } = await readOperator(db);
  return { event, operator, slots: await listSlots(db, eventId), catalogue: await readCatalogue(db) };
}

/** Throws a Conflict when a slot that is to be granted has no room any more. */
export async function prepareDecision(
  db: Db,
  request: AccreditationRequest,
  wanted: Verdict,
  at: Date,
): Promise<PreparedDecision> {
  const around = await readSurroundings(db, request.eventId);
  return prepareAmong(db, request, wanted, { ...around, at });
}

/** The same with what was read before. */
export async function prepareAmong(
  db: Db,
  request: AccreditationRequest,
  wanted: Verdict,
  { event, operator, slots: all, catalogue, at }: Surroundings & { at: Date },
): Promise<PreparedDecision> {
  const { decision, reason } = wanted;
  const sentence = reason ? reasonSentence(catalogue, request.lang, decision, reason) : '';
  const verdict = withSentence(request.lang, sentence, wanted);
  const slots = DEMANDS[verdict.decision].slots ? await decideSlots(db, request, all, wanted.slots) : [];
  const granted = all.filter(({ id }) =>
    slots.some((slot) => slot.slotId === id && slot.state === 'granted'),
  );
  const letter = await decisionLetter(db, { request, event, operator, granted, sentence, at }, verdict);
  return {
    letter,
    verdict,
    sentence,
    slots,
    undoDelayMinutes: event.undoDelayMinutes,
    fourEyes: needsFourEyes(event, verdict.decision),
  };
}

async function decideSlots(
  db: Db,
  request: AccreditationRequest,
  all: readonly Slot[],
  chosen: readonly number[] | undefined,
): Promise<SlotWish[]> {
  const wishes = (await listSlotWishes(db, request.id)).map(({ slotId }) => slotId);
  if (wishes.length === 0) return [];
  const taken = await countGranted(db, wishes, request.id);
  const hasRoom = (id: number) => (taken.get(id) ?? 0) < (all.find((slot) => slot.id === id)?.capacity ?? 0);
  if (chosen?.some((id) => wishes.includes(id) && !hasRoom(id)))
    throw new Conflict('decisions:errors.slotFull');
  const grants = (id: number) => (chosen ? chosen.includes(id) : hasRoom(id));
  return wishes.map((slotId) => ({ slotId, state: grants(slotId) ? 'granted' : 'declined' }));
}

/** Puts together what a decision will say, for its preview and for the decision itself: the same letter both times. */
import { type AccreditationRequest, listSlotWishes, type SlotWish } from '../accreditation/index.js';
import { getEvent, listSlots, type Slot } from '../events/index.js';
import { readOperator } from '../operator/index.js';
import type { Db } from '../platform/database.js';
import { Conflict } from '../platform/errors.js';
import type { Letter } from '../platform/outbox.js';
import { readCatalogue, reasonSentence } from '../reasons/index.js';
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

/** Throws a Conflict when a slot that is to be granted has no room any more. */
export async function prepareDecision(
  db: Db,
  request: AccreditationRequest,
  wanted: Verdict,
  at: Date,
): Promise<PreparedDecision> {
  const event = await getEvent(db, request.eventId);
  const { operator } = await readOperator(db);
  const sentence = await readSentence(db, request, wanted);
  const verdict = withSentence(request.lang, sentence, wanted);
  const all = await listSlots(db, event.id);
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

async function readSentence(
  db: Db,
  { lang }: AccreditationRequest,
  { decision, reason }: Verdict,
): Promise<string> {
  return reason ? reasonSentence(await readCatalogue(db), lang, decision, reason) : '';
}

async function decideSlots(
  db: Db,
  request: AccreditationRequest,
  all: readonly Slot[],
  chosen: readonly number[] | undefined,
): Promise<SlotWish[]> {
  const wishes = (await listSlotWishes(db, request.id)).map(({ slotId }) => slotId);
  const taken = await countGranted(db, wishes, request.id);
  const hasRoom = (id: number) => (taken.get(id) ?? 0) < (all.find((slot) => slot.id === id)?.capacity ?? 0);
  if (chosen?.some((id) => wishes.includes(id) && !hasRoom(id)))
    throw new Conflict('decisions:errors.slotFull');
  const grants = (id: number) => (chosen ? chosen.includes(id) : hasRoom(id));
  return wishes.map((slotId) => ({ slotId, state: grants(slotId) ? 'granted' : 'declined' }));
}

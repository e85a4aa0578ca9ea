/** Gathers everything the desk shows about one request. Changes nothing. */
import {
  type AccreditationRequest,
  allows,
  getRequest,
  listDocuments,
  listHistory,
  listMessages,
  listSlotWishes,
  stepOf,
  subjectOf,
} from '../accreditation/index.js';
import { getEvent, listSlots } from '../events/index.js';
import type { Db } from '../platform/database.js';
import type { Letter, OutgoingMail } from '../platform/outbox.js';
import { getMail, listMailsAbout } from '../platform/outbox-repository.js';
import { listMembers, type Member } from '../staff/index.js';
import { isReviewer } from './assign-request.js';
import type { CaseRecord, Neighbours } from './case.js';
import type { Filters } from './filters.js';
import { listNotes } from './note-repository.js';
import { prepareDecision } from './prepare-decision.js';
import { findPlace, listQueue } from './queue-repository.js';
import { countGranted } from './slot-repository.js';
import { findWaitingDecision } from './waiting-repository.js';

/** Throws NotFound. */
export async function readCase(db: Db, reference: string): Promise<CaseRecord> {
  const request = await getRequest(db, reference);
  const event = await getEvent(db, request.eventId);
  const mails = await listMailsAbout(db, subjectOf(request));
  const waiting = await findWaitingDecision(db, request.id);
  return {
    request,
    event,
    slots: await readWishes(db, request),
    documents: await listDocuments(db, request.id),
    messages: await listMessages(db, request.id),
    history: await listHistory(db, request.id),
    notes: await listNotes(db, request.id),
    mails,
    reviewers: await listReviewers(db),
    waiting: mails.find(({ id }) => id === waiting?.mailId),
    approval: await readApproval(db, request),
  };
}

export async function listReviewers(db: Db): Promise<Member[]> {
  return (await listMembers(db)).filter(isReviewer);
}

async function readWishes(db: Db, request: AccreditationRequest): Promise<CaseRecord['slots']> {
  const wishes = await listSlotWishes(db, request.id);
  const ids = wishes.map(({ slotId }) => slotId);
  const taken = await countGranted(db, ids, request.id);
  const slots = await listSlots(db, request.eventId);
  return slots.flatMap((slot) => {
    const wish = wishes.find(({ slotId }) => slotId === slot.id);
    return wish ? [{ slot, wish, taken: taken.get(slot.id) ?? 0 }] : [];
  });
}

async function readApproval(db: Db, request: AccreditationRequest): Promise<Letter | undefined> {
  if (!allows(request.state, stepOf('approve', request.state, request.needsReapproval))) return undefined;
  const verdict = {
    decision: 'approve',
    reason: '',
    text: '',
    limits: '',
    due: undefined,
    slots: undefined,
  } as const;
  return (await prepareDecision(db, request, verdict)).letter;
}

/** The requests before and behind this one in the list it was opened from. */
export async function readNeighbours(
  db: Db,
  filters: Filters,
  memberId: number,
  reference: string,
): Promise<Neighbours> {
  const place = await findPlace(db, reference);
  if (!place) return { previous: undefined, next: undefined };
  const [previous] = await listQueue(db, filters, memberId, { before: place, limit: 1 });
  const [next] = await listQueue(db, filters, memberId, { after: place, limit: 1 });
  return { previous: previous?.reference, next: next?.reference };
}

/** The request to decide after this one: the next in the list, or the first one that is left. */
export async function findNextInLine(
  db: Db,
  filters: Filters,
  memberId: number,
  reference: string,
): Promise<string | undefined> {
  const { next } = await readNeighbours(db, filters, memberId, reference);
  if (next) return next;
  const left = await listQueue(db, filters, memberId, { limit: 2 });
  return left.find((item) => item.reference !== reference.toUpperCase())?.reference;
}

/** A request and the letter of its latest decision while that waits. Throws NotFound. */
export async function readWaiting(
  db: Db,
  reference: string,
): Promise<{ request: AccreditationRequest; letter: OutgoingMail | undefined }> {
  const request = await getRequest(db, reference);
  const waiting = await findWaitingDecision(db, request.id);
  return { request, letter: waiting && (await getMail(db, waiting.mailId)) };
}

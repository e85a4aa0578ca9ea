/** Saves new requests, those of one moment in one commit, each with its history, document, audit entry and letter. */
import {
  type AccreditationRequest,
  addDocuments,
  addHistories,
  type HistoryEntry,
  insertRequests,
  type NewDocument,
  type NewRequest,
  setSlotWishes,
  subjectOf,
} from '../accreditation/index.js';
import type { Event } from '../events/index.js';
import { appendAudits } from '../platform/audit.js';
import { type Trx, together } from '../platform/database.js';
import type { Deps } from '../platform/deps.js';
import { gather } from '../platform/gather.js';
import { type Letter, queueMails } from '../platform/outbox.js';
import { forRequest, queueConfirmation } from './queue-confirmation.js';

/** Everything that can be worked out before the transaction is. */
export interface PreparedSubmission {
  event: Event;
  request: NewRequest;
  slotIds: readonly number[];
  document: NewDocument | undefined;
  /** `none`: no letter; undefined: one that only the transaction can write. */
  letter: Letter | 'none' | undefined;
}

const MOST_AT_ONCE = 20;

/** For one portal. Throws what the database refused, for instance a reference that is taken. */
export function insertSubmissions({
  db,
}: Pick<Deps, 'db'>): (submission: PreparedSubmission) => Promise<AccreditationRequest> {
  return gather(MOST_AT_ONCE, (submissions) => db.transaction((trx) => insertAll(trx, submissions)));
}

async function insertAll(
  trx: Trx,
  submissions: readonly PreparedSubmission[],
): Promise<AccreditationRequest[]> {
  const requests = await insertRequests(
    trx,
    submissions.map(({ request }) => request),
  );
  const saved = submissions.map((submission, at) => ({ ...submission, request: requests[at]! }));
  const documents = saved.flatMap(({ request, document }) =>
    document ? [{ requestId: request.id, document }] : [],
  );
  const letters = saved.flatMap(({ request, letter }) =>
    letter && letter !== 'none' ? [forRequest(letter, request)] : [],
  );
  const now = requests[0]!.createdAt;
  await together(trx, [
    () => appendAudits(trx, saved.map(auditEntry)),
    () => addHistories(trx, requests.map(historyEntry)),
    ...(documents.length > 0 ? [() => addDocuments(trx, documents)] : []),
    ...(letters.length > 0 ? [() => queueMails(trx, letters, now)] : []),
  ]);
  for (const { event, request, slotIds, letter } of saved) {
    if (slotIds.length > 0) await setSlotWishes(trx, request.id, slotIds);
    if (!letter) await queueConfirmation(trx, event, request, request.createdAt);
  }
  return requests;
}

const auditEntry = ({ event, request }: { event: Event; request: AccreditationRequest }) => ({
  at: request.createdAt,
  actor: 'applicant',
  action: 'request.submitted',
  subject: subjectOf(request),
  details: { event: event.id },
});

function historyEntry({ id, state, createdAt }: AccreditationRequest): {
  requestId: number;
  entry: HistoryEntry;
} {
  const entry = { step: 'submit', state, actor: 'applicant', actorName: '', details: {} } as const;
  return { requestId: id, entry: { ...entry, at: createdAt, shownAt: createdAt } };
}

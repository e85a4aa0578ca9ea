/** Every SQL statement about the request itself. Functions take the connection first. */
import type { Db } from '../platform/database.js';
import { Conflict, Gone, NotFound } from '../platform/errors.js';
import type { Lang } from '../platform/languages.js';
import { type AccreditationRequest, emailKey, type RequestInput } from './request.js';
import { fromInput, type RequestRow, toRequest } from './request-rows-repository.js';
import { type Decision, isAsked, NOT_ASKED, type State } from './status.js';

const table = (db: Db) => db<RequestRow>('accreditation_requests');

export async function findRequest(db: Db, id: number): Promise<AccreditationRequest | undefined> {
  const row = await table(db).where({ id }).first();
  return row && toRequest(row);
}

/** For the applicant's own acts. Throws Gone when the request was erased since the page was opened. */
export async function getLivingRequest(db: Db, id: number): Promise<AccreditationRequest> {
  const request = await findRequest(db, id);
  if (!request) throw new Gone('accreditation:errors.erased');
  return request;
}

export async function getRequest(db: Db, reference: string): Promise<AccreditationRequest> {
  const row = await table(db).where({ reference: reference.toUpperCase() }).first();
  if (!row) throw new NotFound('accreditation:errors.unknown');
  return toRequest(row);
}

/** The live request of this address for this event: a second one must not become a duplicate. */
export async function findLiveRequest(
  db: Db,
  eventId: number,
  email: string,
): Promise<AccreditationRequest | undefined> {
  const row = await table(db)
    .where({ event_id: eventId, email_key: emailKey(email) })
    .whereNotIn('state', [...NOT_ASKED])
    .orderBy('id', 'desc')
    .first();
  return row && toRequest(row);
}

/** What one click of "send" became: the nonce of the form tells a double click from a second request. */
export async function findRequestBySubmission(
  db: Db,
  submission: string,
): Promise<AccreditationRequest | undefined> {
  const row = await table(db).where({ submission }).first();
  return row && toRequest(row);
}

/** What this mailbox asked for; nobody is written to about what a list said of an earlier event. */
export async function listRequestsByEmail(db: Db, email: string): Promise<AccreditationRequest[]> {
  const rows = await table(db)
    .where({ email_key: emailKey(email), kept: false })
    .orderBy('id', 'desc')
    .limit(50);
  return rows.map(toRequest);
}

export interface NewRequest {
  eventId: number;
  reference: string;
  lang: Lang;
  submission: string;
  input: RequestInput;
  at: Date;
  kept?: boolean;
}

/** All or none; answers in the order given. */
export async function insertRequests(db: Db, news: readonly NewRequest[]): Promise<AccreditationRequest[]> {
  const rows = await table(db).insert(news.map(newRow)).returning('*');
  const known = new Map(rows.map((row) => [row.submission, toRequest(row)]));
  return news.map(({ submission }) => known.get(submission)!);
}

const newRow = ({ eventId, reference, lang, submission, input, at, kept = false }: NewRequest) => ({
  ...fromInput(input),
  event_id: eventId,
  reference,
  kept,
  language: lang,
  submission,
  state: 'unconfirmed',
  shown_state: 'unconfirmed',
  link_version: 1,
  version: 1,
  needs_reapproval: false,
  created_at: at.toISOString(),
  updated_at: at.toISOString(),
});

/** Everything of a request that may change after it was handed in. */
export interface RequestChange {
  state?: State;
  shownState?: State;
  input?: RequestInput;
  linkVersion?: number;
  confirmedAt?: Date;
  /** Null takes the decision back. */
  decision?: { decision: Decision; reason: string; text: string; limits: string; at: Date } | null;
  needsReapproval?: boolean;
  enquiryDueAt?: Date | null;
  assignedTo?: number | null;
}

/** Changes the request, unless somebody else has changed it since it was read (compare-and-set on the version). */
export async function changeRequest(
  db: Db,
  request: AccreditationRequest,
  change: RequestChange,
  at: Date,
): Promise<AccreditationRequest> {
  const [row] = await table(db)
    .where({ id: request.id, version: request.version })
    .update({
      ...fromChange(change),
      live_key: liveKeyAfter(request, change),
      version: request.version + 1,
      updated_at: at.toISOString(),
    })
    .returning('*');
  if (!row) throw new Conflict('accreditation:errors.faster');
  return toRequest(row);
}

/**
 * From now on the applicant sees this state. No compare-and-set and no new version: a letter that left must be noted,
 * and a colleague who has the request open at the desk loses nothing by it. Who withdrew while the letter was on its
 * way has the last word.
 */
export async function showState(db: Db, id: number, state: State): Promise<void> {
  await table(db)
    .where({ id })
    .whereNotIn('state', [...NOT_ASKED])
    .update({ shown_state: state });
}

/** At most one live request per address and event: the database refuses a second one, also in a race. */
function liveKeyAfter(request: AccreditationRequest, change: RequestChange): string | null {
  const email = change.input?.email ?? request.email;
  return isAsked(change.state ?? request.state) ? `${request.eventId}:${emailKey(email)}` : null;
}

/** False when somebody else deleted it first. */
export async function deleteRequest(db: Db, request: Pick<AccreditationRequest, 'id'>): Promise<boolean> {
  return (await table(db).where({ id: request.id }).delete()) > 0;
}

/** Unconfirmed requests from before `before`, for expiring. */
export async function listUnconfirmedBefore(
  db: Db,
  before: Date,
  limit: number,
): Promise<AccreditationRequest[]> {
  const rows = await table(db)
    .where({ state: 'unconfirmed' })
    .andWhere('created_at', '<', before.toISOString())
    .orderBy('id')
    .limit(limit);
  return rows.map(toRequest);
}

function fromChange(change: RequestChange): Partial<RequestRow> {
  const {
    state,
    shownState,
    input,
    linkVersion,
    confirmedAt,
    decision,
    needsReapproval,
    enquiryDueAt,
    assignedTo,
  } = change;
  return {
    ...(state ? { state } : {}),
    ...(shownState ? { shown_state: shownState } : {}),
    ...(input ? fromInput(input) : {}),
    ...(linkVersion ? { link_version: linkVersion } : {}),
    ...(confirmedAt ? { confirmed_at: confirmedAt.toISOString() } : {}),
    ...(decision === undefined
      ? {}
      : {
          decision: decision?.decision ?? null,
          decision_reason: decision?.reason ?? null,
          decision_text: decision?.text ?? null,
          decision_limits: decision?.limits ?? null,
          decided_at: decision?.at.toISOString() ?? null,
        }),
    ...(needsReapproval === undefined ? {} : { needs_reapproval: needsReapproval }),
    ...(enquiryDueAt === undefined ? {} : { enquiry_due_at: enquiryDueAt?.toISOString() ?? null }),
    ...(assignedTo === undefined ? {} : { assigned_to: assignedTo }),
  };
}

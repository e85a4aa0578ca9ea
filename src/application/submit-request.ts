/** Takes in a request: everything of it in one commit, waiting for the confirmation of the e-mail address. */
import {
  type AccreditationRequest,
  addDocument,
  addHistory,
  findRequestBySubmission,
  insertRequest,
  makeReference,
  type NewDocument,
  type RequestInput,
  setSlotWishes,
  sha256Of,
  subjectOf,
  withChosenProof,
  withStoredUpload,
} from '../accreditation/index.js';
import type { Event } from '../events/index.js';
import { appendAudit } from '../platform/audit.js';
import { type Trx, violatesUnique } from '../platform/database.js';
import type { Deps } from '../platform/deps.js';
import type { Lang } from '../platform/languages.js';
import type { Upload } from '../platform/uploads.js';
import { queueConfirmation } from './queue-confirmation.js';

export interface Submission {
  event: Event;
  lang: Lang;
  /** The nonce of the form: with the same content it is a second click, with another content another request. */
  nonce: string;
  input: RequestInput;
  slotIds: readonly number[];
  upload?: Upload | undefined;
  /** Sends no letter, because this mailbox has got enough of them in the last hour. */
  quiet?: boolean;
}

const MOST_TRIES = 12;

/** Returns the request that this click, or the same click before it, made. */
export async function submitRequest(deps: Deps, submission: Submission): Promise<AccreditationRequest> {
  const at = deps.clock.now();
  try {
    return await withStoredUpload(deps.files, submission.upload, { origin: 'request', at }, (document) =>
      insertUnderFreeReference(deps, submission, document, at),
    );
  } catch (error) {
    const earlier = violatesUnique(error, 'submission') && (await findSubmitted(deps, submission));
    if (earlier) return earlier;
    throw error;
  }
}

/** What an identical click before this one made. */
export function findSubmitted(
  { db }: Deps,
  submission: Submission,
): Promise<AccreditationRequest | undefined> {
  return findRequestBySubmission(db, keyOf(submission));
}

async function insertUnderFreeReference(
  deps: Deps,
  submission: Submission,
  document: NewDocument | undefined,
  at: Date,
): Promise<AccreditationRequest> {
  for (let tries = 0; ; tries += 1) {
    const reference = makeReference(submission.event.shortCode, tries);
    try {
      return await deps.db.transaction((trx) => insertAll(trx, submission, { reference, document, at }));
    } catch (error) {
      if (tries >= MOST_TRIES || !violatesUnique(error, 'reference')) throw error;
    }
  }
}

async function insertAll(
  trx: Trx,
  submission: Submission,
  { reference, document, at }: { reference: string; document: NewDocument | undefined; at: Date },
): Promise<AccreditationRequest> {
  const { event, lang, slotIds, quiet } = submission;
  const input = withChosenProof(submission.input);
  const request = await insertRequest(
    trx,
    { eventId: event.id, reference, lang, submission: keyOf(submission), input },
    at,
  );
  if (document) await addDocument(trx, request.id, document);
  if (slotIds.length > 0) await setSlotWishes(trx, request.id, slotIds);
  const { state } = request;
  await addHistory(trx, request.id, {
    ...{ step: 'submit', state, actor: 'applicant', actorName: '', details: {} },
    at,
    shownAt: at,
  });
  await appendAudit(trx, {
    at,
    actor: 'applicant',
    action: 'request.submitted',
    subject: subjectOf(request),
    details: { event: event.id },
  });
  if (!quiet) await queueConfirmation(trx, event, request, at);
  return request;
}

/** Somebody who goes back and asks for a colleague under the same form must not be taken for a double click. */
function keyOf({ nonce, event, input, slotIds, upload }: Submission): string {
  const content = [nonce, event.id, input, slotIds, upload ? sha256Of(upload.content) : ''];
  return sha256Of(Buffer.from(JSON.stringify(content)));
}

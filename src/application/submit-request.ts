/** Takes in a request: everything of it in one commit, waiting for the confirmation of the e-mail address. */
import {
  type AccreditationRequest,
  addDocument,
  addHistory,
  findRequestBySubmission,
  type HistoryEntry,
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
import { type Trx, together, violatesUnique } from '../platform/database.js';
import type { Deps } from '../platform/deps.js';
import type { Lang } from '../platform/languages.js';
import type { Letter } from '../platform/outbox.js';
import type { Upload } from '../platform/uploads.js';
import { draftConfirmation, queueConfirmation, queueDraft } from './queue-confirmation.js';

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
    const prepared = { at, key: keyOf(submission), draft: await draftFor(deps, submission, at) };
    return await withStoredUpload(deps.files, submission.upload, { origin: 'request', at }, (document) =>
      insertUnderFreeReference(deps, submission, { ...prepared, document }),
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

/** What is worked out before the transaction, so that the one writing connection waits for nobody. */
interface Prepared {
  at: Date;
  key: string;
  draft: Letter | undefined;
  document: NewDocument | undefined;
}

async function draftFor({ reader }: Deps, submission: Submission, at: Date): Promise<Letter | undefined> {
  const { event, lang, input, quiet } = submission;
  if (quiet) return undefined;
  return draftConfirmation(reader, event, { email: input.email, lang, linkVersion: 1, createdAt: at });
}

async function insertUnderFreeReference(
  deps: Deps,
  submission: Submission,
  prepared: Prepared,
): Promise<AccreditationRequest> {
  for (let tries = 0; ; tries += 1) {
    const reference = makeReference(submission.event.shortCode, tries);
    try {
      return await deps.db.transaction((trx) => insertAll(trx, submission, { ...prepared, reference }));
    } catch (error) {
      if (tries >= MOST_TRIES || !violatesUnique(error, 'reference')) throw error;
    }
  }
}

async function insertAll(
  trx: Trx,
  submission: Submission,
  { reference, key, draft, document, at }: Prepared & { reference: string },
): Promise<AccreditationRequest> {
  const { event, lang, slotIds, quiet } = submission;
  const input = withChosenProof(submission.input);
  const request = await insertRequest(
    trx,
    { eventId: event.id, reference, lang, submission: key, input },
    at,
  );
  const audit = { actor: 'applicant', action: 'request.submitted', subject: subjectOf(request) };
  await together(trx, [
    () => appendAudit(trx, { ...audit, at, details: { event: event.id } }),
    () => addHistory(trx, request.id, submitted(request, at)),
    ...(document ? [() => addDocument(trx, request.id, document)] : []),
    ...(draft ? [() => queueDraft(trx, draft, request, at)] : []),
  ]);
  if (slotIds.length > 0) await setSlotWishes(trx, request.id, slotIds);
  if (!draft && !quiet) await queueConfirmation(trx, event, request, at);
  return request;
}

const submitted = ({ state }: AccreditationRequest, at: Date): HistoryEntry => ({
  ...{ step: 'submit', state, actor: 'applicant', actorName: '', details: {} },
  at,
  shownAt: at,
});

/** Somebody who goes back and asks for a colleague under the same form must not be taken for a double click. */
function keyOf({ nonce, event, input, slotIds, upload }: Submission): string {
  const content = [nonce, event.id, input, slotIds, upload ? sha256Of(upload.content) : ''];
  return sha256Of(Buffer.from(JSON.stringify(content)));
}

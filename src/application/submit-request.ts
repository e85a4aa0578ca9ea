/** Takes in a request: everything of it in one commit, waiting for the confirmation of the e-mail address. */
import {
  type AccreditationRequest,
  findRequestBySubmission,
  type NewRequest,
  type RequestInput,
  sha256Of,
  underFreeReference,
  withChosenProof,
  withStoredUpload,
} from '../accreditation/index.js';
import type { Event } from '../events/index.js';
import { violatesUnique } from '../platform/database.js';
import type { Deps } from '../platform/deps.js';
import type { Lang } from '../platform/languages.js';
import type { Upload } from '../platform/uploads.js';
import { insertSubmissions, type PreparedSubmission } from './insert-submissions.js';
import { draftConfirmation } from './queue-confirmation.js';

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

/** Returns the request that this click, or the same click before it, made. */
export async function submitRequest(deps: Deps, submission: Submission): Promise<AccreditationRequest> {
  const at = deps.clock.now();
  try {
    const prepared = await prepare(deps, submission, at);
    return await withStoredUpload(deps.files, submission.upload, { origin: 'request', at }, (document) =>
      insertUnderFreeReference(deps, { ...prepared, document }),
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

/** The same hand writes for everybody who uses this database, so that those of one moment go together. */
const writers = new WeakMap<Deps['db'], ReturnType<typeof insertSubmissions>>();

function writerFor(deps: Deps): ReturnType<typeof insertSubmissions> {
  const writer = writers.get(deps.db) ?? insertSubmissions(deps);
  writers.set(deps.db, writer);
  return writer;
}

const insertUnderFreeReference = (deps: Deps, prepared: Unnumbered): Promise<AccreditationRequest> =>
  underFreeReference(prepared.event.shortCode, (reference) =>
    writerFor(deps)({ ...prepared, request: { ...prepared.request, reference } }),
  );

/** Everything but the reference, for which a free one is looked for. */
type Unnumbered = Omit<PreparedSubmission, 'request'> & { request: Omit<NewRequest, 'reference'> };

/** The letter is written before the transaction, so that the one writing connection waits for nobody. */
async function prepare(
  { reader }: Deps,
  { event, lang, slotIds, quiet, ...submission }: Submission,
  at: Date,
): Promise<Omit<Unnumbered, 'document'>> {
  const input = withChosenProof(submission.input);
  const unsaved = { email: input.email, lang, linkVersion: 1, createdAt: at };
  const letter = quiet ? ('none' as const) : await draftConfirmation(reader, event, unsaved);
  const key = keyOf({ ...submission, event, lang, slotIds });
  return { event, slotIds, letter, request: { eventId: event.id, lang, submission: key, input, at } };
}

/** Somebody who goes back and asks for a colleague under the same form must not be taken for a double click. */
function keyOf({ nonce, event, input, slotIds, upload }: Submission): string {
  const content = [nonce, event.id, input, slotIds, upload ? sha256Of(upload.content) : ''];
  return sha256Of(Buffer.from(JSON.stringify(content)));
}

/** Takes in a request that reached the office by phone, by mail or in person: at once, and the person hears of it. */
import {
  type AccreditationRequest,
  addDocument,
  addHistory,
  changeRequest,
  findLiveRequest,
  findRequestBySubmission,
  insertRequests,
  type NewDocument,
  nextState,
  type RequestInput,
  setSlotWishes,
  sha256Of,
  subjectOf,
  underFreeReference,
  withChosenProof,
  withStoredUpload,
} from '../accreditation/index.js';
import type { Event } from '../events/index.js';
import { appendAudit } from '../platform/audit.js';
import { type Trx, violatesUnique } from '../platform/database.js';
import type { Deps } from '../platform/deps.js';
import { Conflict } from '../platform/errors.js';
import type { Lang } from '../platform/languages.js';
import { queueMail } from '../platform/outbox.js';
import type { Upload } from '../platform/uploads.js';
import { actorOf, type Member } from '../staff/index.js';
import type { Channel } from './channel.js';
import { takenInLetter } from './mails.js';

export interface Intake {
  event: Event;
  /** Of the letters to the person. */
  lang: Lang;
  channel: Channel;
  input: RequestInput;
  slotIds: readonly number[];
  upload?: Upload | undefined;
  /** The number of the form: sending it twice takes in one request. */
  nonce: string;
  by: Member;
}

/**
 * Returns the request this click, or the same click before it, made; the reason to decide is left to the review.
 * Throws a Conflict when this address has a live request for the event already.
 */
export async function takeInRequest(deps: Deps, intake: Intake): Promise<AccreditationRequest> {
  const at = deps.clock.now();
  const submission = sha256Of(Buffer.from(JSON.stringify(['intake', intake.event.id, intake.nonce])));
  const earlier = await findRequestBySubmission(deps.db, submission);
  if (earlier) return earlier;
  try {
    return await withStoredUpload(deps.files, intake.upload, { origin: 'request', at }, (document) =>
      underFreeReference(intake.event.shortCode, (reference) =>
        deps.db.transaction((trx) => insert(trx, { ...intake, reference, submission, document, at })),
      ),
    );
  } catch (error) {
    const sameClick = await findRequestBySubmission(deps.db, submission);
    if (sameClick) return sameClick;
    if (violatesUnique(error, 'live_key')) throw new Conflict('intake:errors.known');
    throw error;
  }
}

interface Numbered extends Intake {
  reference: string;
  submission: string;
  document: NewDocument | undefined;
  at: Date;
}

async function insert(trx: Trx, numbered: Numbered): Promise<AccreditationRequest> {
  const { event, lang, channel, slotIds, by, reference, submission, document, at } = numbered;
  const input = withChosenProof(numbered.input);
  if (await findLiveRequest(trx, event.id, input.email)) throw new Conflict('intake:errors.known');
  const [fresh] = await insertRequests(trx, [{ eventId: event.id, reference, lang, submission, input, at }]);
  const state = nextState(fresh!.state, 'take_in');
  const request = await changeRequest(trx, fresh!, { state, shownState: state, confirmedAt: at }, at);
  if (document) await addDocument(trx, request.id, document);
  await setSlotWishes(trx, request.id, slotIds);
  await addHistory(trx, request.id, {
    ...{ step: 'take_in', state, actor: actorOf(by), actorName: by.name, details: { channel } },
    at,
    shownAt: at,
  });
  await appendAudit(trx, {
    at,
    actor: actorOf(by),
    action: 'request.taken-in',
    subject: subjectOf(request),
    details: { event: event.id, channel },
  });
  await queueMail(trx, await takenInLetter(trx, event, request, channel), at);
  return request;
}

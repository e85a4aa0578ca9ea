/** The applicant changes what the request says: freely before the decision; afterwards what was approved is decided anew. */
import {
  type AccreditationRequest,
  addDocument,
  addHistory,
  adjustSlotWishes,
  applicantStep,
  changeRequest,
  isApproved,
  listDocuments,
  listSlotWishes,
  lockLivingRequest,
  type NewDocument,
  type RequestInput,
  subjectOf,
  withChosenProof,
  withStoredUpload,
} from '../accreditation/index.js';
import { appendAudit } from '../platform/audit.js';
import type { Trx } from '../platform/database.js';
import type { Deps } from '../platform/deps.js';
import { Conflict } from '../platform/errors.js';
import { enqueueJob } from '../platform/jobs.js';
import type { Upload } from '../platform/uploads.js';
import { changedFields, isDecisive } from './changes.js';

export interface Edit {
  /** The version of the request that the applicant saw. */
  version: number;
  /** The confirmed address stands fast. */
  input: Omit<RequestInput, 'email'>;
  slotIds: readonly number[];
  upload: Upload | undefined;
}

/**
 * Saving what is already there changes nothing, so a double click is fine. Throws a Conflict when the request was
 * changed since it was shown or its state allows no edit, Gone when it was erased.
 */
export async function editRequest(deps: Deps, requestId: number, edit: Edit): Promise<void> {
  try {
    await save(deps, requestId, edit);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    // Somebody was faster: if that was the same click, nothing is left to change.
    await save(deps, requestId, edit);
  }
}

async function save({ db, clock, realClock, files }: Deps, requestId: number, edit: Edit): Promise<void> {
  const at = clock.now();
  await withStoredUpload(files, edit.upload, { origin: 'edit', at }, async (document) => {
    const used = await db.transaction(async (trx) => {
      const change = await readChange(trx, requestId, edit, document);
      if (change.fields.length === 0) return false;
      const notify = await saveChange(trx, change, at);
      const notice = { requestId, occasion: 'edit' };
      if (notify) await enqueueJob(trx, 'team-notice', notice, realClock.now());
      return change.document !== undefined;
    });
    if (document && !used) await files.remove(document.file);
  });
}

interface Change {
  request: AccreditationRequest;
  input: RequestInput;
  slotIds: readonly number[];
  /** Undefined also when this very file is there already. */
  document: NewDocument | undefined;
  fields: string[];
}

async function readChange(
  trx: Trx,
  requestId: number,
  { version, input, slotIds, upload }: Edit,
  document: NewDocument | undefined,
): Promise<Change> {
  const request = await lockLivingRequest(trx, requestId);
  applicantStep(request, 'edit');
  const known = (await listDocuments(trx, requestId)).some(({ sha256 }) => sha256 === document?.sha256);
  const wishes = (await listSlotWishes(trx, requestId)).map(({ slotId }) => slotId);
  const wanted = withChosenProof({ ...input, email: request.email });
  const hasNewFile = upload !== undefined && !known;
  const fields = changedFields(
    { input: request, slotIds: wishes, hasNewFile: false },
    { input: wanted, slotIds, hasNewFile },
  );
  if (fields.length > 0 && request.version !== version)
    throw new Conflict('selfservice:errors.changedMeanwhile');
  return { request, input: wanted, slotIds, document: hasNewFile ? document : undefined, fields };
}

/** Returns whether the team must hear of it: an approval is touched, or a decision that is just on its way. */
async function saveChange(
  trx: Trx,
  { request, input, slotIds, document, fields }: Change,
  at: Date,
): Promise<boolean> {
  const reapproval = isApproved(request.state) && isDecisive(fields);
  if (document) await addDocument(trx, request.id, document);
  await adjustSlotWishes(trx, request.id, slotIds);
  await changeRequest(trx, request, { input, ...(reapproval ? { needsReapproval: true } : {}) }, at);
  await addHistory(trx, request.id, {
    ...{ step: 'edit', state: request.state, actor: 'applicant', actorName: '' },
    details: { fields: fields.join(','), ...(reapproval ? { reapproval: 'yes' } : {}) },
    at,
    shownAt: at,
  });
  await appendAudit(trx, {
    at,
    actor: 'applicant',
    action: 'request.edited',
    subject: subjectOf(request),
    details: { fields: fields.join(','), reapproval },
  });
  return reapproval || request.state !== request.shownState;
}

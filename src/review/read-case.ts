/** Gathers everything the desk shows about one request. Changes nothing. */
import { listDocuments, listMessages, subjectOf } from '../accreditation/index.js';
import { readBasis } from '../decisions/index.js';
import { readRelations } from '../hints/index.js';
import type { Deps } from '../platform/deps.js';
import { listMailsAbout } from '../platform/outbox-repository.js';
import { listPresence } from '../presence/index.js';
import { listReviewers } from '../queue/index.js';
import { findWaitingDecision } from '../undo/index.js';
import { judgeProofs, listVerdicts } from '../verdicts/index.js';
import type { CaseRecord } from './case.js';
import { listNotes } from './note-repository.js';

/** Throws NotFound. */
export async function readCase({ db, realClock }: Deps, reference: string): Promise<CaseRecord> {
  const basis = await readBasis(db, reference);
  const { request } = basis;
  const mails = await listMailsAbout(db, subjectOf(request));
  const waiting = await findWaitingDecision(db, request.id);
  const documents = await listDocuments(db, request.id);
  const documentIds = documents.map(({ id }) => id);
  return {
    ...basis,
    ...(await readRelations(db, request)),
    documents,
    proofs: judgeProofs(request, documentIds, await listVerdicts(db, [request.id])),
    messages: await listMessages(db, request.id),
    notes: await listNotes(db, request.id),
    mails,
    reviewers: await listReviewers(db),
    present: await listPresence(db, [request.id], realClock.now()),
    waiting: mails.find(({ id }) => id === waiting?.mailId),
  };
}

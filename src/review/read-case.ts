/** Gathers everything the desk shows about one request. Changes nothing. */
import { type AccreditationRequest, listDocuments, listMessages, subjectOf } from '../accreditation/index.js';
import { readFacts } from '../decisions/index.js';
import { readRelations } from '../hints/index.js';
import type { Deps } from '../platform/deps.js';
import { listMailsAbout } from '../platform/outbox-repository.js';
import { listPresence } from '../presence/index.js';
import { listReviewers } from '../queue/index.js';
import { judgeProofs, listVerdicts } from '../verdicts/index.js';
import type { CaseRecord } from './case.js';
import { listNotes } from './note-repository.js';

export async function readCase({ db, realClock }: Deps, request: AccreditationRequest): Promise<CaseRecord> {
  const mails = await listMailsAbout(db, subjectOf(request));
  const documents = await listDocuments(db, request.id);
  const documentIds = documents.map(({ id }) => id);
  return {
    ...(await readFacts(db, request)),
    ...(await readRelations(db, request)),
    documents,
    proofs: judgeProofs(request, documentIds, await listVerdicts(db, [request.id])),
    messages: await listMessages(db, request.id),
    notes: await listNotes(db, request.id),
    mails,
    reviewers: await listReviewers(db),
    present: await listPresence(db, [request.id], realClock.now()),
    waiting: mails.findLast(({ afterSent, state }) => afterSent === 'decision' && state === 'waiting'),
  };
}

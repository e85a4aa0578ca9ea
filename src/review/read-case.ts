/** Gathers everything the desk shows about one request, in few statements however much there is. Changes nothing. */
import {
  type AccreditationRequest,
  documentsPart,
  messagesPart,
  notesPart,
  subjectOf,
} from '../accreditation/index.js';
import { factParts, factsOf } from '../decisions/index.js';
import { readRelations, relatedPart } from '../hints/index.js';
import type { Deps } from '../platform/deps.js';
import { mailsPart } from '../platform/outbox-repository.js';
import { readTogether } from '../platform/together.js';
import { presencePart } from '../presence/index.js';
import { isReviewer } from '../queue/index.js';
import { membersPart } from '../staff/index.js';
import { judgeProofs, verdictsPart } from '../verdicts/index.js';
import type { CaseRecord } from './case.js';

export async function readCase({ db, realClock }: Deps, request: AccreditationRequest): Promise<CaseRecord> {
  const { id } = request;
  const found = await readTogether(db, {
    ...factParts(db, request),
    documents: documentsPart(db, id),
    verdicts: verdictsPart(db, id),
    messages: messagesPart(db, id),
    notes: notesPart(db, id),
    mails: mailsPart(db, subjectOf(request)),
    members: membersPart(db),
    present: presencePart(db, [id], realClock.now()),
    related: relatedPart(db, request),
  });
  const { documents, messages, notes, mails, present } = found;
  const documentIds = documents.map((document) => document.id);
  return {
    ...factsOf(request, found),
    ...(await readRelations(db, request, found.related)),
    ...{ documents, messages, notes, mails, present },
    proofs: judgeProofs(request, documentIds, found.verdicts),
    reviewers: found.members.filter(isReviewer),
    waiting: mails.findLast(({ afterSent, state }) => afterSent === 'decision' && state === 'waiting'),
  };
}

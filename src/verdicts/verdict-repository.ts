/** Every SQL statement about verdicts on proofs. */
import type { Db } from '../platform/database.js';
import { type Part, partOf } from '../platform/together.js';
import { documentProof, type ProofVerdict, type VerdictKind } from './verdict.js';

interface VerdictRow {
  id: number;
  request_id: number;
  document_id: number | null;
  entered_mark: string;
  verdict: string;
  reason: string;
  actor: string;
  actor_name: string;
  at: string;
}

/** So many requests in one statement. */
const AT_ONCE = 500;

export async function insertVerdict(db: Db, given: Omit<ProofVerdict, 'id'>): Promise<void> {
  await db<VerdictRow>('proof_verdicts').insert({
    request_id: given.requestId,
    document_id: given.proof.documentId ?? null,
    entered_mark: given.proof.documentId === undefined ? given.proof.key : '',
    verdict: given.verdict,
    reason: given.reason,
    actor: given.actor,
    actor_name: given.actorName,
    at: given.at.toISOString(),
  });
}

/** All that were ever given on the proofs of these requests, the oldest first; the latest of a proof counts. */
export async function listVerdicts(db: Db, requestIds: readonly number[]): Promise<ProofVerdict[]> {
  const rows = await inParts(requestIds, (ids) =>
    db<VerdictRow>('proof_verdicts').whereIn('request_id', ids).orderBy('id'),
  );
  return rows.map(toRuling);
}

/** The same of one request, as a part of one statement. */
export function verdictsPart(db: Db, requestId: number): Part<ProofVerdict[]> {
  return partOf<VerdictRow, ProofVerdict[]>({
    rows: db('proof_verdicts').where({ request_id: requestId }),
    columns: {
      ...{ id: 'number', request_id: 'number', document_id: 'number', entered_mark: 'text' },
      ...{ verdict: 'text', reason: 'text', actor: 'text', actor_name: 'text', at: 'text' },
    },
    order: ['id'],
    read: (rows) => rows.map(toRuling),
  });
}

/** The documents of these requests by their numbers, in the order they came. */
export async function listDocumentIds(
  db: Db,
  requestIds: readonly number[],
): Promise<{ requestId: number; id: number }[]> {
  const rows = await inParts<{ id: number; request_id: number }>(requestIds, (ids) =>
    db('request_documents').whereIn('request_id', ids).orderBy('id').select('id', 'request_id'),
  );
  return rows.map((row) => ({ requestId: row.request_id, id: row.id }));
}

async function inParts<Row>(
  ids: readonly number[],
  read: (part: number[]) => PromiseLike<Row[]>,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (let at = 0; at < ids.length; at += AT_ONCE) rows.push(...(await read(ids.slice(at, at + AT_ONCE))));
  return rows;
}

function toRuling(row: VerdictRow): ProofVerdict {
  const documentId = row.document_id ?? undefined;
  return {
    id: row.id,
    requestId: row.request_id,
    proof: documentId === undefined ? { key: row.entered_mark, documentId } : documentProof(documentId),
    verdict: row.verdict as VerdictKind,
    reason: row.reason,
    actor: row.actor,
    actorName: row.actor_name,
    at: new Date(row.at),
  };
}

/** Each request's proofs with the verdict that counts. Changes nothing. */
import type { AccreditationRequest } from '../accreditation/index.js';
import type { Db } from '../platform/database.js';
import { type JudgedProof, judgeProofs } from './verdict.js';
import { listDocumentIds, listVerdicts } from './verdict-repository.js';

/** By the number of the request; two statements for every 500 requests. */
export async function readJudgedProofs(
  db: Db,
  requests: readonly AccreditationRequest[],
): Promise<Map<number, JudgedProof[]>> {
  const ids = requests.map(({ id }) => id);
  const documents = byRequest(await listDocumentIds(db, ids));
  const verdicts = byRequest(await listVerdicts(db, ids));
  return new Map(
    requests.map((request) => {
      const documentIds = (documents.get(request.id) ?? []).map(({ id }) => id);
      return [request.id, judgeProofs(request, documentIds, verdicts.get(request.id) ?? [])];
    }),
  );
}

function byRequest<Row extends { requestId: number }>(rows: readonly Row[]): Map<number, Row[]> {
  const groups = new Map<number, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.requestId);
    if (group) group.push(row);
    else groups.set(row.requestId, [row]);
  }
  return groups;
}

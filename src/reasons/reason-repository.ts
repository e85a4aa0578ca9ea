/** Every SQL statement about the catalogue of reasons. */
import type { Decision } from '../accreditation/index.js';
import { type Db, violatesUnique } from '../platform/database.js';
import { NotFound } from '../platform/errors.js';
import type { OfferedState } from '../platform/offered.js';
import { changeOffered, type OfferedChange } from '../platform/offered-repository.js';
import { type Part, partOf, readPart } from '../platform/together.js';
import type { Catalogue, Reason, ReasonTexts, ReasonUse } from './reason.js';

interface ReasonRow {
  id: number;
  key: string;
  state: string;
  texts: string;
  version: number;
  updated_at: string;
}

interface UseRow {
  reason_id: number;
  decision: string;
  key: string;
  offered: number;
  position: number;
}

const table = (db: Db) => db<ReasonRow>('decision_reasons');
const uses = (db: Db) => db<UseRow>('decision_reason_uses');

export function readCatalogue(db: Db): Promise<Catalogue> {
  return readPart(cataloguePart(db));
}

/** One statement, or a part of one, because many pages read it. */
export function cataloguePart(db: Db): Part<Catalogue> {
  return partOf<ReasonRow & Omit<UseRow, 'reason_id'>, Catalogue>({
    rows: table(db)
      .join('decision_reason_uses', 'decision_reason_uses.reason_id', 'decision_reasons.id')
      .select('decision_reasons.*', 'decision', 'offered', 'position'),
    columns: {
      ...{ id: 'number', version: 'number', offered: 'number', position: 'number' },
      ...{ key: 'text', state: 'text', texts: 'text', updated_at: 'text', decision: 'text' },
    },
    order: ['id', 'decision'],
    read: toCatalogue,
  });
}

function toCatalogue(rows: readonly (ReasonRow & Omit<UseRow, 'reason_id'>)[]): Catalogue {
  const known = new Map<number, Reason>();
  for (const row of rows) {
    const reason = known.get(row.id) ?? toReason(row);
    known.set(row.id, reason);
    reason.uses.push({
      decision: row.decision as Decision,
      offered: row.offered === 1,
      position: row.position,
    });
  }
  return [...known.values()];
}

/** Throws NotFound. */
export async function getReason(db: Db, id: number): Promise<Reason> {
  const reason = (await readCatalogue(db)).find((known) => known.id === id);
  if (!reason) throw new NotFound();
  return reason;
}

/** Returns the number of the reason. */
export async function insertReason(db: Db, key: string, texts: ReasonTexts, at: Date): Promise<number> {
  const row = {
    key,
    state: 'offered',
    texts: JSON.stringify(texts),
    version: 1,
    updated_at: at.toISOString(),
  };
  const [inserted] = await table(db).insert(row).returning('id');
  return inserted!.id;
}

/** Throws a Conflict when somebody else changed it since `version` was read. */
export const updateReason = (
  db: Db,
  seen: Pick<Reason, 'id' | 'version'>,
  change: OfferedChange<ReasonTexts>,
  at: Date,
): Promise<void> => changeOffered(table(db), seen, { ...change, at }, 'reasons:errors.faster');

/** New ones come last. A use that is not wished any more stays for old decisions. */
export async function setUses(
  db: Db,
  { id, key, uses: known }: Pick<Reason, 'id' | 'key' | 'uses'>,
  decisions: readonly Decision[],
): Promise<void> {
  for (const { decision } of known)
    await uses(db)
      .where({ reason_id: id, decision })
      .update({ offered: decisions.includes(decision) ? 1 : 0 });
  for (const decision of decisions.filter((wished) => !known.some((use) => use.decision === wished))) {
    const [last] = await uses(db).where({ decision }).max({ position: 'position' });
    const position = Number(last?.position ?? 0) + 1;
    await uses(db).insert({ reason_id: id, decision, key, offered: 1, position });
  }
}

/** Another reason has this key for one of the decisions. */
export const isKeyTaken = (error: unknown): boolean => violatesUnique(error, 'key');

export async function setPosition(
  db: Db,
  id: number,
  { decision, position }: Pick<ReasonUse, 'decision' | 'position'>,
): Promise<void> {
  await uses(db).where({ reason_id: id, decision }).update({ position });
}

const toReason = ({ id, key, state, texts, version, updated_at }: ReasonRow): Reason => ({
  id,
  key,
  state: state as OfferedState,
  texts: JSON.parse(texts),
  uses: [],
  version,
  updatedAt: new Date(updated_at),
});

/** Every SQL statement about boilerplates. */
import type { Db } from '../platform/database.js';
import { NotFound } from '../platform/errors.js';
import type { OfferedState } from '../platform/offered.js';
import { changeOffered, type OfferedChange } from '../platform/offered-repository.js';
import type { Boilerplate, BoilerplateTexts } from './boilerplate.js';

interface BoilerplateRow {
  id: number;
  state: string;
  texts: string;
  version: number;
  updated_at: string;
}

const table = (db: Db) => db<BoilerplateRow>('boilerplates');

export async function listBoilerplates(db: Db, state: OfferedState): Promise<Boilerplate[]> {
  return (await table(db).where({ state }).orderBy('id')).map(toBoilerplate);
}

/** Throws NotFound. */
export async function getBoilerplate(db: Db, id: number): Promise<Boilerplate> {
  const row = await table(db).where({ id }).first();
  if (!row) throw new NotFound();
  return toBoilerplate(row);
}

/** Returns the number of the boilerplate. */
export async function insertBoilerplate(db: Db, texts: BoilerplateTexts, at: Date): Promise<number> {
  const row = { state: 'offered', texts: JSON.stringify(texts), version: 1, updated_at: at.toISOString() };
  const [inserted] = await table(db).insert(row).returning('id');
  return inserted!.id;
}

/** Throws a Conflict when somebody else changed it since `version` was read. */
export const updateBoilerplate = (
  db: Db,
  seen: Pick<Boilerplate, 'id' | 'version'>,
  change: OfferedChange<BoilerplateTexts>,
  at: Date,
): Promise<void> => changeOffered(table(db), seen, { ...change, at }, 'boilerplates:errors.faster');

const toBoilerplate = ({ id, state, texts, version, updated_at }: BoilerplateRow): Boilerplate => ({
  id,
  state: state as OfferedState,
  texts: JSON.parse(texts),
  version,
  updatedAt: new Date(updated_at),
});

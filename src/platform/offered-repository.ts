/** Changing a row of words that administrators keep; each feature has a table of its own. */
import type { Knex } from 'knex';
import { Conflict } from './errors.js';
import type { OfferedState } from './offered.js';

export interface OfferedChange<Texts> {
  texts?: Texts;
  state?: OfferedState;
}

/** Compare-and-set on the version. Throws a Conflict with this key when somebody else changed it since it was read. */
export async function changeOffered<Texts>(
  rows: Knex.QueryBuilder,
  { id, version }: { id: number; version: number },
  { texts, state, at }: OfferedChange<Texts> & { at: Date },
  fasterKey: string,
): Promise<void> {
  const changed = await rows.where({ id, version }).update({
    ...(texts ? { texts: JSON.stringify(texts) } : {}),
    ...(state ? { state } : {}),
    version: version + 1,
    updated_at: at.toISOString(),
  });
  if (changed === 0) throw new Conflict(fasterKey);
}

/** Every SQL statement about text blocks. */
import type { Db } from '../platform/database.js';
import { NotFound } from '../platform/errors.js';
import type { OfferedState } from '../platform/offered.js';
import { changeOffered, type OfferedChange } from '../platform/offered-repository.js';
import type { BlockTexts, TextBlock } from './block.js';

interface BlockRow {
  id: number;
  state: string;
  texts: string;
  version: number;
  updated_at: string;
}

const table = (db: Db) => db<BlockRow>('text_blocks');

export async function listBlocks(db: Db, state: OfferedState): Promise<TextBlock[]> {
  return (await table(db).where({ state }).orderBy('id')).map(toBlock);
}

/** Throws NotFound. */
export async function getBlock(db: Db, id: number): Promise<TextBlock> {
  const row = await table(db).where({ id }).first();
  if (!row) throw new NotFound();
  return toBlock(row);
}

/** Returns the number of the block. */
export async function insertBlock(db: Db, texts: BlockTexts, at: Date): Promise<number> {
  const row = { state: 'offered', texts: JSON.stringify(texts), version: 1, updated_at: at.toISOString() };
  const [inserted] = await table(db).insert(row).returning('id');
  return inserted!.id;
}

/** Throws a Conflict when somebody else changed it since `version` was read. */
export const updateBlock = (
  db: Db,
  seen: Pick<TextBlock, 'id' | 'version'>,
  change: OfferedChange<BlockTexts>,
  at: Date,
): Promise<void> => changeOffered(table(db), seen, { ...change, at }, 'textblocks:errors.faster');

const toBlock = ({ id, state, texts, version, updated_at }: BlockRow): TextBlock => ({
  id,
  state: state as OfferedState,
  texts: JSON.parse(texts),
  version,
  updatedAt: new Date(updated_at),
});

/** Every SQL statement about releases as the desk holds them. */
import { type Release, type ReleaseRow, toRelease } from '../newsroom/index.js';
import type { Db, Trx } from '../platform/database.js';
import { NotFound } from '../platform/errors.js';
import type { Lang } from '../platform/languages.js';
import type { DeskRelease } from './desk.js';

export interface DeskRow extends ReleaseRow {
  revision: number;
  saved_at: string | null;
  edited_by: number | null;
  proposed_by: number | null;
  at_once: number | boolean;
}

/** Throws NotFound. */
export async function getDeskRelease(db: Db, id: number): Promise<DeskRelease> {
  const row = await db<DeskRow>('releases').where({ id }).first();
  if (!row) throw new NotFound('releaselife:errors.unknown');
  return toDeskRelease(row);
}

/** Both languages of each pair, German first. */
export async function listPairs(db: Db, pairs: readonly string[]): Promise<DeskRelease[]> {
  const rows = await db<DeskRow>('releases').whereIn('pair', pairs).orderBy('language');
  return rows.map(toDeskRelease);
}

export interface DeskMark {
  savedAt: Date;
  editedBy?: number;
  /** Null: nobody proposes it any more. */
  proposedBy?: number | null;
  atOnce?: boolean;
}

/** Compare-and-set: whoever changes a release takes the next revision first. False when somebody was faster. */
export async function takeRevision(
  trx: Trx,
  { id, revision }: { id: number; revision: number },
  { savedAt, editedBy, proposedBy, atOnce }: DeskMark,
): Promise<boolean> {
  const changed = await trx<DeskRow>('releases')
    .where({ id, revision })
    .update({
      revision: revision + 1,
      saved_at: savedAt.toISOString(),
      ...(editedBy === undefined ? {} : { edited_by: editedBy }),
      ...(proposedBy === undefined ? {} : { proposed_by: proposedBy }),
      ...(atOnce === undefined ? {} : { at_once: atOnce }),
    });
  return changed === 1;
}

/** With everything that belongs to it; its audit entries stay. */
export async function deleteRelease(trx: Trx, id: number): Promise<void> {
  await trx<DeskRow>('releases').where({ id }).delete();
}

/** Addresses of other releases that begin like this one. */
export async function listTakenReleaseSlugs(
  db: Db,
  { language, year, slug, id }: { language: Lang; year: number; slug: string; id?: number | undefined },
): Promise<string[]> {
  return db<DeskRow>('releases')
    .where({ language, year })
    .andWhere('slug', 'like', `${slug}%`)
    .andWhereNot({ id: id ?? 0 })
    .pluck('slug');
}

export async function findInLanguage(
  db: Db,
  { pair, language }: Pick<Release, 'pair' | 'language'>,
): Promise<DeskRelease | undefined> {
  const row = await db<DeskRow>('releases').where({ pair, language }).first();
  return row && toDeskRelease(row);
}

function toDeskRelease(row: DeskRow): DeskRelease {
  const release = toRelease(row);
  return {
    release,
    revision: row.revision,
    savedAt: row.saved_at ? new Date(row.saved_at) : release.updatedAt,
    editedBy: row.edited_by ?? undefined,
    proposedBy: row.proposed_by ?? undefined,
    atOnce: Boolean(row.at_once),
  };
}

/** Every SQL statement about the versions of letters' texts; `composeLetter` reads the newest one itself. */
import type { Db } from '../platform/database.js';
import { Conflict, NotFound } from '../platform/errors.js';
import type { OwnTexts } from '../platform/letters.js';
import type { LetterVersion } from './version.js';

interface VersionRow {
  id: number;
  key: string;
  number: number;
  texts: string;
  restored: number | null;
  changed_by: number;
  changed_at: string;
}

/** Undefined while the shipped text is in force and always was. */
export async function findNewestVersion(db: Db, key: string): Promise<LetterVersion | undefined> {
  const row = await db<VersionRow>('letter_versions').where({ key }).orderBy('number', 'desc').first();
  return row && toVersion(row);
}

/** By the key of the letter. */
export async function listNewestVersions(db: Db): Promise<Map<string, LetterVersion>> {
  const newest = db<VersionRow>('letter_versions').groupBy('key').max('id');
  const rows = await db<VersionRow>('letter_versions').whereIn('id', newest as never);
  return new Map(rows.map((row) => [row.key, toVersion(row)]));
}

export async function listVersions(db: Db, key: string): Promise<LetterVersion[]> {
  const rows = await db<VersionRow>('letter_versions').where({ key }).orderBy('number', 'desc');
  return rows.map(toVersion);
}

export async function getVersion(db: Db, key: string, number: number): Promise<LetterVersion> {
  const row = await db<VersionRow>('letter_versions').where({ key, number }).first();
  if (!row) throw new NotFound();
  return toVersion(row);
}

/** A Conflict when somebody saved this number first. */
export async function insertVersion(db: Db, version: LetterVersion): Promise<void> {
  const inserted = await db<VersionRow>('letter_versions')
    .insert({
      key: version.key,
      number: version.number,
      texts: JSON.stringify(version.own),
      restored: version.restored ?? null,
      changed_by: version.changedBy,
      changed_at: version.changedAt.toISOString(),
    })
    .onConflict(['key', 'number'])
    .ignore()
    .returning('id');
  if (inserted.length === 0) throw new Conflict();
}

function toVersion(row: VersionRow): LetterVersion {
  return {
    key: row.key,
    number: row.number,
    own: JSON.parse(row.texts) as OwnTexts,
    restored: row.restored ?? undefined,
    changedBy: row.changed_by,
    changedAt: new Date(row.changed_at),
  };
}

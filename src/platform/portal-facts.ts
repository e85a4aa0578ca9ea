/** Small facts about the portal itself, for instance the latest instant of a demo's clock. */
import type { Db } from './database.js';

interface FactRow {
  key: string;
  value: string;
}

export async function readFact(db: Db, key: string): Promise<string | undefined> {
  return (await db<FactRow>('portal_facts').where({ key }).first())?.value;
}

export async function writeFact(db: Db, key: string, value: string): Promise<void> {
  await db<FactRow>('portal_facts').insert({ key, value }).onConflict('key').merge();
}

const LATEST = 'latest-instant';

/** The latest instant that anything stored knows of: the note of a moved clock, or an entry of the audit log after it. */
export async function readLatestInstant(db: Db): Promise<Date | undefined> {
  const entry = await db<{ id: number; at: string }>('audit_entries').orderBy('id', 'desc').first('at');
  const known = [await readFact(db, LATEST), entry?.at].flatMap((text) => (text ? [new Date(text)] : []));
  return known.length > 0 ? new Date(Math.max(...known.map((date) => date.getTime()))) : undefined;
}

/** Noted while a moved clock runs, so that a restart does not go back in time. */
export function writeLatestInstant(db: Db, now: Date): Promise<void> {
  return writeFact(db, LATEST, now.toISOString());
}

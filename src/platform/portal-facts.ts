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

export async function readLatestInstant(db: Db): Promise<Date | undefined> {
  const value = await readFact(db, LATEST);
  return value ? new Date(value) : undefined;
}

/** Noted while a moved clock runs, so that a restart does not go back in time. */
export function writeLatestInstant(db: Db, now: Date): Promise<void> {
  return writeFact(db, LATEST, now.toISOString());
}

/** Every SQL statement about one-time links. Times here are real time. */
import { randomInt } from 'node:crypto';
import type { Db, Trx } from '../platform/database.js';
import { type LinkPurpose, linkExpiry, type StaffLink } from './link.js';

interface LinkRow {
  id: number;
  staff_id: number;
  purpose: string;
  version: number;
  expires_at: string;
  used_at: string | null;
}

/** The version is drawn by lot: after a restored backup a number given out again opens nothing with the old letter. */
export async function insertLink(
  trx: Trx,
  staffId: number,
  purpose: LinkPurpose,
  realNow: Date,
): Promise<StaffLink> {
  const [row] = await trx<LinkRow>('staff_links')
    .insert({
      staff_id: staffId,
      purpose,
      version: randomInt(1, 1_000_000_000),
      expires_at: linkExpiry(purpose, realNow).toISOString(),
    })
    .returning('*');
  return toLink(row!);
}

/** Undefined when it was used, has run out, or never was. */
export async function findOpenLink(
  db: Db,
  { id, version }: { id: number; version: number },
  realNow: Date,
): Promise<StaffLink | undefined> {
  const row = await db<LinkRow>('staff_links')
    .where({ id, version })
    .whereNull('used_at')
    .andWhere('expires_at', '>', realNow.toISOString())
    .first();
  return row && toLink(row);
}

/** Compare-and-set: of two who use it at once, one gets it and the other gets undefined. */
export async function useLink(
  trx: Trx,
  { id, version }: { id: number; version: number },
  realNow: Date,
): Promise<StaffLink | undefined> {
  const [row] = await trx<LinkRow>('staff_links')
    .where({ id, version })
    .whereNull('used_at')
    .andWhere('expires_at', '>', realNow.toISOString())
    .update({ used_at: realNow.toISOString() })
    .returning('*');
  return row && toLink(row);
}

/** Makes every open link of a member worthless: a new password or a closed account leaves no side door. */
export async function endLinksOf(db: Db, staffId: number, realNow: Date): Promise<void> {
  await db<LinkRow>('staff_links')
    .where({ staff_id: staffId })
    .whereNull('used_at')
    .update({ used_at: realNow.toISOString() });
}

export async function deleteLinksExpiredBefore(db: Db, moment: Date): Promise<void> {
  await db<LinkRow>('staff_links').where('expires_at', '<', moment.toISOString()).delete();
}

function toLink(row: LinkRow): StaffLink {
  return { id: row.id, staffId: row.staff_id, purpose: row.purpose as LinkPurpose, version: row.version };
}

/** What a member typed and did not save yet: one text for each release and member. */
import type { Db } from '../platform/database.js';
import type { Autosave } from './desk.js';

interface AutosaveRow {
  release_id: number;
  staff_id: number;
  revision: number;
  saved_at: string;
  entered: string;
}

export async function findAutosave(
  db: Db,
  releaseId: number,
  staffId: number,
): Promise<Autosave | undefined> {
  const row = await db<AutosaveRow>('release_autosaves')
    .where({ release_id: releaseId, staff_id: staffId })
    .first();
  return row && { revision: row.revision, savedAt: new Date(row.saved_at), entered: JSON.parse(row.entered) };
}

export async function storeAutosave(
  db: Db,
  releaseId: number,
  staffId: number,
  { revision, savedAt, entered }: Autosave,
): Promise<void> {
  await db<AutosaveRow>('release_autosaves')
    .insert({
      release_id: releaseId,
      staff_id: staffId,
      revision,
      saved_at: savedAt.toISOString(),
      entered: JSON.stringify(entered),
    })
    .onConflict(['release_id', 'staff_id'])
    .merge();
}

export async function deleteAutosave(db: Db, releaseId: number, staffId: number): Promise<void> {
  await db<AutosaveRow>('release_autosaves').where({ release_id: releaseId, staff_id: staffId }).delete();
}

/** What a member types is kept in the background, apart from the release, until they save or discard it. */
import type { Deps } from '../platform/deps.js';
import type { Entered } from '../platform/form.js';
import type { Member } from '../staff/index.js';
import { deleteAutosave, storeAutosave } from './autosave-repository.js';
import type { DeskRelease, Seen } from './desk.js';
import { getDeskRelease } from './desk-release-repository.js';

/** Returns how the release stands by now: a higher revision than the member's tells that a colleague saved. */
export function keepAutosave(
  { db, clock }: Deps,
  member: Member,
  { id, revision }: Seen,
  entered: Entered,
): Promise<{ savedAt: Date; desk: DeskRelease }> {
  const savedAt = clock.now();
  return db.transaction(async (trx) => {
    const desk = await getDeskRelease(trx, id);
    await storeAutosave(trx, id, member.id, { revision, savedAt, entered });
    return { savedAt, desk };
  });
}

export function discardAutosave({ db }: Deps, member: Member, id: number): Promise<void> {
  return deleteAutosave(db, id, member.id);
}

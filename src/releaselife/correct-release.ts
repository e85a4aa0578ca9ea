/** What the public reads is put right: as a correction, with a note and a new version, or as a typo without either. */
import { keepVersion, type Release, type ReleaseContent } from '../newsroom/index.js';
import type { Deps } from '../platform/deps.js';
import type { Member } from '../staff/index.js';
import { deleteAutosave } from './autosave-repository.js';
import { changeRelease } from './change-release.js';
import { requireAct } from './check-act.js';
import { isSameContent, type Seen } from './desk.js';
import { getDeskRelease } from './desk-release-repository.js';
import { Overtaken } from './overtaken.js';

export type Mending =
  /** `note`: what was wrong and what is right, for the public. */
  { kind: 'correct'; note: string } | { kind: 'mend' };

/** Throws Conflict where the text would become incomplete, and Overtaken. */
export function correctRelease(
  { db, clock }: Deps,
  member: Member,
  seen: Seen,
  { content, mending }: { content: ReleaseContent; mending: Mending },
): Promise<void> {
  const at = clock.now();
  return db.transaction(async (trx) => {
    const desk = await getDeskRelease(trx, seen.id);
    const written = { ...desk.release, ...content };
    if (desk.revision !== seen.revision) throw new Overtaken();
    await requireAct(trx, mending.kind, { ...desk, release: written }, { memberId: member.id, now: at });
    if (!seen.undecided) await deleteAutosave(trx, seen.id, member.id);
    if (isSameContent(desk.release, content)) return;
    if (mending.kind === 'correct') await keepVersion(trx, desk.release);
    await changeRelease(trx, desk, seen, {
      ...{ member, at, action: mending.kind, mark: { editedBy: member.id } },
      note: mending.kind === 'correct' ? mending.note : '',
      release: mending.kind === 'correct' ? corrected(written, mending.note, at) : written,
    });
  });
}

const corrected = (release: Release, text: string, at: Date): Release => ({
  ...release,
  state: 'corrected',
  version: release.version + 1,
  updatedAt: at,
  correction: { at, text },
});

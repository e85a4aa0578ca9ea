/** What every change of a release has in common: its revision, its row, its line in the history, its audit entry. */
import { contentOf, type Release, updateRelease } from '../newsroom/index.js';
import { appendAudit } from '../platform/audit.js';
import type { Trx } from '../platform/database.js';
import { actorOf, type Member } from '../staff/index.js';
import type { DeskRelease, Seen } from './desk.js';
import { type DeskMark, takeRevision } from './desk-release-repository.js';
import { Overtaken } from './overtaken.js';
import { insertHistory } from './release-history-repository.js';

export interface Change {
  member: Member;
  at: Date;
  /** `saved`, or the name of a step. */
  action: string;
  note?: string;
  release: Release;
  mark?: Omit<DeskMark, 'savedAt'>;
}

/** Throws Overtaken when somebody changed the release after the revision that `seen` names. */
export async function changeRelease(
  trx: Trx,
  before: DeskRelease,
  seen: Seen,
  change: Change,
): Promise<void> {
  const { member, at, action, note = '', release, mark } = change;
  if (!(await takeRevision(trx, seen, { savedAt: at, ...mark }))) throw new Overtaken();
  await updateRelease(trx, release);
  const after = contentOf(release);
  const rewritten = JSON.stringify(after) !== JSON.stringify(contentOf(before.release));
  await insertHistory(trx, {
    ...{ releaseId: release.id, at, staffId: member.id, action, note, revision: seen.revision + 1 },
    content: rewritten ? after : undefined,
  });
  const subject = `release:${release.id}`;
  await appendAudit(trx, { at, actor: actorOf(member), action: `release.${action}`, subject });
}

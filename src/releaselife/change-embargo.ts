/** A deliberate act with a reason: the embargo of a scheduled release is lifted early, moved, or set. */
import { type Release, releasedAt } from '../newsroom/index.js';
import type { Deps } from '../platform/deps.js';
import type { Member } from '../staff/index.js';
import { addressed } from './address-release.js';
import { type SeenAsset, waitsUntil } from './attachments.js';
import { changeRelease } from './change-release.js';
import { requireAct } from './check-act.js';
import { editOf, type Seen } from './desk.js';
import { getDeskRelease } from './desk-release-repository.js';
import { steerAttachments } from './steer-attachments.js';

export interface EmbargoChange {
  /** Undefined: there is none from now on. */
  until: Date | undefined;
  reason: string;
  /** Attachments for which it is changed too. */
  along?: readonly SeenAsset[];
}

/** Throws a Conflict when it lapsed meanwhile, and Overtaken. */
export function changeEmbargo(
  { db, clock }: Deps,
  member: Member,
  seen: Seen,
  { until, reason, along = [] }: EmbargoChange,
): Promise<void> {
  const at = clock.now();
  return db.transaction(async (trx) => {
    const desk = await getDeskRelease(trx, seen.id);
    await requireAct(trx, 'embargo', desk, { memberId: member.id, now: at });
    const release = await addressed(trx, notInThePast({ ...desk.release, embargoUntil: until }, at));
    const embargoUntil = waitsUntil(editOf({ ...desk, release }).plan, at);
    await steerAttachments(trx, { member, at, seen, release, embargoUntil, along });
    await changeRelease(trx, desk, seen, {
      ...{ member, at, note: reason },
      action: until ? 'embargoMoved' : 'embargoLifted',
      release,
    });
  });
}

/** What an embargo alone held back appears now, not at the earlier moment that was planned. */
const notInThePast = (release: Release, at: Date): Release =>
  releasedAt(release) < at ? { ...release, publishAt: at } : release;

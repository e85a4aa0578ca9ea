/** A release takes a step of its life: submitted, returned, approved, published, taken back, withdrawn. */
import type { Release } from '../newsroom/index.js';
import type { Deps } from '../platform/deps.js';
import type { Member } from '../staff/index.js';
import { addressed } from './address-release.js';
import { changeRelease } from './change-release.js';
import { requireAct } from './check-act.js';
import type { DeskRelease, Seen } from './desk.js';
import { getDeskRelease } from './desk-release-repository.js';
import { ruleOf, type Step } from './life.js';

/** `note`: what the rule of the step asks for. Returns how it stands now. Throws Conflict, Forbidden or Overtaken. */
export function moveRelease(
  { db, clock }: Deps,
  member: Member,
  seen: Seen,
  { step, note = '' }: { step: Exclude<Step, 'remove'>; note?: string },
): Promise<Release> {
  const at = clock.now();
  return db.transaction(async (trx) => {
    const desk = await getDeskRelease(trx, seen.id);
    await requireAct(trx, step, desk, { memberId: member.id, now: at });
    const moved = { ...desk.release, state: ruleOf(step).to ?? desk.release.state };
    const stepped = step === 'withdraw' ? { ...moved, withdrawal: { at, note } } : timed(moved, desk, at);
    const mark =
      step === 'submit' ? { proposedBy: member.id } : moved.state === 'draft' ? { proposedBy: null } : {};
    const release = stepped.state === 'scheduled' ? await addressed(trx, stepped) : stepped;
    await changeRelease(trx, desk, seen, { member, at, action: step, note, mark, release });
    return release;
  });
}

/** Nothing appears in the past: what was planned for an earlier moment appears now. */
function timed(release: Release, { atOnce }: DeskRelease, at: Date): Release {
  if (release.state !== 'scheduled') return release;
  const publishAt = atOnce || release.publishAt < at ? at : release.publishAt;
  return { ...release, publishAt, updatedAt: at };
}

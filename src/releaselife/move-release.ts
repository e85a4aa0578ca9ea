/** A release takes a step of its life: submitted, returned, approved, published, taken back, withdrawn. */
import type { Release } from '../newsroom/index.js';
import type { Deps } from '../platform/deps.js';
import type { Member } from '../staff/index.js';
import { addressed } from './address-release.js';
import { type SeenAsset, waitsUntil } from './attachments.js';
import { changeRelease } from './change-release.js';
import { requireAct } from './check-act.js';
import { type DeskRelease, editOf, type Seen } from './desk.js';
import { getDeskRelease } from './desk-release-repository.js';
import { ruleOf, type Step } from './life.js';
import { readyDrafts, steerAttachments } from './steer-attachments.js';

export interface Taken {
  step: Exclude<Step, 'remove'>;
  /** What the rule of the step asks for. */
  note?: string;
  /** Attachments for which the embargo of the release is to hold too. */
  along?: readonly SeenAsset[];
}

/** Drafts among the attachments are published with it. Returns how it stands now. Throws Conflict, Forbidden or Overtaken. */
export async function moveRelease(
  deps: Deps,
  member: Member,
  seen: Seen,
  { step, note = '', along = [] }: Taken,
): Promise<Release> {
  const ready = ruleOf(step).to === 'scheduled' ? await readyDrafts(deps, seen.id) : [];
  const at = deps.clock.now();
  return deps.db.transaction(async (trx) => {
    const desk = await getDeskRelease(trx, seen.id);
    await requireAct(trx, step, desk, { memberId: member.id, now: at });
    const moved = { ...desk.release, state: ruleOf(step).to ?? desk.release.state };
    const stepped = step === 'withdraw' ? { ...moved, withdrawal: { at, note } } : timed(moved, desk, at);
    const mark =
      step === 'submit' ? { proposedBy: member.id } : moved.state === 'draft' ? { proposedBy: null } : {};
    const release = stepped.state === 'scheduled' ? await addressed(trx, stepped) : stepped;
    const embargoUntil = waitsUntil(editOf({ ...desk, release }).plan, at);
    const chosen = embargoUntil && release.state === 'scheduled' ? along : [];
    await steerAttachments(trx, { member, at, seen, release, embargoUntil, ready, along: chosen });
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

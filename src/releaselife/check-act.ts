/** May this member do this with this release now? Asked by the page that offers it and by the act that does it. */
import { getEvent } from '../events/index.js';
import { listAssets } from '../mediakit/index.js';
import type { Release } from '../newsroom/index.js';
import type { Db } from '../platform/database.js';
import { Conflict, Forbidden } from '../platform/errors.js';
import type { DeskRelease } from './desk.js';
import { type Gap, gapsOf } from './gaps.js';
import { type Act, hindranceOf, ruleOf, type Situation, stateAt } from './life.js';
import { wasScheduled } from './release-history-repository.js';

export async function situationOf(
  db: Db,
  { release, editedBy, proposedBy }: DeskRelease,
  { memberId, now }: { memberId: number; now: Date },
): Promise<Situation> {
  const { eventId } = release;
  const needsApproval = eventId !== undefined && (await getEvent(db, eventId)).releaseApproval;
  const known = await wasScheduled(db, release.id);
  return { state: stateAt(release, now), memberId, editedBy, proposedBy, needsApproval, known };
}

export async function readGaps(db: Db, release: Release): Promise<Gap[]> {
  return gapsOf(release, release.assets.length > 0 ? await listAssets(db) : []);
}

/** Throws a Conflict when the state or the text does not fit, Forbidden when it is for somebody else to do. */
export async function requireAct(
  db: Db,
  act: Act,
  desk: DeskRelease,
  asking: { memberId: number; now: Date },
): Promise<void> {
  const hindrance = hindranceOf(act, await situationOf(db, desk, asking));
  if (hindrance === 'state') throw new Conflict('releaselife:errors.state');
  if (hindrance) throw new Forbidden(`releaselife:errors.${hindrance}`);
  if (ruleOf(act).complete && (await readGaps(db, desk.release)).length > 0)
    throw new Conflict('releaselife:errors.incomplete');
}

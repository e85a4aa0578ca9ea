/** May this member do this with this release now? Asked by every act before it changes anything. */
import { getEvent } from '../events/index.js';
import { listAssets } from '../mediakit/index.js';
import type { Release } from '../newsroom/index.js';
import type { Db } from '../platform/database.js';
import { Conflict, Forbidden } from '../platform/errors.js';
import type { DeskRelease } from './desk.js';
import { type Gap, gapsOf } from './gaps.js';
import { type Act, type Asking, hindranceOf, ruleOf, type Situation, situationOf } from './life.js';
import { wasScheduled } from './release-history-repository.js';

async function readSituation(db: Db, desk: DeskRelease, asking: Asking): Promise<Situation> {
  const { eventId, id } = desk.release;
  const needsApproval = eventId !== undefined && (await getEvent(db, eventId)).releaseApproval;
  return situationOf(desk, asking, { needsApproval, known: await wasScheduled(db, id) });
}

async function readGaps(db: Db, release: Release): Promise<Gap[]> {
  return gapsOf(release, release.assets.length > 0 ? await listAssets(db) : []);
}

/** Throws a Conflict when the state or the text does not fit, Forbidden when it is for somebody else to do. */
export async function requireAct(db: Db, act: Act, desk: DeskRelease, asking: Asking): Promise<void> {
  const hindrance = hindranceOf(act, await readSituation(db, desk, asking));
  if (hindrance === 'state') throw new Conflict('releaselife:errors.state');
  if (hindrance) throw new Forbidden(`releaselife:errors.${hindrance}`);
  if (ruleOf(act).complete && (await readGaps(db, desk.release)).length > 0)
    throw new Conflict('releaselife:errors.incomplete');
}

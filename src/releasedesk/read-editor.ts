/** Gathers everything the page of one release at the desk shows. Changes nothing. */
import { listBoilerplates } from '../boilerplates/index.js';
import { EVENT_STATES, listEvents } from '../events/index.js';
import { listAssets } from '../mediakit/index.js';
import type { Deps } from '../platform/deps.js';
import {
  findAutosave,
  gapsOf,
  getDeskRelease,
  listHistory,
  listPairs,
  MADE_KNOWN,
  situationOf,
} from '../releaselife/index.js';
import { listMembers, type Member } from '../staff/index.js';
import type { Editor } from './editor.js';

/** Throws NotFound. */
export async function readEditor({ db, clock }: Deps, member: Member, id: number): Promise<Editor> {
  const now = clock.now();
  const desk = await getDeskRelease(db, id);
  const { release } = desk;
  const events = await listEvents(db, EVENT_STATES);
  const event = events.find((each) => each.id === release.eventId);
  const assets = await listAssets(db);
  const members = await listMembers(db);
  const history = await listHistory(db, id);
  return {
    ...{ desk, event, events, assets, now },
    other: (await listPairs(db, [release.pair])).find((version) => version.release.id !== id),
    boilerplates: await listBoilerplates(db, 'offered'),
    history,
    names: new Map(members.map((each) => [each.id, each.name])),
    autosave: await findAutosave(db, id, member.id),
    situation: situationOf(
      desk,
      { memberId: member.id, now },
      {
        needsApproval: event?.releaseApproval ?? false,
        known: history.some(({ action }) => MADE_KNOWN.includes(action)),
      },
    ),
    gaps: gapsOf(release, assets),
  };
}

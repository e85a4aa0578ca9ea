/** What the desk shows of previews: each release under embargo, and everybody who has access to one. */
import { APPROVED, listRequests } from '../accreditation/index.js';
import { getEvent } from '../events/index.js';
import { listEmbargoedReleases, type Release } from '../newsroom/index.js';
import type { Deps } from '../platform/deps.js';
import { listAccess, listAccreditedIds } from './access-repository.js';
import { countOpenings, type OpenedBy } from './opening-repository.js';
import { planLetters } from './plan-letters.js';
import type { PreviewedRelease, PreviewReader } from './readers.js';

export async function readPreviewDesk(
  deps: Deps,
): Promise<{ releases: PreviewedRelease[]; people: PreviewReader[] }> {
  const { db, clock } = deps;
  const embargoed = await listEmbargoedReleases(db, { now: clock.now() });
  const openings = await countOpenings(
    db,
    embargoed.map(({ id }) => id),
  );
  const releases: PreviewedRelease[] = [];
  for (const pair of new Set(embargoed.map((release) => release.pair))) {
    const versions = embargoed.filter((release) => release.pair === pair);
    releases.push(await readRelease(deps, versions, openings));
  }
  return { releases, people: await readPeople(deps, embargoed, openings) };
}

async function readRelease(
  { db, clock }: Deps,
  versions: Release[],
  openings: readonly OpenedBy[],
): Promise<PreviewedRelease> {
  const ids = versions.map(({ id }) => id);
  const [first] = versions;
  const { due, told } = await planLetters(db, first!.id, clock.now());
  const readers = openings.filter(({ releaseId }) => ids.includes(releaseId));
  return {
    versions,
    event: await getEvent(db, first!.eventId!),
    told,
    accredited: told + due.length,
    openedBy: new Set(readers.map(({ requestId }) => requestId)).size,
  };
}

/** By name. */
async function readPeople(
  { db }: Deps,
  embargoed: readonly Release[],
  openings: readonly OpenedBy[],
): Promise<PreviewReader[]> {
  const eventIds = [...new Set(embargoed.map(({ eventId }) => eventId!))];
  const ids = await listAccreditedIds(db, eventIds, APPROVED);
  const requests = new Map((await listRequests(db, ids)).map((request) => [request.id, request]));
  const access = await listAccess(db, ids);
  const last = new Map<number, Date>();
  for (const opening of openings) {
    const known = last.get(opening.requestId);
    if (!known || known < opening.last) last.set(opening.requestId, opening.last);
  }
  return ids.flatMap((id) => {
    const request = requests.get(id);
    return request ? [{ request, access: access.get(id)!, last: last.get(id) }] : [];
  });
}

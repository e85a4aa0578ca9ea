/** Who is to get the link to a release under embargo: everybody accredited for its event, each once. */
import { type AccreditationRequest, APPROVED, fullName, listRequests } from '../accreditation/index.js';
import { getEvent } from '../events/index.js';
import { listEmbargoedReleases, type Release } from '../newsroom/index.js';
import type { Db } from '../platform/database.js';
import { NotFound } from '../platform/errors.js';
import type { Letter } from '../platform/outbox.js';
import { type Access, mayPreview } from './access.js';
import { listAccess, listAccreditedIds } from './access-repository.js';
import { previewLetter } from './mails.js';
import { listTold } from './told-repository.js';

export interface LetterPlan {
  /** The release in the languages there are. */
  versions: Release[];
  due: { request: AccreditationRequest; access: Access }[];
  told: number;
  blocked: number;
}

/** Throws NotFound for a release that is not (or no longer) under embargo. */
export async function planLetters(db: Db, releaseId: number, now: Date): Promise<LetterPlan> {
  const embargoed = await listEmbargoedReleases(db, { now });
  const chosen = embargoed.find(({ id }) => id === releaseId);
  if (!chosen) throw new NotFound();
  const { pair, embargoUntil } = chosen;
  // A version whose embargo ends at another moment is another piece of news.
  const versions = embargoed.filter(
    (each) => each.pair === pair && each.embargoUntil?.getTime() === embargoUntil!.getTime(),
  );
  const requests = await listRequests(db, await listAccreditedIds(db, [chosen.eventId!], APPROVED));
  const access = await listAccess(
    db,
    requests.map(({ id }) => id),
  );
  const told = await listTold(db, { pair, embargoUntil: embargoUntil! });
  const open = requests.filter((request) => mayPreview(request, access.get(request.id)!));
  return {
    versions,
    due: open
      .filter(({ id }) => !told.has(id))
      .map((request) => ({ request, access: access.get(request.id)! })),
    told: open.filter(({ id }) => told.has(id)).length,
    blocked: requests.length - open.length,
  };
}

/** The letter as the first of them will get it; undefined where everybody has it. */
export async function sampleLetter(
  db: Db,
  { versions, due }: LetterPlan,
): Promise<(Letter & { name: string }) | undefined> {
  const [first] = due;
  if (!first) return undefined;
  const { request, access } = first;
  const event = await getEvent(db, request.eventId);
  const letter = await previewLetter(db, event, versions, { request, version: access.version });
  return { ...letter, name: fullName(request) };
}

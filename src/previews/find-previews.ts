/** What waits under embargo for one accredited person, with the link that opens it. */
import type { AccreditationRequest } from '../accreditation/index.js';
import { listEmbargoedReleases, type Release } from '../newsroom/index.js';
import type { Deps } from '../platform/deps.js';
import { toToken } from '../platform/personal-links.js';
import { type Access, isAccredited } from './access.js';
import { findAccess } from './access-repository.js';
import { PREVIEW_LINK } from './paths.js';

export interface OwnPreviews {
  access: Access;
  releases: Release[];
  token: string;
}

/** Undefined for whoever is not accredited. */
export async function findPreviews(
  { db, keys, clock }: Deps,
  request: AccreditationRequest,
): Promise<OwnPreviews | undefined> {
  if (!isAccredited(request)) return undefined;
  const access = await findAccess(db, request.id);
  const releases = await listEmbargoedReleases(db, { now: clock.now(), eventId: request.eventId });
  const token = toToken(keys, { purpose: PREVIEW_LINK, id: request.id, version: access.version });
  return { access, releases, token };
}

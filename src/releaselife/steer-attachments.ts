/** What becomes of the attachments when a release is published or its embargo changes: part of that act. */
import { makeReady, publishReady, type ReadyAsset, setAssetEmbargo } from '../mediadesk/index.js';
import { type Asset, listAssets } from '../mediakit/index.js';
import type { Release } from '../newsroom/index.js';
import type { Trx } from '../platform/database.js';
import type { Deps } from '../platform/deps.js';
import { Conflict } from '../platform/errors.js';
import { inLanguage } from '../platform/languages.js';
import { actorOf, type Member } from '../staff/index.js';
import { attachedTo, type SeenAsset } from './attachments.js';
import type { Seen } from './desk.js';
import { getDeskRelease } from './desk-release-repository.js';
import { Overtaken } from './overtaken.js';
import { insertHistory } from './release-history-repository.js';

/** Drafts that will be published with the release, complete or not: that is checked in the transaction, before which files are made. */
export async function readyDrafts(deps: Deps, id: number): Promise<ReadyAsset[]> {
  const { release } = await getDeskRelease(deps.db, id);
  if (release.assets.length === 0) return [];
  const drafts = attachedTo(release, await listAssets(deps.db)).filter(({ state }) => state === 'draft');
  const ready: ReadyAsset[] = [];
  for (const asset of drafts) ready.push(await makeReady(deps, asset));
  return ready;
}

export interface Steering {
  member: Member;
  at: Date;
  seen: Seen;
  /** As it will stand. */
  release: Release;
  embargoUntil: Date | undefined;
  ready?: readonly ReadyAsset[];
  /** Attachments for which the embargo is to hold too. */
  along: readonly SeenAsset[];
}

/** Throws Overtaken when an attachment is another one than the member saw. */
export async function steerAttachments(trx: Trx, steering: Steering): Promise<void> {
  const { release, ready = [], along } = steering;
  const { member, at, embargoUntil } = steering;
  const together = { at, actor: actorOf(member), cause: `release:${release.id}`, embargoUntil };
  const attached = along.length > 0 ? attachedTo(release, await listAssets(trx)) : [];
  try {
    for (const draft of ready) {
      await publishReady(trx, draft, together);
      await note(trx, steering, 'attachmentPublished', draft.asset);
    }
    for (const seen of along) {
      const asset = attached.find(({ id, state }) => id === seen.id && state === 'published');
      if (!asset) throw new Overtaken();
      await setAssetEmbargo(trx, seen, together);
      await note(trx, steering, embargoUntil ? 'attachmentHeld' : 'attachmentFreed', asset);
    }
  } catch (error) {
    throw error instanceof Conflict ? new Overtaken() : error;
  }
}

const note = (
  trx: Trx,
  { member, at, seen, release }: Steering,
  action: string,
  { slug, texts }: Asset,
): Promise<void> =>
  insertHistory(trx, {
    ...{ releaseId: release.id, at, staffId: member.id, action, revision: seen.revision + 1 },
    ...{ note: inLanguage(texts.title, release.language) || slug, content: undefined },
  });

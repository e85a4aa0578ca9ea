/** A complete draft, made through the real acts, so that a test names only what it is about. */
import { type Asset, addAsset, getAsset, type NewAsset } from '../../src/mediakit/index.js';
import type { ReleaseContent } from '../../src/newsroom/index.js';
import type { Deps } from '../../src/platform/deps.js';
import { createRelease } from '../../src/releaselife/create-release.js';
import { type Edit, editOf, type Plan, type Seen } from '../../src/releaselife/desk.js';
import { getDeskRelease } from '../../src/releaselife/desk-release-repository.js';
import { moveRelease } from '../../src/releaselife/move-release.js';
import { saveRelease } from '../../src/releaselife/save-release.js';
import type { Member } from '../../src/staff/index.js';
import { exampleAsset, photo } from '../mediakit/example-asset.js';

export const CONTENT: ReleaseContent = {
  place: 'Musterstadt',
  title: 'Digitale Verwaltung wächst',
  subtitle: '',
  teaser: 'Der Vorspann.',
  body: 'Erster Absatz.\n\nZweiter Absatz.',
  quotes: [],
  contact: { name: 'Pressestelle', email: 'presse@ministerium.example', phone: '' },
  boilerplate: '',
  assets: [],
};
export const AT_ONCE: Plan = {
  eventId: undefined,
  atOnce: true,
  publishAt: undefined,
  embargoUntil: undefined,
};

export async function seenOf({ db }: Deps, id: number): Promise<Seen> {
  return { id, revision: (await getDeskRelease(db, id)).revision };
}

export async function aDraft(
  deps: Deps,
  member: Member,
  { content = {}, plan = {} }: { content?: Partial<ReleaseContent>; plan?: Partial<Plan> } = {},
): Promise<number> {
  const written = { ...CONTENT, ...content };
  const planned = { ...AT_ONCE, ...plan };
  const beginning = { language: 'de' as const, eventId: planned.eventId, title: written.title };
  const id = await createRelease(deps, member, beginning);
  await saveRelease(deps, member, await seenOf(deps, id), { content: written, plan: planned });
  return id;
}

export async function edit(deps: Deps, id: number, content: Partial<ReleaseContent>): Promise<Edit> {
  const before = editOf(await getDeskRelease(deps.db, id));
  return { ...before, content: { ...before.content, ...content } };
}

export async function move(
  deps: Deps,
  member: Member,
  id: number,
  step: Parameters<typeof moveRelease>[3]['step'],
  note = '',
): Promise<void> {
  await moveRelease(deps, member, await seenOf(deps, id), { step, note });
}

/** A file of the media kit, complete unless the test says otherwise. */
export async function anAttachment(deps: Deps, changes: Partial<NewAsset> = {}): Promise<Asset> {
  const id = await addAsset(deps, 'system', exampleAsset(changes), { content: await photo(60, 40) });
  return getAsset(deps.db, id);
}

export const historyOf = async ({ db }: Deps, id: number): Promise<string[]> =>
  (await db('release_history').where({ release_id: id }).orderBy('id')).map(({ action }) => action);

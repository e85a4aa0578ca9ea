/** Former versions of releases, each as the public read it. */
import type { Db, Trx } from '../platform/database.js';
import {
  contentOf,
  type Release,
  type ReleaseContent,
  type ReleaseVersion,
  type VersionMoment,
} from './release.js';
import { toCorrection } from './release-row-repository.js';

interface VersionRow {
  release_id: number;
  version: number;
  updated_at: string;
  correction: string | null;
  content: string;
}

/** Keeps the text that stands before a correction takes its place. */
export async function keepVersion(trx: Trx, release: Release): Promise<void> {
  await trx<VersionRow>('release_versions')
    .insert({
      release_id: release.id,
      version: release.version,
      updated_at: release.updatedAt.toISOString(),
      correction: release.correction ? JSON.stringify(release.correction) : null,
      content: JSON.stringify(contentOf(release)),
    })
    .onConflict(['release_id', 'version'])
    .merge();
}

/** All versions, the newest, which stands in the release itself, first. */
export async function listVersions(db: Db, release: Release): Promise<ReleaseVersion[]> {
  const rows = await db<VersionRow>('release_versions')
    .where({ release_id: release.id })
    .andWhere('version', '<', release.version)
    .orderBy('version', 'desc');
  return [standing(release), ...rows.map(toVersion)];
}

/** The same without the texts. */
export async function listVersionMoments(db: Db, release: Release): Promise<VersionMoment[]> {
  const rows = await db<VersionRow>('release_versions')
    .where({ release_id: release.id })
    .andWhere('version', '<', release.version)
    .orderBy('version', 'desc')
    .select('version', 'updated_at');
  const former = rows.map(({ version, updated_at }) => ({ version, updatedAt: new Date(updated_at) }));
  return [{ version: release.version, updatedAt: release.updatedAt }, ...former];
}

const standing = (release: Release): ReleaseVersion => ({
  version: release.version,
  updatedAt: release.updatedAt,
  correction: release.correction,
  content: contentOf(release),
});

const toVersion = (row: VersionRow): ReleaseVersion => ({
  version: row.version,
  updatedAt: new Date(row.updated_at),
  correction: toCorrection(row.correction),
  content: JSON.parse(row.content) as ReleaseContent,
});

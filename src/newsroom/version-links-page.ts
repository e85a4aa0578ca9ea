/** The versions of a release that the public read, as links, the newest first. */
import { formatDateTime, toIsoLocal } from '../platform/dates.js';
import type { Translate } from '../platform/i18n.js';
import { paths } from './paths.js';
import { changedAt, type Release, type VersionMoment } from './release.js';

export interface VersionLink {
  version: number;
  label: string;
  when: string;
  iso: string;
  href: string;
  /** The page that shows these links. */
  current: boolean;
}

export function versionLinks(
  t: Translate,
  release: Release,
  versions: readonly VersionMoment[],
  shown?: number,
): VersionLink[] {
  return versions.map(({ version, updatedAt }) => {
    const at = changedAt({ ...release, updatedAt });
    return {
      version,
      label: t('newsroom:versions.link', { version }),
      when: formatDateTime(release.language, at),
      iso: toIsoLocal(at),
      href: paths.version(release, version),
      current: version === shown,
    };
  });
}

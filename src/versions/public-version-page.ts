/** One version of a release as a page: from when to when it was valid, what it changed, and its wording. */
import {
  type CopySite,
  changedAt,
  comparisonOf,
  newsroomPaths,
  type Release,
  type ReleaseVersion,
  releaseCopy,
  releaseHtml,
  type VersionLink,
  versionLinks,
} from '../newsroom/index.js';
import { formatDateTime } from '../platform/dates.js';
import type { Part } from '../platform/difference.js';
import type { Translate } from '../platform/i18n.js';
import { type Lang, otherLang } from '../platform/languages.js';
import type { Page } from '../platform/render.js';
import { paragraphsWithChanges } from './paragraphs.js';

export interface PublicVersionPage extends Page {
  heading: string;
  eyebrow: string;
  subtitle: string;
  isCurrent: boolean;
  validity: string;
  releaseHref: string;
  /** What led to this version; empty for the first. */
  correction: string;
  /** "Was sich gegenüber Fassung 1 geändert hat"; empty for the first. */
  changed: string;
  /** Each field that differs, paragraph by paragraph. */
  changes: { field: string; paragraphs: Part[][] }[];
  textHtml: string;
  versions: VersionLink[];
}

export interface VersionFacts {
  release: Release;
  translation: Release | undefined;
  /** Those that the public read, the newest first. */
  versions: readonly ReleaseVersion[];
  /** Which of them is shown. */
  at: number;
  site: CopySite;
}

export function publicVersionPage(t: Translate, facts: VersionFacts): PublicVersionPage {
  const { release, translation, versions, at, site } = facts;
  const lang = release.language;
  const shown = versions[at]!;
  const before = versions[at + 1];
  const { version, correction, content } = shown;
  const old: Release = { ...release, ...content, version, correction, updatedAt: shown.updatedAt };
  const copy = releaseCopy(lang, t, old, site);
  const releaseHref = newsroomPaths.releaseOf(release);
  return {
    title: t('versions:title', { title: content.title, version }),
    description: content.teaser,
    section: 'press',
    crumbs: [
      { label: t('layout:home'), href: `/${lang}` },
      { label: t('newsroom:list.title'), href: newsroomPaths.releases(lang) },
      { label: release.title, href: releaseHref },
    ],
    crumb: t('newsroom:versions.link', { version }),
    canonicalPath: releaseHref,
    alternatePath: translation
      ? newsroomPaths.releaseOf(translation)
      : newsroomPaths.releases(otherLang(lang)),
    untranslated: true,
    heading: content.title,
    eyebrow: t('versions:eyebrow', { kind: copy.kind, version, last: release.version }),
    subtitle: content.subtitle,
    isCurrent: at === 0,
    validity: validityOf(lang, t, facts),
    releaseHref,
    correction: copy.correction
      ? `${copy.correction.label} (${copy.correction.when}): ${copy.correction.text}`
      : '',
    changed: before ? t('versions:changed', { version: before.version }) : '',
    changes: before ? changesOf(t, before, shown) : [],
    textHtml: releaseHtml({ ...copy, correction: undefined }, ''),
    versions: versionLinks(t, release, versions, version),
  };
}

function validityOf(lang: Lang, t: Translate, { release, versions, at }: VersionFacts): string {
  const from = formatDateTime(lang, changedAt({ ...release, updatedAt: versions[at]!.updatedAt }));
  const next = versions[at - 1];
  return next
    ? t('versions:period', { from, to: formatDateTime(lang, next.updatedAt) })
    : t('versions:since', { from });
}

const changesOf = (t: Translate, before: ReleaseVersion, after: ReleaseVersion) =>
  comparisonOf(before.content, after.content).map(({ field, parts }) => ({
    field: t(`newsroom:fields.${field}`),
    paragraphs: paragraphsWithChanges(parts),
  }));

/** Page models of a letter's past: all versions, and one of them beside another. */
import { type Translate, translator } from '../platform/i18n.js';
import { LANGUAGES, type Lang } from '../platform/languages.js';
import type { LetterText } from '../platform/letters.js';
import type { Crumb, Page } from '../platform/render.js';
import type { LetterEntry } from './catalogue.js';
import { type Comparison, comparisonsOf } from './letter-edit-page.js';
import { type Reading, whoAndWhen } from './letter-list-page.js';
import { paths } from './paths.js';
import { changedLanguages, type LetterVersion, textsOf } from './version.js';

export interface VersionsPage extends Page {
  versions: { label: string; href: string; what: string; by: string; inForce: boolean }[];
}

export function versionsPage(
  reading: Reading,
  entry: LetterEntry,
  versions: readonly LetterVersion[],
): VersionsPage {
  const t = translator(reading.lang);
  const shipped = {
    label: t('letterdesk:versions.shipped'),
    href: paths.version(entry, 0),
    what: t('letterdesk:versions.whatShipped'),
    by: '',
    inForce: versions.length === 0,
  };
  const rows = versions.map((version, at) => ({
    label: labelOf(t, version.number),
    href: paths.version(entry, version.number),
    what: whatOf(t, version),
    by: whoAndWhen(reading, version),
    inForce: at === 0,
  }));
  return {
    title: t('letterdesk:versions.title'),
    section: 'letters',
    crumbs: crumbsOf(t, entry),
    versions: [...rows, shipped],
  };
}

export interface VersionPage extends Page {
  by: string;
  what: string;
  inForce: boolean;
  /** Subject and body in both languages, with their placeholders. */
  texts: ({ lang: Lang; label: string } & LetterText)[];
  /** Other versions to compare with. */
  others: { label: string; href: string; current: boolean }[];
  heading: string;
  comparisons: Comparison[];
  /** Where this text becomes the newest; empty for the one in force. */
  restore: string;
  /** The newest version the member saw. */
  seen: number;
  button: string;
}

export interface VersionShown {
  entry: LetterEntry;
  /** Newest first. */
  versions: readonly LetterVersion[];
  number: number;
  /** The version to compare with. */
  other: number;
}

export function versionPage(reading: Reading, shown: VersionShown): VersionPage {
  const t = translator(reading.lang);
  const { entry, versions, number, other } = shown;
  const find = (wanted: number) => versions.find((version) => version.number === wanted);
  const version = find(number);
  const newest = versions[0]?.number ?? 0;
  const texts = textsOf(entry.key, version?.own);
  const [from, to] = [Math.min(number, other), Math.max(number, other)];
  const comparing = other !== number;
  return {
    title: labelOf(t, number),
    section: 'letters',
    crumbs: [...crumbsOf(t, entry), { label: t('letterdesk:versions.title'), href: paths.versions(entry) }],
    by: version ? whoAndWhen(reading, version) : '',
    what: version ? whatOf(t, version) : t('letterdesk:versions.whatShipped'),
    inForce: number === newest,
    texts: LANGUAGES.map((lang) => ({ lang, label: t(`letterdesk:languages.${lang}`), ...texts[lang] })),
    others: othersOf(t, shown, newest),
    heading: t('letterdesk:versions.difference', { from: labelOf(t, from), to: labelOf(t, to) }),
    comparisons: comparing
      ? comparisonsOf(t, textsOf(entry.key, find(from)?.own), textsOf(entry.key, find(to)?.own))
      : [],
    restore: number === newest ? '' : `${paths.version(entry, number)}/restore`,
    seen: newest,
    button: t(number === 0 ? 'letterdesk:versions.reset' : 'letterdesk:versions.restore'),
  };
}

/** The one in force, the one before, the shipped one: what somebody looking back asks for. */
function othersOf(
  t: Translate,
  { entry, number, other }: VersionShown,
  newest: number,
): VersionPage['others'] {
  const wanted = [newest, number - 1, 0].filter((at) => at >= 0 && at !== number);
  return [...new Set(wanted)].map((at) => ({
    label: at === newest ? t('letterdesk:versions.now', { label: labelOf(t, at) }) : labelOf(t, at),
    href: paths.compare(entry, number, at),
    current: at === other,
  }));
}

const labelOf = (t: Translate, number: number): string =>
  number === 0 ? t('letterdesk:versions.shipped') : t('letterdesk:versions.number', { number });

function whatOf(t: Translate, version: LetterVersion): string {
  const { restored } = version;
  if (restored === 0) return t('letterdesk:versions.whatReset');
  if (restored !== undefined) return t('letterdesk:versions.whatRestored', { number: restored });
  const changed = changedLanguages(version);
  if (changed.length === 0) return t('letterdesk:versions.whatReset');
  return t(`letterdesk:states.${changed.length === 2 ? 'both' : changed[0]}`);
}

const crumbsOf = (t: Translate, entry: LetterEntry): Crumb[] => [
  { label: t('letterdesk:list.title'), href: paths.list },
  { label: t(`letterdesk:about.${entry.group}.${entry.name}.title`), href: paths.letter(entry) },
];

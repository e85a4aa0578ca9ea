/** Page model of all letters: grouped by occasion, with those marked that the team wrote anew. */
import { operatorPaths } from '../operator/index.js';
import { formatDateTime } from '../platform/dates.js';
import { translator } from '../platform/i18n.js';
import type { Lang } from '../platform/languages.js';
import type { Page } from '../platform/render.js';
import { CATALOGUE, GROUPS, type LetterEntry } from './catalogue.js';
import { paths } from './paths.js';
import { problemsOf } from './placeholders.js';
import { changedLanguages, type LetterVersion, textsOf } from './version.js';

export interface LetterRow {
  title: string;
  use: string;
  href: string;
  /** In which languages the text is the team's own, or that it is as shipped. */
  state: string;
  badge: 'info' | 'plain' | 'warning';
  icon: string;
  /** Who saved the newest version when; empty while nobody did. */
  changed: string;
}

export interface LetterListPage extends Page {
  groups: { name: string; heading: string; letters: LetterRow[] }[];
}

export interface Reading {
  lang: Lang;
  /** Names of members by number. */
  names: ReadonlyMap<number, string>;
}

export function letterListPage(reading: Reading, newest: ReadonlyMap<string, LetterVersion>): LetterListPage {
  const t = translator(reading.lang);
  return {
    title: t('letterdesk:list.title'),
    section: 'letters',
    crumbs: [{ label: t('operator:settings.title'), href: operatorPaths.deskSettings }],
    groups: GROUPS.map((group) => ({
      name: group,
      heading: t(`letterdesk:groups.${group}`),
      letters: CATALOGUE.filter((entry) => entry.group === group).map((entry) =>
        toRow(reading, entry, newest.get(entry.key)),
      ),
    })),
  };
}

function toRow(reading: Reading, entry: LetterEntry, version: LetterVersion | undefined): LetterRow {
  const t = translator(reading.lang);
  return {
    title: t(`letterdesk:about.${entry.group}.${entry.name}.title`),
    use: t(`letterdesk:about.${entry.group}.${entry.name}.use`),
    href: paths.letter(entry),
    changed: version ? whoAndWhen(reading, version) : '',
    ...lookOf(reading.lang, entry, version),
  };
}

/** As one word with its icon; a text that an update left behind asks for a hand. */
export function lookOf(
  lang: Lang,
  entry: LetterEntry,
  version: LetterVersion | undefined,
): Pick<LetterRow, 'state' | 'badge' | 'icon'> {
  const t = translator(lang);
  const changed = changedLanguages(version);
  const texts = textsOf(entry.key, version?.own);
  if (changed.some((own) => problemsOf(entry, texts[own]).length > 0))
    return { state: t('letterdesk:states.outdated'), badge: 'warning', icon: 'warning' };
  if (changed.length === 0) return { state: t('letterdesk:states.shipped'), badge: 'plain', icon: 'check' };
  const state = t(`letterdesk:states.${changed.length === 2 ? 'both' : changed[0]}`);
  return { state, badge: 'info', icon: 'edit' };
}

export function whoAndWhen({ lang, names }: Reading, { changedBy, changedAt }: LetterVersion): string {
  const name = names.get(changedBy) ?? translator(lang)('letterdesk:versions.somebody');
  return translator(lang)('letterdesk:versions.by', { name, time: formatDateTime(lang, changedAt) });
}

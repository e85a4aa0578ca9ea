/** The list of releases at the desk: one row for both languages, with state, moment and embargo. */
import type { Event } from '../events/index.js';
import { RELEASE_STATES, type ReleaseState } from '../newsroom/index.js';
import { formatDateTime, formatMoment } from '../platform/dates.js';
import { type Translate, translator } from '../platform/i18n.js';
import { inLanguage, LANGUAGES, type Lang } from '../platform/languages.js';
import type { Page } from '../platform/render.js';
import { withFirmHyphens } from '../platform/typography.js';
import { type DeskRelease, stateAt } from '../releaselife/index.js';
import { type ListQuery, paths } from './paths.js';
import { type Look, languageName, lookOf, whenOf } from './release-look-page.js';

export const PAGE_SIZE = 25;

interface VersionView {
  href: string;
  language: string;
  look: Look;
}

interface RowView {
  href: string;
  title: string;
  lang: Lang;
  versions: VersionView[];
  event: string;
  when: string;
  /** Empty where none holds. */
  embargo: string;
  touched: string;
}

export interface ReleaseListPage extends Page {
  /** Empty where the reader may not write. */
  add: string;
  tabs: { label: string; href: string; count: number; current: boolean }[];
  state: string;
  question: string;
  filters: { name: string; label: string; options: { value: string; label: string; selected: boolean }[] }[];
  rows: RowView[];
  empty: string;
  /** Shows everything again; empty where nothing is narrowed. */
  reset: string;
  newer: string;
  older: string;
  position: string;
}

export interface FoundReleases {
  /** One more pair than the page shows tells that there are older ones. */
  pairs: DeskRelease[][];
  counts: Record<ReleaseState, number>;
  events: Event[];
  names: ReadonlyMap<number, string>;
  now: Date;
}

export function releaseListPage(
  lang: Lang,
  found: FoundReleases,
  query: ListQuery,
  writes: boolean,
): ReleaseListPage {
  const t = translator(lang);
  const shown = found.pairs.slice(0, PAGE_SIZE);
  const narrowed = Boolean(query.question || query.lang || query.eventId);
  const leaf = (page: number): string => paths.list({ ...query, page });
  const older = found.pairs.length > PAGE_SIZE;
  return {
    title: t('releasedesk:list.title'),
    section: 'releases',
    add: writes ? paths.new : '',
    tabs: tabsOf(t, found.counts, query),
    state: query.state ?? '',
    question: query.question,
    filters: filtersOf(lang, t, found.events, query),
    rows: shown.map((pair) => rowOf(lang, t, pair, found)),
    empty: t(narrowed || query.state ? 'releasedesk:list.nothing' : 'releasedesk:list.none'),
    reset: narrowed ? paths.list({ state: query.state }) : '',
    newer: query.page > 1 ? leaf(query.page - 1) : '',
    older: older ? leaf(query.page + 1) : '',
    position: older || query.page > 1 ? t('releasedesk:list.position', { page: query.page }) : '',
  };
}

function tabsOf(t: Translate, counts: Record<ReleaseState, number>, query: ListQuery) {
  const { page: _page, ...narrowing } = query;
  const tab = (state: ReleaseState | undefined) => ({
    label: t(`releasedesk:heaps.${state ?? 'all'}`),
    href: paths.list({ ...narrowing, state }),
    current: query.state === state,
  });
  const all = { ...tab(undefined), count: Object.values(counts).reduce((sum, count) => sum + count, 0) };
  return [all, ...RELEASE_STATES.map((state) => ({ ...tab(state), count: counts[state] }))];
}

function filtersOf(lang: Lang, t: Translate, events: Event[], query: ListQuery): ReleaseListPage['filters'] {
  const option = (value: string, label: string, chosen: string) => ({
    ...{ value, label },
    selected: value === chosen,
  });
  const chosenEvent = String(query.eventId ?? '');
  return [
    {
      name: 'lang',
      label: t('releasedesk:list.language'),
      options: [
        option('', t('releasedesk:list.allLanguages'), query.lang ?? ''),
        ...LANGUAGES.map((each) => option(each, languageName(t, each), query.lang ?? '')),
      ],
    },
    {
      name: 'event',
      label: t('releasedesk:list.event'),
      options: [
        option('', t('releasedesk:list.allEvents'), chosenEvent),
        ...events.map(({ id, texts }) => option(String(id), inLanguage(texts.title, lang), chosenEvent)),
      ],
    },
  ];
}

function rowOf(
  lang: Lang,
  t: Translate,
  pair: DeskRelease[],
  { events, names, now }: FoundReleases,
): RowView {
  const lead = pair.find(({ release }) => release.language === lang) ?? pair[0]!;
  const { release } = lead;
  const event = events.find(({ id }) => id === release.eventId);
  const touched = pair.reduce((latest, each) => (each.savedAt > latest.savedAt ? each : latest), lead);
  const by = touched.editedBy === undefined ? undefined : names.get(touched.editedBy);
  const { embargoUntil } = release;
  return {
    href: paths.release(release.id),
    title: withFirmHyphens(release.title),
    lang: release.language,
    versions: pair.map((version) => ({
      href: paths.release(version.release.id),
      language: languageName(t, version.release.language),
      look: lookOf(t, stateAt(version.release, now)),
    })),
    event: event ? inLanguage(event.texts.title, lang) : '',
    when: whenOf(t, lang, lead, now),
    embargo: embargoUntil && embargoUntil > now ? formatMoment(lang, embargoUntil) : '',
    touched: [formatDateTime(lang, touched.savedAt), by].filter(Boolean).join(', '),
  };
}

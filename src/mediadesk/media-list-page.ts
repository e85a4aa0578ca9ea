/** The media kit as the team sees it: everything, in whatever state, sorted by where it stands. */
import type { Event } from '../events/index.js';
import { ASSET_KINDS, type Asset, findRendition, mediaPaths } from '../mediakit/index.js';
import { formatDateTime } from '../platform/dates.js';
import { type SelectField, selectField, type TextField, textField } from '../platform/fields.js';
import type { Translate } from '../platform/i18n.js';
import { inLanguage, type Lang } from '../platform/languages.js';
import type { Page } from '../platform/render.js';
import { countMissing, SHOWN_STATES, type ShownState, shownStateOf } from './assetstate.js';
import { type ListChoice, paths } from './paths.js';

export interface Look {
  icon: string;
  badge: string;
  label: string;
}

const LOOKS: Record<ShownState, Omit<Look, 'label'>> = {
  draft: { icon: 'edit', badge: 'plain' },
  embargoed: { icon: 'calendar-today', badge: 'warning' },
  published: { icon: 'check', badge: 'success' },
  expired: { icon: 'warning', badge: 'warning' },
  withdrawn: { icon: 'danger', badge: 'danger' },
};

export interface AssetRowView {
  id: number;
  href: string;
  title: string;
  meta: string;
  thumb: string;
  look: Look;
  note: string;
  version: number;
  move: string;
  isFirst: boolean;
  isLast: boolean;
}

export interface MediaListPage extends Page {
  upload: string;
  tabs: { label: string; href: string; count: number; current: boolean }[];
  state: string;
  action: string;
  search: TextField;
  kind: SelectField;
  event: SelectField;
  /** Where all filters are gone; empty without any. */
  reset: string;
  rows: AssetRowView[];
  /** Moving makes sense only where nothing is left out. */
  moves: boolean;
  empty: string;
}

interface Shown {
  t: Translate;
  lang: Lang;
  now: Date;
  assets: readonly Asset[];
  events: readonly Event[];
  writes: boolean;
}

export function mediaListPage(shown: Shown, choice: ListChoice): MediaListPage {
  const { t, lang, now, assets, events, writes } = shown;
  const state = SHOWN_STATES.find((name) => name === choice.state);
  const found = assets.filter((asset) => fits(shown, asset, choice));
  const listed = found.filter((asset) => !state || shownStateOf(asset, now) === state);
  const entered = { q: choice.q ?? '', kind: choice.kind ?? '', event: choice.event ?? '' };
  const fields = { entered, errors: [] };
  const isFiltered = Boolean(choice.q || choice.kind || choice.event);
  const all = { value: '', label: t('mediadesk:list.filter.all') };
  const kinds = ASSET_KINDS.map((kind) => ({ value: kind, label: t(`mediakit:kinds.${kind}`) }));
  const eventOptions = events.map(({ slug, texts }) => ({
    value: slug,
    label: inLanguage(texts.title, lang),
  }));
  return {
    title: t('mediadesk:title'),
    section: 'media',
    upload: writes ? paths.upload : '',
    tabs: [undefined, ...SHOWN_STATES].map((name) => ({
      label: t(`mediadesk:states.${name ?? 'all'}`),
      href: paths.list({ ...choice, state: name }),
      count: name ? found.filter((asset) => shownStateOf(asset, now) === name).length : found.length,
      current: name === state,
    })),
    state: state ?? '',
    action: paths.list(),
    search: textField('q', t('mediadesk:list.filter.q'), fields, { type: 'search', optional: true }),
    kind: selectField('kind', t('mediadesk:list.filter.kind'), fields, {
      options: [all, ...kinds],
      optional: true,
      mark: '',
    }),
    event: selectField('event', t('mediadesk:list.filter.event'), fields, {
      options: [all, ...eventOptions],
      optional: true,
      mark: '',
    }),
    reset: isFiltered ? paths.list({ state }) : '',
    rows: listed.map((asset, at) => ({
      ...rowOf(shown, asset),
      isFirst: at === 0,
      isLast: at === listed.length - 1,
    })),
    moves: writes && !isFiltered && !state && listed.length > 1,
    empty: t(assets.length === 0 ? 'mediadesk:list.none' : 'mediadesk:list.noneFound'),
  };
}

function fits({ events }: Shown, asset: Asset, { kind, event, q = '' }: ListChoice): boolean {
  if (kind && asset.kind !== kind) return false;
  if (event && asset.eventId !== events.find(({ slug }) => slug === event)?.id) return false;
  const { title, caption, alt } = asset.texts;
  const words = [title, caption, alt].flatMap(({ de, en }) => [de, en]);
  const all = [...words, asset.creator, asset.credit, asset.slug, asset.master?.originalName ?? ''];
  const text = [...all, ...(asset.people ?? [])].join(' ').toLowerCase();
  return q
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

function rowOf(
  { t, lang, now, events, writes }: Shown,
  asset: Asset,
): Omit<AssetRowView, 'isFirst' | 'isLast'> {
  const event = events.find(({ id }) => id === asset.eventId);
  const isPublic = shownStateOf(asset, now) === 'published';
  const facts = [t(`mediakit:kinds.${asset.kind}`), event && inLanguage(event.texts.title, lang)];
  return {
    id: asset.id,
    href: writes ? paths.asset(asset.id) : isPublic ? mediaPaths.asset(lang, asset.slug) : '',
    title: titleOf(t, lang, asset),
    meta: [...facts, asset.master?.originalName].filter(Boolean).join(' · '),
    thumb: findRendition(asset, 'thumb') ? paths.file(asset.id, 'thumb') : '',
    look: lookOf(t, asset, now),
    note: noteOf(t, lang, asset, now),
    version: asset.version,
    move: paths.act(asset.id, 'move'),
  };
}

/** No file name becomes a title by itself; until somebody writes one, it stands in for it here. */
export const titleOf = (t: Translate, lang: Lang, { texts, master }: Asset): string =>
  inLanguage(texts.title, lang) || texts.title.en || master?.originalName || t('mediadesk:untitled');

export function lookOf(t: Translate, asset: Asset, now: Date): Look {
  const state = shownStateOf(asset, now);
  return { ...LOOKS[state], label: t(`mediadesk:states.${state}`) };
}

/** What happens next, or what is still to do. */
function noteOf(t: Translate, lang: Lang, asset: Asset, now: Date): string {
  const { embargoUntil, validUntil } = asset;
  const state = shownStateOf(asset, now);
  if (state === 'embargoed')
    return t('mediadesk:notes.embargoed', { time: formatDateTime(lang, embargoUntil!) });
  if (state === 'expired') return t('mediadesk:notes.expired', { time: formatDateTime(lang, validUntil!) });
  if (state === 'published')
    return validUntil ? t('mediadesk:notes.until', { time: formatDateTime(lang, validUntil) }) : '';
  if (state === 'withdrawn') return '';
  const count = countMissing(asset);
  return count === 0 ? t('mediadesk:notes.complete') : t('mediadesk:notes.missing', { count });
}

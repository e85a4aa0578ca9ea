/** The media kit as a page: the gallery and its filters. */
import type { Translate } from '../platform/i18n.js';
import { type Bilingual, inLanguage, type Lang } from '../platform/languages.js';
import type { Page } from '../platform/render.js';
import { withFirmHyphens } from '../platform/typography.js';
import { ASSET_KINDS, type Asset, type AssetKind, isPictureKind } from './asset.js';
import { type AssetCard, assetCard } from './asset-card-page.js';
import { paths } from './paths.js';

export interface Chip {
  label: string;
  href: string;
  current: boolean;
}

/** Everything of one event in one file, as the gallery offers it. */
export interface KitBox {
  href: string;
  /** With the size. */
  label: string;
  text: string;
}

export interface MediaPage extends Page {
  kit: KitBox | undefined;
  eyebrow: string;
  heading: string;
  /** What no picture tells; an original that is offered on purpose may. */
  clean: string;
  kinds: Chip[];
  events: Chip[];
  assets: AssetCard[];
}

export interface MediaEvent {
  id: number;
  slug: string;
  title: Bilingual;
}

export interface MediaChoice {
  kind: AssetKind | undefined;
  event: MediaEvent | undefined;
}

/** `assets` are all that may be seen; `events` those that may be named. */
export function mediaPage(
  lang: Lang,
  t: Translate,
  shown: { assets: Asset[]; events: MediaEvent[] },
  choice: MediaChoice,
  kitOf: (event: MediaEvent, assets: Asset[]) => KitBox | undefined = () => undefined,
): MediaPage {
  const ofEvent = shown.assets.filter(({ eventId }) => !choice.event || eventId === choice.event.id);
  const assets = ofEvent.filter(({ kind }) => !choice.kind || kind === choice.kind);
  const named = shown.events.filter(({ id }) => shown.assets.some(({ eventId }) => eventId === id));
  const only = choice.event ?? (named.length === 1 ? named[0] : undefined);
  return {
    title: t('mediakit:title'),
    description: t('mediakit:lead'),
    section: 'media',
    crumbs: [{ label: t('layout:home'), href: `/${lang}` }],
    kit:
      only &&
      kitOf(
        only,
        shown.assets.filter(({ eventId }) => eventId === only.id),
      ),
    eyebrow: only ? withFirmHyphens(inLanguage(only.title, lang)) : '',
    heading: t('mediakit:count', { count: assets.length }),
    clean: t(assets.some(offersUntouched) ? 'mediakit:cleanButOriginals' : 'mediakit:clean'),
    kinds: kindChips(lang, t, ofEvent, choice),
    events: named.length > 1 ? eventChips(lang, t, named, choice) : [],
    assets: assets.map((asset) => assetCard(lang, t, asset)),
  };
}

const offersUntouched = ({ kind, offersOriginal }: Asset): boolean => isPictureKind(kind) && offersOriginal;

function kindChips(lang: Lang, t: Translate, assets: Asset[], { kind, event }: MediaChoice): Chip[] {
  const hrefOf = (chosen?: AssetKind) =>
    paths.media(lang, { ...(event ? { event: event.slug } : {}), ...(chosen ? { kind: chosen } : {}) });
  const all = {
    label: t('mediakit:filter.all', { count: assets.length }),
    href: hrefOf(),
    current: kind === undefined,
  };
  const present = ASSET_KINDS.map((name) => ({
    name,
    count: assets.filter((asset) => asset.kind === name).length,
  })).filter(({ count }) => count > 0);
  return [
    all,
    ...present.map(({ name, count }) => ({
      label: t(`mediakit:filter.${name}`, { count }),
      href: hrefOf(name),
      current: name === kind,
    })),
  ];
}

function eventChips(lang: Lang, t: Translate, events: MediaEvent[], { kind, event }: MediaChoice): Chip[] {
  const hrefOf = (slug?: string) =>
    paths.media(lang, { ...(slug ? { event: slug } : {}), ...(kind ? { kind } : {}) });
  return [
    { label: t('mediakit:filter.allEvents'), href: hrefOf(), current: event === undefined },
    ...events.map(({ id, slug, title }) => ({
      label: inLanguage(title, lang),
      href: hrefOf(slug),
      current: id === event?.id,
    })),
  ];
}

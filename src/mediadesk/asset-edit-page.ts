/** One asset at the desk: the file, everything said about it, and the steps of its life. */
import { type Asset, allowsAssetStep, findRendition, isPictureKind, mediaPaths } from '../mediakit/index.js';
import { type DeskFormPage, entryConflict, errorSummary } from '../platform/desk-form.js';
import { textOf } from '../platform/form.js';
import type { Translate } from '../platform/i18n.js';
import { inLanguage, type Lang } from '../platform/languages.js';
import { formatBytes } from '../platform/numbers.js';
import { type AssetShown, assetSections } from './asset-fields-page.js';
import { shownStateOf } from './assetstate.js';
import { type Look, lookOf, titleOf } from './media-list-page.js';
import { paths } from './paths.js';

export interface AssetEditPage extends DeskFormPage {
  look: Look;
  facts: { term: string; text: string }[];
  preview: { src: string; width: number; height: number } | undefined;
  audio: string;
  /** Where the file itself can be opened. */
  file: string;
  /** The page for everybody; empty while there is none. */
  publicHref: string;
  /** The next draft, for whoever goes through an upload; empty where there is none. */
  next: { href: string; label: string } | undefined;
  /** What a camera wrote into the file, in one sentence; empty where it wrote nothing. */
  traces: string;
  /** What was found in the file and is to be checked; empty once somebody saved. */
  found: string;
  version: string;
  withdraw: string;
  discard: string;
  publish: string;
}

interface Edited extends AssetShown {
  now: Date;
  next: Asset | undefined;
  /** Somebody saved since the editor opened the form. */
  overtaken?: boolean;
}

export function assetEditPage(edited: Edited): AssetEditPage {
  const { t, lang, now, asset, next, state, overtaken = false } = edited;
  const version = overtaken ? String(asset.version) : textOf(state.entered, 'version');
  const web = findRendition(asset, 'web') ?? findRendition(asset, 'thumb');
  const isPublic = shownStateOf(asset, now) === 'published';
  return {
    title: titleOf(t, lang, asset),
    section: 'media',
    errors: errorSummary(t, 'mediadesk', state.errors),
    back: { href: paths.list(), label: t('mediadesk:title') },
    action: paths.asset(asset.id),
    hidden: [{ name: 'version', value: version }],
    sections: assetSections(edited),
    submit: t(asset.state === 'draft' ? 'mediadesk:edit.saveDraft' : 'fields:desk.save'),
    ...(overtaken ? { conflict: entryConflict(t, paths.asset(asset.id)) } : {}),
    look: lookOf(t, asset, now),
    facts: factsOf(t, lang, asset),
    preview: web && { src: paths.file(asset.id, web.name), width: web.width!, height: web.height! },
    audio: asset.kind === 'audio' ? paths.file(asset.id, 'original') : '',
    file: isPictureKind(asset.kind) ? '' : paths.file(asset.id, 'original'),
    publicHref: isPublic ? mediaPaths.asset(lang, asset.slug) : '',
    next: next && {
      href: paths.asset(next.id),
      label: t('mediadesk:edit.next', { title: titleOf(t, lang, next) }),
    },
    traces: tracesOf(t, asset),
    found: foundOf(t, asset),
    version,
    withdraw: allowsAssetStep(asset.state, 'withdraw') ? paths.act(asset.id, 'withdraw') : '',
    discard: asset.publishedAt ? '' : paths.act(asset.id, 'discard'),
    publish: allowsAssetStep(asset.state, 'publish')
      ? t(`mediadesk:edit.${asset.state === 'draft' ? 'publish' : 'publishAgain'}`)
      : '',
  };
}

function factsOf(t: Translate, lang: Lang, asset: Asset): AssetEditPage['facts'] {
  const best = findRendition(asset, 'print');
  const facts = {
    kind: t(`mediakit:kinds.${asset.kind}`),
    fileName: asset.master?.originalName ?? '',
    size: asset.master ? formatBytes(lang, asset.master.bytes) : '',
    pixels: best?.width ? `${best.width}\u00A0×\u00A0${best.height}` : '',
    address: asset.publishedAt ? mediaPaths.asset('de', asset.slug) : '',
  };
  return Object.entries(facts)
    .filter(([, text]) => text !== '')
    .map(([name, text]) => ({ term: t(`mediadesk:facts.${name}`), text }));
}

function tracesOf(t: Translate, { master }: Asset): string {
  const traces = master?.traces ?? [];
  return traces.length === 0 ? '' : t(`mediadesk:traces.${traces.length > 1 ? 'both' : traces[0]}`);
}

/** What a draft knows before anybody saved it, it knows from the file. */
function foundOf(t: Translate, asset: Asset): string {
  if (asset.state !== 'draft' || asset.version > 1) return '';
  const { caption, alt, licence } = asset.texts;
  const found = {
    caption: inLanguage(caption, 'de'),
    alt: inLanguage(alt, 'de'),
    licence: inLanguage(licence, 'de'),
    creator: asset.creator,
    credit: asset.credit,
    licenceUrl: asset.licenceUrl,
    licensor: asset.licensor,
    people: asset.people?.join() ?? '',
    takenOn: asset.takenOn,
  };
  const names = Object.entries(found).filter(([, text]) => text !== '');
  if (names.length === 0) return t('mediadesk:edit.foundNothing');
  return t('mediadesk:edit.found', {
    fields: names.map(([name]) => t(`mediadesk:form.labels.${name}`)).join(', '),
  });
}

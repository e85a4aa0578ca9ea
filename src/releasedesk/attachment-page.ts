/** How each attachment of a release stands for the public, and for which of them its embargo is to hold too. */
import { mediaDeskPaths } from '../mediadesk/index.js';
import type { Asset } from '../mediakit/index.js';
import { PUBLIC_STATES } from '../newsroom/index.js';
import { formatMoment } from '../platform/dates.js';
import { type ChoiceField, choiceField } from '../platform/fields.js';
import type { Entered } from '../platform/form.js';
import type { Translate } from '../platform/i18n.js';
import { inLanguage, type Lang } from '../platform/languages.js';
import {
  type Act,
  attachedTo,
  editOf,
  isAhead,
  type Plan,
  type SeenAsset,
  standingOf,
  waitsUntil,
} from '../releaselife/index.js';
import type { Editor } from './editor.js';

export interface AttachmentLine {
  title: string;
  about: string;
  /** Its page at the desk. */
  href: string;
}

export interface StepAttachments {
  /** What becomes of them with this step; empty where nothing does. */
  text: string;
  /** Those with nothing to decide. */
  lines: AttachmentLine[];
  /** Readers could have a file before the embargo ends; empty where they could not. */
  warning: string;
  along: ChoiceField | undefined;
}

type Timed = Pick<Plan, 'atOnce' | 'publishAt' | 'embargoUntil'>;

export const nameOf = (asset: Asset | undefined, slug: string, lang: Lang): string =>
  asset ? inLanguage(asset.texts.title, lang) || slug : slug;

/** In one sentence; `plan`: when the release is to appear. */
export function standingText(lang: Lang, t: Translate, editor: Editor, asset: Asset, plan: Timed): string {
  const { now, desk } = editor;
  const until = waitsUntil(plan, now);
  const standing = standingOf(asset, until, now);
  const embargoed = plan.embargoUntil !== undefined && plan.embargoUntil > now;
  const time = standing === 'ends' ? asset.validUntil : asset.embargoUntil;
  const values = { time: time ? formatMoment(lang, time) : '' };
  const key = (name: string) => t(`releasedesk:assets.standing.${name}`, values);
  if (standing === 'draft' && PUBLIC_STATES.includes(desk.release.state)) return key('left');
  if (standing === 'draft' && embargoed) return key('draftHeld');
  return standing === 'public' && embargoed ? key('ahead') : key(standing);
}

export const seenAssetValue = ({ id, version }: SeenAsset): string => `${id}-${version}`;

/** Those whose embargo is the release's own: they go with it unless the member says otherwise. */
export function boundAssets({ desk, assets, now }: Editor): string[] {
  const until = waitsUntil(editOf(desk).plan, now);
  return attachedTo(desk.release, assets)
    .filter((asset) => standingOf(asset, until, now) === 'same' && until !== undefined)
    .map(seenAssetValue);
}

/** Undefined where the release has no attachments, or the step leaves them alone. */
export function stepAttachments(
  lang: Lang,
  t: Translate,
  { act, editor, entered }: { act: Act; editor: Editor; entered: Entered },
): StepAttachments | undefined {
  const { desk, assets } = editor;
  const attached = attachedTo(desk.release, assets);
  const concerned = ['publish', 'approve', 'embargo', 'takeBack'].includes(act);
  if (!concerned || attached.length === 0) return undefined;
  const { plan } = editOf(desk);
  const about = (asset: Asset) => standingText(lang, t, editor, asset, plan);
  const choosable = attached.filter((asset) => isChoosable(act, editor, asset));
  const others = attached.filter((asset) => !choosable.includes(asset));
  const warns = act !== 'embargo' && choosable.length > 0;
  const says = act === 'embargo' || act === 'takeBack' || others.some(({ state }) => state === 'draft');
  return {
    text: says ? t(`releasedesk:along.text.${act}`) : '',
    lines: others.map((asset) => ({
      title: nameOf(asset, asset.slug, lang),
      about: about(asset),
      href: mediaDeskPaths.asset(asset.id),
    })),
    warning: warns ? t('releasedesk:along.warning') : '',
    along: choosable.length > 0 ? alongField(lang, t, { act, entered, choosable, about }) : undefined,
  };
}

interface Along {
  act: Act;
  entered: Entered;
  choosable: readonly Asset[];
  about: (asset: Asset) => string;
}

function alongField(lang: Lang, t: Translate, { act, entered, choosable, about }: Along): ChoiceField {
  const kind = act === 'embargo' ? 'change' : 'hold';
  return choiceField(
    { name: 'along', type: 'checkbox', legend: t(`releasedesk:along.${kind}.legend`) },
    { entered, errors: [] },
    choosable.map((asset) => ({
      value: seenAssetValue(asset),
      label: t(`releasedesk:along.${kind}.label`, { name: nameOf(asset, asset.slug, lang) }),
      hint: about(asset),
    })),
    { hint: t(`releasedesk:along.${kind}.hint`) },
  );
}

function isChoosable(act: Act, { desk, now }: Editor, asset: Asset): boolean {
  if (act === 'takeBack' || asset.state !== 'published') return false;
  const { embargoUntil } = desk.release;
  const standing = standingOf(asset, waitsUntil(editOf(desk).plan, now), now);
  if (act === 'embargo') return standing !== 'expired';
  return embargoUntil !== undefined && embargoUntil > now && isAhead(standing);
}

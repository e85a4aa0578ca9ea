/** The fields of one asset: what they show, and how they stand together. */
import type { Event } from '../events/index.js';
import { ASSET_KINDS, ASSET_SOURCES, type Asset, isPictureKind } from '../mediakit/index.js';
import { enterBilingual } from '../platform/bilingual.js';
import { type FormField, type FormSection, type FormState, fieldsOf } from '../platform/desk-form.js';
import type { Entered } from '../platform/form.js';
import type { Translate } from '../platform/i18n.js';
import type { Lang } from '../platform/languages.js';
import { enterMoment } from '../platform/moments.js';
import { asksForPeople } from './assetstate.js';
import { eventOptions } from './upload-page.js';

const WORDS = ['creator', 'credit', 'licensor', 'licenceUrl', 'takenOn', 'source', 'kind'] as const;

export function enterAsset(asset: Asset): Entered {
  const { title, caption, alt, licence, transcript = { de: '', en: '' } } = asset.texts;
  const tick = (name: string, ticked: boolean) => (ticked ? { [name]: 'yes' } : {});
  return {
    ...Object.assign(
      {},
      ...Object.entries({ title, caption, alt, licence, transcript }).map(([name, text]) =>
        enterBilingual(name, text),
      ),
      ...WORDS.map((name) => ({ [name]: asset[name] })),
    ),
    eventId: String(asset.eventId ?? 'none'),
    people: asset.people?.join('\n') ?? '',
    ...tick('nobody', asset.people?.length === 0 && asksForPeople(asset.kind)),
    ...enterMoment('embargoUntil', asset.embargoUntil),
    ...enterMoment('validUntil', asset.validUntil),
    ...tick('noEnd', asset.noEnd),
    ...tick('offersOriginal', asset.offersOriginal),
    version: String(asset.version),
  };
}

export interface AssetShown {
  t: Translate;
  lang: Lang;
  asset: Asset;
  events: readonly Event[];
  state: FormState;
}

export function assetSections({ t, lang, asset, events, state }: AssetShown): FormSection[] {
  const fields = fieldsOf(t, 'mediadesk', state);
  const isPicture = isPictureKind(asset.kind);
  const labelOf = (name: string) => t(`mediadesk:form.labels.${name}`);
  const kinds = ASSET_KINDS.filter(isPictureKind).map((kind) => ({
    value: kind,
    label: t(`mediakit:kinds.${kind}`),
  }));
  const sources = ASSET_SOURCES.map((source) => ({ value: source, label: t(`mediakit:sources.${source}`) }));
  const event = fields.select('eventId', eventOptions(t, lang, events));
  const section = (id: string, rows: FormField[][], hint = false): FormSection => ({
    id,
    heading: t(`mediadesk:form.sections.${id}`),
    ...(hint ? { hint: t(`mediadesk:form.hints.${id}`) } : {}),
    rows,
  });
  const day = fields.text('takenOn', { type: 'date', optional: true });
  return [
    section('content', [
      isPicture ? [fields.select('kind', kinds), event] : [event],
      fields.both('title', { hint: true }),
      fields.both('caption', { rows: 3, hint: true }).map((field) => ({
        ...field,
        // Only a picture has a caption; a document and a recording have a description.
        label: isPicture ? field.label : field.label.replace(labelOf('caption'), labelOf('description')),
      })),
      ...(isPicture ? [fields.both('alt', { rows: 3, hint: true })] : []),
      ...(asset.kind === 'audio' ? [fields.both('transcript', { rows: 8, hint: true })] : []),
      isPicture ? [fields.select('source', sources), day] : [day],
    ]),
    section(
      'rights',
      [
        [fields.text('creator', { hint: true }), fields.text('credit', { hint: true })],
        fields.both('licence', { hint: true }),
        [
          fields.text('licenceUrl', { type: 'url', optional: true, hint: true }),
          fields.text('licensor', { hint: true }),
        ],
      ],
      true,
    ),
    ...(asksForPeople(asset.kind)
      ? [
          section('people', [
            [fields.text('people', { rows: 3, hint: true }, 'area')],
            [fields.tick('nobody')],
          ]),
        ]
      : []),
    section('time', [
      [
        fields.moment('embargoUntil', { optional: true, hint: true }),
        fields.moment('validUntil', { hint: true }),
      ],
      [fields.tick('noEnd')],
    ]),
    ...(isPicture ? [section('original', [[fields.tick('offersOriginal', { hint: true })]])] : []),
  ];
}

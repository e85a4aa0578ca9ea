/** What the team may say about an asset: little for a draft, everything for what is published. */
import type { Request } from 'express';
import { body, type ValidationChain } from 'express-validator';
import {
  ASSET_KINDS,
  ASSET_SOURCES,
  type Asset,
  type AssetFields,
  isPictureKind,
} from '../mediakit/index.js';
import { bilingualChains, bilingualOf, englishField, germanField } from '../platform/bilingual.js';
import { enteredOf, type FormResult, readForm, textOf } from '../platform/form.js';
import { momentChain, momentOf, momentOrder } from '../platform/moments.js';
import { asksForPeople, neededTexts } from './assetstate.js';

const TEXTS = { title: 120, caption: 1000, alt: 500, licence: 300, transcript: 20_000 } as const;
type TextName = keyof typeof TEXTS;
const WORDS = ['creator', 'credit', 'licensor'] as const;
const MAX_PEOPLE = 50;

interface Asked {
  asset: Asset;
  /** Everything that the public must be told. */
  whole: boolean;
  /** The events that may be chosen. */
  eventIds: readonly number[];
}

export async function readAssetForm(req: Request, asked: Asked): Promise<FormResult<AssetFields>> {
  const kind = kindOf(req, asked.asset);
  const form = await readForm<Record<string, string>>(req, [
    ...(Object.keys(TEXTS) as TextName[]).flatMap((name) =>
      asked.whole && neededTexts(kind).includes(name)
        ? bilingualChains(name, { max: TEXTS[name], required: true })
        : lengthChains(name),
    ),
    ...WORDS.map((name) => wordChain(name, asked.whole)),
    body('licenceUrl')
      .trim()
      .optional({ values: 'falsy' })
      .isURL({ protocols: ['http', 'https'], require_protocol: true })
      .withMessage('fields:url'),
    body('takenOn')
      .trim()
      .optional({ values: 'falsy' })
      .isDate({ format: 'YYYY-MM-DD', strictMode: true })
      .withMessage('mediadesk:form.errors.takenOn'),
    body('eventId')
      .custom((value) => value === 'none' || asked.eventIds.includes(Number(value)))
      .withMessage('mediadesk:form.errors.eventId'),
    ...peopleChains(asked.whole && asksForPeople(kind)),
    momentChain('embargoUntil', true),
    momentChain('validUntil', true),
    momentOrder('validUntil', 'embargoUntil', (end, start) => end > start, 'mediadesk:form.errors.endFirst'),
    ...endChains(asked.whole),
  ]);
  return form.ok ? { ok: true, input: toFields(req, kind, asked.asset) } : form;
}

/** A picture stays a picture; what cannot be chosen is what the file is. */
function kindOf(req: Request, { kind }: Asset): AssetFields['kind'] {
  if (!isPictureKind(kind)) return kind;
  const chosen = ASSET_KINDS.find((name) => name === textOf(enteredOf(req), 'kind'));
  return chosen && isPictureKind(chosen) ? chosen : kind;
}

const lengthChains = (name: TextName): ValidationChain[] =>
  [germanField(name), englishField(name)].map((field) => shortEnough(field, TEXTS[name]));

const shortEnough = (field: string, max: number): ValidationChain =>
  body(field).default('').trim().isLength({ max }).withMessage({ key: 'fields:tooLong', values: { max } });

const wordChain = (name: string, whole: boolean): ValidationChain =>
  whole ? shortEnough(name, 200).notEmpty().withMessage('fields:required') : shortEnough(name, 200);

function peopleChains(whole: boolean): ValidationChain[] {
  return [
    body('people')
      .custom((value) => namesIn(value).length <= MAX_PEOPLE)
      .withMessage({ key: 'mediadesk:form.errors.tooMany', values: { max: MAX_PEOPLE } })
      .custom((value) => namesIn(value).every((name) => name.length <= 120))
      .withMessage({ key: 'fields:tooLong', values: { max: 120 } })
      .custom((value, { req }) => !(namesIn(value).length > 0 && req.body.nobody === 'yes'))
      .withMessage('mediadesk:form.errors.peopleOrNobody')
      .custom((value, { req }) => !whole || namesIn(value).length > 0 || req.body.nobody === 'yes')
      .withMessage('mediadesk:form.errors.people'),
  ];
}

function endChains(whole: boolean): ValidationChain[] {
  return [
    body('validUntil')
      .custom((value, { req }) => !(value && req.body.noEnd === 'yes'))
      .withMessage('mediadesk:form.errors.endOrNot')
      .custom((value, { req }) => !whole || value || req.body.noEnd === 'yes')
      .withMessage('mediadesk:form.errors.end'),
  ];
}

const namesIn = (value: unknown): string[] =>
  String(value ?? '')
    .split(/\r?\n/)
    .map((name) => name.trim())
    .filter(Boolean);

function toFields(req: Request, kind: AssetFields['kind'], asset: Asset): AssetFields {
  const sent = enteredOf(req);
  const word = (name: string) => textOf(sent, name).trim();
  const isTicked = (name: string) => textOf(sent, name) === 'yes';
  const people = namesIn(sent.people);
  const texts = Object.fromEntries(
    (Object.keys(TEXTS) as TextName[]).map((name) => [name, bilingualOf(sent, name)]),
  );
  return {
    eventId: Number(word('eventId')) || undefined,
    kind,
    texts: texts as unknown as AssetFields['texts'],
    creator: word('creator'),
    credit: word('credit'),
    licensor: word('licensor'),
    licenceUrl: word('licenceUrl'),
    people: people.length > 0 ? people : isTicked('nobody') || !asksForPeople(kind) ? [] : undefined,
    takenOn: word('takenOn'),
    source: ASSET_SOURCES.find((name) => name === word('source')) ?? asset.source,
    embargoUntil: momentOf(sent, 'embargoUntil'),
    validUntil: momentOf(sent, 'validUntil'),
    noEnd: isTicked('noEnd'),
    offersOriginal: isPictureKind(kind) && isTicked('offersOriginal'),
  };
}

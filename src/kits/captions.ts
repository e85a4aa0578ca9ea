/** The captions of a kit in both languages: to read, and as a table for picture desks. */
import type { Asset } from '../mediakit/index.js';
import { CSV_MARK, csvTexts } from '../platform/csv.js';
import { formatDate } from '../platform/dates.js';
import { type Translate, translator } from '../platform/i18n.js';
import { type Bilingual, inLanguage, LANGUAGES, type Lang } from '../platform/languages.js';

/** An asset and what its files are called in the kit. */
export interface Named {
  asset: Asset;
  names: readonly string[];
  /** The page of the asset, for rights and for newer versions. */
  url: string;
}

/** `notice`: what stands over everything while something in the kit is under embargo. */
export function captionsText(title: Bilingual, named: readonly Named[], notice?: Bilingual): Buffer {
  const parts = LANGUAGES.map((lang) => {
    const t = translator(lang);
    const head = [inLanguage(title, lang), notice?.[lang] ?? '', t('kits:captions.lead')].filter(Boolean);
    return [...head, ...named.map((one) => captionOf(lang, t, one))].join('\n\n');
  });
  return Buffer.from(`${parts.join(`\n\n${'='.repeat(40)}\n\n`)}\n`);
}

function captionOf(lang: Lang, t: Translate, { asset, names, url }: Named): string {
  const { texts, people, validUntil } = asset;
  const line = (name: string, text: string) => (text ? t(`kits:captions.${name}`, { text }) : '');
  const until = validUntil ? formatDate(lang, validUntil) : '';
  return [
    inLanguage(texts.title, lang),
    inLanguage(texts.caption, lang),
    creditLine(lang, t, asset),
    line('licence', [inLanguage(texts.licence, lang), asset.licenceUrl].filter(Boolean).join(', ')),
    line('people', people?.join(', ') ?? ''),
    line('alt', inLanguage(texts.alt, lang)),
    line('transcript', texts.transcript ? inLanguage(texts.transcript, lang) : ''),
    line('validUntil', until),
    ...names.map((name) => line('file', name)),
    url,
  ]
    .filter(Boolean)
    .join('\n');
}

const creditLine = (lang: Lang, t: Translate, { kind, credit, texts }: Asset): string =>
  t(`mediakit:creditLine.${kind}`, { credit, licence: inLanguage(texts.licence, lang) });

/** One line per file; the head is the same in every kit, so that programs find their columns. */
export function captionsCsv(named: readonly Named[]): Buffer {
  const lines = named.flatMap(({ asset, names, url }) =>
    names.map((name) => csvTexts([name, ...cellsOf(asset), url])),
  );
  return Buffer.from(CSV_MARK + csvTexts(['file', ...COLUMNS, 'page']) + lines.join(''));
}

const COLUMNS = [
  ...['kind', 'title_de', 'title_en', 'caption_de', 'caption_en', 'alt_de', 'alt_en'],
  ...['credit_line_de', 'credit_line_en', 'creator', 'credit', 'licence_de', 'licence_en', 'licence_url'],
  ...['licensor', 'people', 'taken_on', 'valid_until', 'embargo_until'],
];

function cellsOf(asset: Asset): string[] {
  const { texts } = asset;
  const both = (text: Bilingual) => LANGUAGES.map((lang) => text[lang]);
  return [
    asset.kind,
    ...both(texts.title),
    ...both(texts.caption),
    ...both(texts.alt),
    ...LANGUAGES.map((lang) => creditLine(lang, translator(lang), asset)),
    asset.creator,
    asset.credit,
    ...both(texts.licence),
    asset.licenceUrl,
    asset.licensor,
    asset.people?.join(', ') ?? '',
    asset.takenOn,
    asset.validUntil?.toISOString() ?? '',
    asset.embargoUntil?.toISOString() ?? '',
  ];
}

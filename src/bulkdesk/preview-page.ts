/** The preview of a bulk run: who gets which letter, who is left out and why, and when the letters would leave. */
import { type BulkDecision, countOf, type Heap, type ItemRow, type Run, readersOf } from '../bulk/index.js';
import { DEMANDS, type LetterView, letterView } from '../decisions/index.js';
import { formatTime } from '../platform/dates.js';
import type { Translate } from '../platform/i18n.js';
import type { Lang } from '../platform/languages.js';
import type { Letter } from '../platform/outbox.js';
import type { Page } from '../platform/render.js';
import { withQuery } from '../queue/index.js';
import type { Catalogue } from '../reasons/index.js';
import { type LeftOutRow, leftOutRow, type Paging, pagingOf } from './left-out-page.js';
import { paths } from './paths.js';
import { type Words, wordsOf } from './words-page.js';

/** Rows of each list on one page. */
export const PREVIEW_ROWS = 25;

export interface Sample {
  lang: Lang;
  /** Counted from 1 among those of its language; undefined for the letter of one person. */
  number: number | undefined;
  item: ItemRow;
  letter: Letter;
}

export interface PreviewView {
  t: Translate;
  lang: Lang;
  query: string;
  run: Run & { action: BulkDecision };
  heaps: readonly Heap[];
  /** Of all that is read here. */
  mark: string;
  skipped: { items: readonly ItemRow[]; after: number };
  recipients: { items: readonly ItemRow[]; after: number };
  sample: Sample | undefined;
  /** The first moment a letter may leave, if it is run now. */
  leavesAt: Date;
  catalogue: Catalogue;
  conflict: string | undefined;
}

interface Figure {
  label: string;
  value: string;
  note: string;
}

export interface PreviewPage extends Page {
  back: string;
  heading: string;
  figures: Figure[];
  words: Words[];
  change: string;
  skipped: { rows: LeftOutRow[]; paging: Paging };
  recipients: {
    rows: (Pick<LeftOutRow, 'name' | 'href' | 'about' | 'reference'> & { letter: string })[];
    paging: Paging;
  };
  letter: (LetterView & { heading: string; previous: string; next: string }) | undefined;
  languages: { label: string; href: string; current: boolean }[];
  action: string;
  /** The mark of what is read here. */
  mark: string;
  submit: string;
  danger: boolean;
  slotsNote: boolean;
  conflict: string;
}

export function previewPage(view: PreviewView): PreviewPage {
  const { t, run, heaps, query } = view;
  const waiting = countOf(heaps, 'waiting');
  const skipped = countOf(heaps, 'skipped');
  const title = t(`bulk:titles.${run.action}`, { count: waiting });
  const heading =
    skipped > 0
      ? t('bulk:preview.heading', { title, skipped: t('bulk:skipped', { count: skipped }) })
      : title;
  const address = (parts: string) => withQuery(paths.run(run.id), [query, parts].filter(Boolean).join('&'));
  const left = pagingOf((after) => address(after && `skipped=${after}`), {
    ...view.skipped,
    limit: PREVIEW_ROWS,
  });
  const sent = pagingOf((after) => address(after && `after=${after}`), {
    ...view.recipients,
    limit: PREVIEW_ROWS,
  });
  return {
    title: heading,
    section: 'requests',
    back: withQuery(paths.queue, query),
    heading,
    figures: figuresOf(view, { waiting, skipped }),
    words: wordsOf(view),
    change: run.wording && DEMANDS[run.action].reason !== 'none' ? address('edit=yes') : '',
    skipped: { rows: left.shown.map((item) => leftOutRow(t, query, item)), paging: left.paging },
    recipients: {
      rows: sent.shown.map((item) => ({
        ...leftOutRow(t, query, { ...item, reason: 'changed' }),
        letter: `${address(`to=${item.reference}`)}#h-letter`,
      })),
      paging: sent.paging,
    },
    letter: view.sample && sampleOf(view, view.sample, address),
    languages: languagesOf(view, address),
    action: withQuery(paths.step(run.id, 'start'), query),
    mark: view.mark,
    submit: waiting > 0 ? t(`bulk:run.${run.action}`, { count: waiting }) : '',
    danger: run.action === 'reject',
    slotsNote: DEMANDS[run.action].slots,
    conflict: view.conflict ? t(view.conflict) : '',
  };
}

function figuresOf(
  { t, lang, run, heaps, leavesAt }: PreviewView,
  { waiting, skipped }: { waiting: number; skipped: number },
): Figure[] {
  const figure = (name: string, value: string, note = '') => ({
    label: t(`bulk:figures.${name}`),
    value,
    note,
  });
  const readers = readersOf(heaps);
  const letters = readers.map(({ count }) => count).join(' / ');
  const languages = readers.map((reader) => t(`bulk:languages.${reader.lang}`)).join(' / ');
  return [
    figure('chosen', String(run.total)),
    { label: t(`bulk:figures.${run.action}`), value: String(waiting), note: '' },
    figure('skipped', String(skipped)),
    ...(waiting > 0
      ? [
          { label: t('bulk:figures.letters', { languages }), value: letters, note: '' },
          figure('leave', formatTime(lang, leavesAt), t('bulk:figures.until')),
        ]
      : []),
  ];
}

function sampleOf(
  { t, heaps }: PreviewView,
  { lang, number, item, letter }: Sample,
  address: (parts: string) => string,
): PreviewPage['letter'] {
  const count = readersOf(heaps).find((reader) => reader.lang === lang)?.count ?? 0;
  const at = (place: number) =>
    place >= 1 && place <= count ? `${address(`letter=${lang}-${place}`)}#h-letter` : '';
  return {
    ...letterView(t, letter),
    heading:
      number === undefined
        ? t('bulk:letter.to', { name: item.name })
        : t('bulk:letter.sample', { number, count, name: item.name }),
    previous: number === undefined ? '' : at(number - 1),
    next: number === undefined ? '' : at(number + 1),
  };
}

function languagesOf(
  { t, heaps, sample }: PreviewView,
  address: (parts: string) => string,
): PreviewPage['languages'] {
  const readers = readersOf(heaps);
  if (readers.length < 2) return [];
  return readers.map(({ lang, count }) => ({
    label: t('bulk:letter.language', { language: t(`decisions:languages.${lang}`), count }),
    href: `${address(`letter=${lang}-1`)}#h-letter`,
    current: sample?.lang === lang,
  }));
}

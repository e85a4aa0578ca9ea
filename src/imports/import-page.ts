/** A checked list: what would be taken over and what not, how far it is, and what came of it. */
import { deletionPlan } from '../accreditation/index.js';
import type { Event } from '../events/index.js';
import { formatDate } from '../platform/dates.js';
import type { FieldError } from '../platform/form.js';
import { type Translate, translateMessage } from '../platform/i18n.js';
import type { Lang } from '../platform/languages.js';
import type { Page } from '../platform/render.js';
import {
  allowsImportStep,
  type Import,
  isDraft,
  isRunning,
  type ListedRow,
  type RowState,
} from './import.js';
import { aboutImport } from './matching-page.js';
import { paths } from './paths.js';

export const SHOWN_ROWS = 25;

/** Each with the states of its rows, in the order of the page. */
export const PARTS = {
  wrong: ['wrong', 'failed'],
  known: ['known'],
  done: ['done'],
  new: ['new'],
} as const satisfies Record<string, readonly RowState[]>;
export type Part = keyof typeof PARTS;
export const PART_NAMES = Object.keys(PARTS) as Part[];

export interface ImportView {
  t: Translate;
  lang: Lang;
  run: Import;
  event: Event;
  actsFor: string;
  writes: boolean;
  counts: Record<RowState, number>;
  parts: Record<Part, { rows: readonly ListedRow[]; after: number }>;
  /** Cells of wrong rows are still there. */
  mendable: boolean;
  conflict: string | undefined;
}

interface ShownRow {
  row: string;
  name: string;
  outlet: string;
  href: string;
  reference: string;
  messages: string[];
}

export interface ImportPage extends Page {
  about: string;
  who: string;
  conflict: string;
  halted: string;
  live: boolean;
  reload: string;
  bar: { label: string; value: number; max: number } | undefined;
  figures: { label: string; count: number; icon: string; look: string }[];
  note: string;
  start: { action: string; label: string } | undefined;
  change: string;
  discard: string;
  mend: string;
  kept: string;
  parts: { id: Part; heading: string; hint: string; rows: ShownRow[]; first: string; next: string }[];
  imports: string;
  queue: string;
}

export function importPage(view: ImportView): ImportPage {
  const { t, lang, run, event, counts } = view;
  const draft = isDraft(run.state);
  return {
    title: t(draft ? 'imports:preview.title' : `imports:result.${run.state}`),
    section: 'requests',
    about: aboutImport(t, lang, run, event),
    who: draft ? '' : t('imports:result.who', { name: view.actsFor }),
    conflict: view.conflict ? t(view.conflict) : '',
    halted: run.halted ? t(`imports:halted.${run.halted}`) : '',
    live: isRunning(run.state),
    reload: paths.import(run.id),
    bar: draft ? undefined : barOf(view),
    figures: figuresOf(view),
    note: draft ? noteOf(view) : '',
    start: view.writes ? startOf(view) : undefined,
    change: view.writes && draft ? paths.columns(run.id) : '',
    discard: view.writes && draft ? paths.discard(run.id) : '',
    mend: view.writes && view.mendable && counts.wrong + counts.failed > 0 ? paths.wrongRows(run.id) : '',
    kept: t(view.mendable || draft ? 'imports:kept' : 'imports:deleted'),
    parts: PART_NAMES.filter((name) => view.parts[name].rows.length > 0).map((name) => partOf(view, name)),
    imports: paths.imports,
    queue: paths.queue,
  };
}

function barOf({ t, counts }: ImportView): NonNullable<ImportPage['bar']> {
  const value = counts.done + counts.failed;
  const max = value + counts.new;
  return { label: t('imports:result.bar', { value: counts.done, max }), value, max: Math.max(1, max) };
}

function figuresOf({ t, run, counts }: ImportView): ImportPage['figures'] {
  const draft = isDraft(run.state);
  const figure = (name: string, count: number, icon: string, look: string) => ({
    label: t(`imports:figures.${name}`),
    ...{ count, icon, look },
  });
  const taken = draft
    ? figure('new', counts.new, 'check', 'desk-good')
    : figure('done', counts.done, 'check', 'desk-good');
  const bad = counts.wrong + counts.failed;
  return [
    taken,
    figure('known', counts.known, 'info', 'desk-row desk-row--tight desk-muted'),
    figure('wrong', bad, 'warning', bad > 0 ? 'desk-late' : 'desk-row desk-row--tight desk-muted'),
  ];
}

/** What is going to happen, before it does. */
function noteOf({ t, lang, run, event }: ImportView): string {
  if (run.kind === 'requests') return t(`imports:notes.${run.matching?.letters ? 'letters' : 'quiet'}`);
  return t('imports:notes.past', { date: formatDate(lang, deletionPlan(event).requestOn) });
}

function startOf({ t, run, counts }: ImportView): ImportPage['start'] {
  if (counts.new === 0 || !allowsImportStep(run.state, 'start')) return undefined;
  const label = isDraft(run.state) ? `imports:start.${run.kind}` : 'imports:start.resume';
  return { action: paths.start(run.id), label: t(label, { count: counts.new }) };
}

function partOf({ t, run, counts, parts }: ImportView, id: Part): ImportPage['parts'][number] {
  const { rows, after } = parts[id];
  const shown = rows.slice(0, SHOWN_ROWS);
  const last = shown.at(-1);
  const address = (from: string) => `${paths.import(run.id)}${from}#${id}`;
  const count = (PARTS[id] as readonly RowState[]).reduce((sum, state) => sum + counts[state], 0);
  return {
    id,
    heading: t(`imports:parts.${id}`, { count }),
    hint: t(`imports:partHints.${id}`),
    rows: shown.map((row) => rowOf(t, row)),
    first: after > 0 ? address('') : '',
    next: rows.length > SHOWN_ROWS && last ? address(`?${id}=${last.position}`) : '',
  };
}

const rowOf = (t: Translate, row: ListedRow): ShownRow => ({
  row: t('imports:row', { number: row.position }),
  name: row.name,
  outlet: row.outlet,
  reference: row.reference,
  href: row.reference ? paths.request(row.reference) : '',
  messages: [
    ...row.messages.map((message) => rowWords(t, message)),
    ...(row.state === 'failed' ? [t('imports:errors.failed')] : []),
  ],
});

/** Which field and what is wrong with it; some sentences name their field themselves. */
export function rowWords(t: Translate, { field, message }: FieldError): string {
  const words = translateMessage(t, message);
  const named = field === 'row' || (typeof message !== 'string' && 'field' in message.values);
  return named ? words : t('imports:message', { field: t(`imports:fields.${field}`), message: words });
}

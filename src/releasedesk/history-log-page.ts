/** The history of a release at the desk, and what one save changed. */
import { comparisonOf } from '../newsroom/index.js';
import { formatShortDate, formatTime } from '../platform/dates.js';
import type { Part } from '../platform/difference.js';
import { type Translate, translator } from '../platform/i18n.js';
import type { Lang } from '../platform/languages.js';
import type { Page } from '../platform/render.js';
import type { HistoryEntry } from '../releaselife/index.js';
import type { Editor } from './editor.js';
import { paths } from './paths.js';

export interface LogLine {
  at: string;
  dateTime: string;
  text: string;
  by: string;
  note: string;
  /** Where the difference is shown; empty where the text stayed as it was. */
  href: string;
}

export function logOf(lang: Lang, { history, names }: Editor): LogLine[] {
  const t = translator(lang);
  return history.map((entry) => lineOf(lang, t, entry, names));
}

function lineOf(lang: Lang, t: Translate, entry: HistoryEntry, names: ReadonlyMap<number, string>): LogLine {
  return {
    at: `${formatShortDate(lang, entry.at)}, ${formatTime(lang, entry.at)}`,
    dateTime: entry.at.toISOString(),
    text: t(`releasedesk:history.actions.${entry.action}`),
    by: names.get(entry.staffId) ?? t('releasedesk:history.somebody'),
    note: entry.note,
    href: entry.content ? paths.history(entry.releaseId, entry.id) : '',
  };
}

export interface ComparedField {
  label: string;
  parts: Part[];
}

export interface HistoryEntryPage extends Page {
  back: { href: string; label: string };
  line: LogLine;
  lang: Lang;
  fields: ComparedField[];
  /** Takes this text into the editor, unsaved; empty where it may not be edited. */
  restore: string;
}

/** Against the text before it; the first one has none. */
export function historyEntryPage(
  lang: Lang,
  editor: Editor,
  id: number,
  editable: boolean,
): HistoryEntryPage {
  const t = translator(lang);
  const { history, names, desk } = editor;
  const { release } = desk;
  const at = history.findIndex((entry) => entry.id === id);
  const entry = history[at]!;
  const before = history.slice(at + 1).find(({ content, action }) => content && action !== 'discarded');
  const line = lineOf(lang, t, entry, names);
  return {
    title: t('releasedesk:history.entry', { what: line.text, time: line.at }),
    section: 'releases',
    back: { href: paths.release(release.id), label: release.title },
    line,
    lang: release.language,
    fields: comparedFields(lang, before?.content ?? emptied(entry.content!), entry.content!),
    restore: editable ? paths.restored(release.id, id) : '',
  };
}

/** Fields that differ, each with its name. */
export function comparedFields(
  lang: Lang,
  before: Parameters<typeof comparisonOf>[0],
  after: Parameters<typeof comparisonOf>[1],
): ComparedField[] {
  const t = translator(lang);
  return comparisonOf(before, after).map(({ field, parts }) => ({
    label: t(`newsroom:fields.${field}`),
    parts,
  }));
}

const emptied = (content: NonNullable<HistoryEntry['content']>): typeof content => ({
  ...content,
  ...{ title: '', subtitle: '', teaser: '', body: '', place: '', boilerplate: '', quotes: [], assets: [] },
  contact: { name: '', email: '', phone: '' },
});

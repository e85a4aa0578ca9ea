/** Before an export: how many requests it holds, which columns, and in which form. */
import type { Translate } from '../platform/i18n.js';
import type { Lang } from '../platform/languages.js';
import type { Page } from '../platform/render.js';
import { countWords, type Filters, toQuery, withQuery } from '../queue/index.js';
import { type Column, columnsFor, FORMATS, GROUPS, type Group, type Reader } from './columns.js';
import { paths } from './paths.js';

export interface ExportFacts {
  t: Translate;
  lang: Lang;
  filters: Filters;
  columns: readonly Column[];
  reader: Reader;
  /** More than `countLimit` only says "more". */
  found: number;
  countLimit: number;
  /** True when a file was asked for without any column. */
  nothingChosen: boolean;
}

export interface ExportPage extends Page {
  summary: string;
  filtered: string;
  back: string;
  action: string;
  /** The filters of the list, kept with the choice. */
  hidden: { name: string; value: string }[];
  groups: { legend: string; options: { id: string; value: string; label: string; checked: boolean }[] }[];
  error: string;
  downloads: { label: string; action: string; primary: boolean }[];
  empty: boolean;
}

export function exportPage(facts: ExportFacts): ExportPage {
  const { t, lang, filters, found, columns } = facts;
  const allowed = columnsFor(facts.reader);
  const error = facts.nothingChosen ? t('exports:errors.columns') : '';
  const back = withQuery(paths.queue, toQuery(filters));
  return {
    title: t('exports:title'),
    section: 'requests',
    crumbs: [{ label: t('queue:list.title'), href: back }],
    summary: t('exports:found', { count: found, number: countWords(lang, found, facts.countLimit) }),
    filtered: t(`queue:tabs.${filters.tab}`),
    back,
    action: paths.page,
    hidden: [...new URLSearchParams(toQuery(filters))].map(([name, value]) => ({ name, value })),
    groups: (Object.keys(GROUPS) as Group[]).map((group) => ({
      legend: t(`exports:groups.${group}`),
      options: GROUPS[group]
        .filter((column) => allowed.includes(column))
        .map((column) => ({
          id: `column-${column}`,
          value: column,
          label: t(`exports:columns.${column}`),
          checked: columns.includes(column),
        })),
    })),
    error,
    ...(error ? { errors: [{ field: `column-${allowed[0]}`, message: error }] } : {}),
    downloads: FORMATS.map((format, at) => ({
      label: t(`exports:formats.${format}`),
      action: paths.file(format),
      primary: at === 0,
    })),
    empty: found === 0,
  };
}

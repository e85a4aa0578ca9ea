/** The views a member has saved, and the form that saves the one on the screen. */
import { type TextField, textField } from '../platform/fields.js';
import { type Message, type Translate, translateMessage } from '../platform/i18n.js';
import type { Lang } from '../platform/languages.js';
import type { SavedFilter } from '../search/index.js';
import { type Filters, toQuery } from './filters.js';
import { countWords } from './numbers-page.js';
import { paths, withQuery } from './paths.js';

export interface SavedFilters {
  list: {
    name: string;
    href: string;
    count: string;
    current: boolean;
    delete: string;
    deleteLabel: string;
  }[];
  /** Saves the filters on the screen. */
  action: string;
  /** For the forms: the filters on the screen, to come back to. */
  query: string;
  field: TextField;
}

interface Facts {
  t: Translate;
  lang: Lang;
  filters: Filters;
  saved: SavedFilter[];
  offered: ReadonlyMap<string, number>;
  countLimit: number;
  refusedName?: { name: string; message: Message } | undefined;
}

export function savedFilters({
  t,
  lang,
  filters,
  saved,
  offered,
  countLimit,
  refusedName,
}: Facts): SavedFilters {
  const query = toQuery(filters);
  return {
    list: saved.map((one) => ({
      name: one.name,
      href: withQuery(paths.queue, one.query),
      count: countWords(lang, offered.get(`view=${one.id}`) ?? 0, countLimit),
      current: one.query === query,
      delete: paths.deleteSaved(one.id),
      deleteLabel: t('queue:saved.delete', { name: one.name }),
    })),
    action: paths.saved,
    query,
    field: textField(
      'viewName',
      t('queue:saved.name'),
      {
        entered: { viewName: refusedName?.name ?? '' },
        errors: refusedName ? [{ field: 'viewName', message: translateMessage(t, refusedName.message) }] : [],
      },
      { hint: t('queue:saved.hint') },
    ),
  };
}

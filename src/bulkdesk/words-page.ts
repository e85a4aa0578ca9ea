/** What everybody in a bulk run will read, as it was written. */
import { type BulkDecision, type Heap, type Run, readersOf, rulingOf } from '../bulk/index.js';
import { formatDate } from '../platform/dates.js';
import type { Translate } from '../platform/i18n.js';
import type { Lang } from '../platform/languages.js';
import { type Catalogue, reasonLabel } from '../reasons/index.js';

export interface Words {
  term: string;
  text: string;
}

interface WordsView {
  t: Translate;
  lang: Lang;
  run: Run & { action: BulkDecision };
  heaps: readonly Heap[];
  catalogue: Catalogue;
}

export function wordsOf({ t, lang, run, heaps, catalogue }: WordsView): Words[] {
  const { wording, action } = run;
  if (!wording) return [];
  const reason = wording.reason
    ? [
        {
          term: t(`decisions:decide.reason.${action}`),
          text: reasonLabel(catalogue, lang, action, wording.reason),
        },
      ]
    : [];
  const due = wording.due
    ? [{ term: t('decisions:fields.due.label'), text: formatDate(lang, new Date(wording.due)) }]
    : [];
  const texts = readersOf(heaps).flatMap((reader) => {
    const ruling = rulingOf(run, reader.lang);
    const label = (key: string) =>
      t('bulk:preview.inLanguage', {
        ...{ label: t(key), language: t(`decisions:languages.${reader.lang}`) },
      });
    return [
      { term: 'decisions:fields.limits.label', text: ruling?.limits ?? '' },
      { term: `decisions:fields.textLabel.${action}`, text: ruling?.text ?? '' },
    ]
      .filter(({ text }) => text !== '')
      .map(({ term, text }) => ({ term: label(term), text }));
  });
  return [...reason, ...due, ...texts];
}

/** Two texts beside each other: the one that a colleague saved, and the one that was typed meanwhile. */
import type { Event } from '../events/index.js';
import { formatMoment } from '../platform/dates.js';
import { differenceOf, hasDifference } from '../platform/difference.js';
import type { Entered } from '../platform/form.js';
import { translator } from '../platform/i18n.js';
import { inLanguage, type Lang } from '../platform/languages.js';
import { editOf, type Plan } from '../releaselife/index.js';
import type { Editor } from './editor.js';
import { lastSaver } from './editor-notice-page.js';
import { contentFrom, planFrom } from './entries.js';
import { type ComparedField, comparedFields } from './history-log-page.js';

export interface ConflictView {
  who: string;
  fields: ComparedField[];
}

/** `timed`: event, moment and embargo stand in the form, and are compared too. */
export function conflictView(lang: Lang, editor: Editor, entered: Entered, timed: boolean): ConflictView {
  const { content, plan } = editOf(editor.desk);
  return {
    who: lastSaver(lang, editor),
    fields: [
      ...comparedFields(lang, content, contentFrom(entered)),
      ...(timed ? comparedPlan(lang, editor.events, plan, planFrom(entered)) : []),
    ],
  };
}

function comparedPlan(lang: Lang, events: readonly Event[], before: Plan, after: Plan): ComparedField[] {
  const t = translator(lang);
  const words = (plan: Plan): [name: string, text: string][] => {
    const event = events.find(({ id }) => id === plan.eventId);
    return [
      ['event', event ? inLanguage(event.texts.title, lang) : ''],
      ['when', plan.publishAt ? formatMoment(lang, plan.publishAt) : t('releasedesk:when.atOnce')],
      ['embargoUntil', plan.embargoUntil ? formatMoment(lang, plan.embargoUntil) : ''],
    ];
  };
  const young = words(after);
  return words(before)
    .map(([name, text], at) => ({
      label: t(`releasedesk:form.labels.${name}`),
      parts: differenceOf(text, young[at]![1]),
    }))
    .filter(({ parts }) => hasDifference(parts));
}

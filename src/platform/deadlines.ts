/** Until when somebody may answer, in words. A deadline that is given as a day counts until the end of that day. */
import { formatDate, formatDateTime, isEndOfDay } from './dates.js';
import type { Translate } from './i18n.js';
import type { Lang } from './languages.js';

/** The day alone where it is meant as a day, otherwise with the time: for "it ended on". */
export const deadlineDate = (lang: Lang, due: Date): string =>
  isEndOfDay(due) ? formatDate(lang, due) : formatDateTime(lang, due);

/** "einschließlich 24. Oktober 2024", "24. Oktober 2024, 18:00 Uhr": what follows "until". */
export const deadlineWords = (t: Translate, lang: Lang, due: Date): string => {
  const date = deadlineDate(lang, due);
  return isEndOfDay(due) ? t('labels:dueDay', { date }) : date;
};

/** The bar after a decision: what was decided, when its letter leaves, and the way back until then. */
import { fullName } from '../accreditation/index.js';
import { formatTime } from '../platform/dates.js';
import type { Translate } from '../platform/i18n.js';
import type { Lang } from '../platform/languages.js';
import { type UndoBar, withQuery } from '../queue/index.js';
import { paths } from './paths.js';
import type { Undoable } from './undoable.js';

/** Undefined when the letter does not wait any more. */
export function undoBar(
  { t, lang, now, query }: { t: Translate; lang: Lang; now: Date; query: string },
  request: Undoable['request'],
  letter: Undoable['letter'] | undefined,
): UndoBar | undefined {
  if (letter?.state !== 'waiting') return undefined;
  const minutes = Math.max(1, Math.ceil((letter.notBefore.getTime() - now.getTime()) / 60_000));
  return {
    title: t('undo:title', { name: fullName(request), state: t(`labels:states.${request.state}`) }),
    text: t('undo:text', { count: minutes, time: formatTime(lang, letter.notBefore) }),
    button: t('undo:button'),
    letter: String(letter.id),
    action: withQuery(paths.undo(request.reference), query),
  };
}

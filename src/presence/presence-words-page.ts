/** In words who else has a request open. */
import { formatTime } from '../platform/dates.js';
import type { Translate } from '../platform/i18n.js';
import type { Lang } from '../platform/languages.js';
import type { Presence } from './presence.js';

/** “Ben Stempel is looking at this request since 9:38.” Empty when nobody else is there. */
export function presenceWords(
  { t, lang }: { t: Translate; lang: Lang },
  present: readonly Presence[],
  memberId: number,
): string {
  const others = present.filter(({ staffId }) => staffId !== memberId);
  return others
    .map(({ name, since }) => t('presence:other', { name, time: formatTime(lang, since) }))
    .join(' ');
}

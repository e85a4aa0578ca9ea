/** How the state, the moment and the language of a release look, in the list as in the editor. */
import { type ReleaseState, releasedAt } from '../newsroom/index.js';
import { formatDateTime } from '../platform/dates.js';
import type { Translate } from '../platform/i18n.js';
import type { Lang } from '../platform/languages.js';
import { type DeskRelease, stateAt } from '../releaselife/index.js';

export interface Look {
  badge: string;
  icon: string;
  label: string;
}

const LOOKS: Record<ReleaseState, Omit<Look, 'label'>> = {
  draft: { badge: 'plain', icon: 'edit' },
  in_approval: { badge: 'warning', icon: 'visibility' },
  scheduled: { badge: 'info', icon: 'calendar-today' },
  published: { badge: 'success', icon: 'check' },
  corrected: { badge: 'success', icon: 'check' },
  withdrawn: { badge: 'danger', icon: 'close' },
};

export const lookOf = (t: Translate, state: ReleaseState): Look => ({
  ...LOOKS[state],
  label: t(`releasedesk:states.${state}`),
});

export const languageName = (t: Translate, lang: Lang): string => t(`releasedesk:languages.${lang}`);

/** "9. Oktober 2024, 9:15 Uhr", or what it waits for. */
export function whenOf(
  t: Translate,
  lang: Lang,
  { release, atOnce }: DeskRelease,
  now: Date,
  format = formatDateTime,
): string {
  const state = stateAt(release, now);
  if (state !== 'draft' && state !== 'in_approval') return format(lang, releasedAt(release));
  return atOnce ? t('releasedesk:when.atOnce') : format(lang, release.publishAt);
}

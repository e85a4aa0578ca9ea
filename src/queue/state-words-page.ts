/** How the desk names states, waiting times and due dates: always an icon and a word. */
import type { State } from '../accreditation/index.js';
import { formatShortDate } from '../platform/dates.js';
import type { Translate } from '../platform/i18n.js';
import type { Lang } from '../platform/languages.js';
import { dueFor, durationBetween } from './waiting.js';

export interface Badge {
  label: string;
  icon: string;
  tone: 'info' | 'success' | 'warning' | 'danger' | 'plain';
}

const LOOKS: Record<State, Omit<Badge, 'label'>> = {
  unconfirmed: { icon: 'mail', tone: 'plain' },
  received: { icon: 'draft', tone: 'plain' },
  in_review: { icon: 'visibility', tone: 'info' },
  info_requested: { icon: 'question-mark', tone: 'plain' },
  approved: { icon: 'success', tone: 'success' },
  approved_limited: { icon: 'success', tone: 'success' },
  waitlisted: { icon: 'calendar-today', tone: 'plain' },
  rejected: { icon: 'close', tone: 'danger' },
  revoked: { icon: 'close', tone: 'danger' },
  withdrawn: { icon: 'arrow-back', tone: 'plain' },
  expired: { icon: 'close', tone: 'plain' },
};

export function stateBadge(
  t: Translate,
  { state, needsReapproval, answered }: { state: State; needsReapproval: boolean; answered: boolean },
): Badge {
  if (needsReapproval) return { label: t('queue:states.changed'), icon: 'edit', tone: 'warning' };
  if (answered && state === 'in_review')
    return { label: t('queue:states.answered'), icon: 'mail', tone: 'warning' };
  return { label: t(`labels:states.${state}`), ...LOOKS[state] };
}

export interface DueWords {
  text: string;
  attention: boolean;
}

/** Undefined where nothing is due any more. */
export function dueWords(
  { t, lang, now }: { t: Translate; lang: Lang; now: Date },
  request: { state: State; needsReapproval: boolean },
  answerBy: Date,
): DueWords | undefined {
  const due = dueFor(request, answerBy, now);
  if (due === 'none') return undefined;
  return {
    text: t(`queue:due.${due}`, { date: formatShortDate(lang, answerBy) }),
    attention: due !== 'later',
  };
}

export function durationWords(t: Translate, from: Date, to: Date): string {
  const duration = durationBetween(from, to);
  return t(`queue:duration.${duration.unit}`, { ...duration });
}

/** What pages say about the state of accreditation: icon and word, days left, dates, the way to the form. */
import { daysBetween, formatBeginning, formatDateTime, toIsoLocal } from '../platform/dates.js';
import type { Translate } from '../platform/i18n.js';
import type { Lang } from '../platform/languages.js';
import { type AccreditationPhase, accreditationPhase, type Event } from './event.js';
import { paths } from './paths.js';

export interface PhaseShown {
  phase: AccreditationPhase;
  icon: string;
  /** Geöffnet, noch 12 Tage */
  word: string;
  terms: { label: string; value: string; datetime: string }[];
  /** The form; empty while there is none. */
  apply: string;
}

const ICONS: Record<AccreditationPhase, string> = {
  upcoming: 'kern-icon--calendar-today',
  open: 'kern-icon--success',
  closed: 'portal-icon--lock',
};

export function phaseShown(lang: Lang, t: Translate, event: Event, now: Date): PhaseShown {
  const phase = accreditationPhase(event, now);
  return {
    phase,
    icon: ICONS[phase],
    word: wordFor(t, phase, event, now),
    terms: termsFor(lang, t, event, now),
    apply: phase === 'open' ? paths.accreditation(lang, event.slug) : '',
  };
}

/** Counted in calendar days of Berlin: "today" until midnight, whatever the hour. */
function wordFor(t: Translate, phase: AccreditationPhase, event: Event, now: Date): string {
  if (phase === 'closed') return t('events:phase.closed');
  const days = daysBetween(now, phase === 'open' ? event.accreditationClosesAt : event.accreditationOpensAt);
  if (phase === 'open')
    return days === 0 ? t('events:phase.closesToday') : t('events:phase.open', { count: days });
  return days === 0 ? t('events:phase.opensToday') : t('events:phase.upcoming', { count: days });
}

function termsFor(lang: Lang, t: Translate, event: Event, now: Date) {
  const { accreditationOpensAt: opens, accreditationClosesAt: closes, answerBy } = event;
  const term = (key: string, date: Date, format = formatDateTime) => ({
    label: t(`events:phase.terms.${key}`),
    value: format(lang, date),
    datetime: toIsoLocal(date),
  });
  const phase = accreditationPhase(event, now);
  if (phase === 'upcoming')
    return [term('opens', opens, formatBeginning), term('closes', closes), term('answer', answerBy)];
  if (phase === 'open')
    return [term('openSince', opens, formatBeginning), term('closes', closes), term('answer', answerBy)];
  // Archived before its time: the old deadline would be untrue.
  return closes <= now ? [term('closed', closes), term('answer', answerBy)] : [];
}

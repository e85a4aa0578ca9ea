/** The blue band of the home page: the state of accreditation, counted down, and the way to the form. */
import { accreditationPaths } from '../accreditation/index.js';
import { type AccreditationPhase, accreditationPhase, type Event } from '../events/index.js';
import { daysBetween, formatBeginning, formatDay, formatTime, toIsoLocal } from '../platform/dates.js';
import type { Translate } from '../platform/i18n.js';
import { inLanguage, type Lang } from '../platform/languages.js';

/** State always as icon and word; the figure is counted by the server for the moment of the request. */
export interface AccreditationBand {
  icon: string;
  state: string;
  figure: string;
  caption: string;
  terms: { label: string; value: { text: string; iso: string } }[];
  /** Undefined unless one can apply now. */
  applyHref: string | undefined;
  /** Whom to ask once it is closed. */
  contact: { name: string; email: string } | undefined;
  statusHref: string;
}

const ICONS: Record<AccreditationPhase, string> = {
  upcoming: 'kern-icon--calendar-today',
  open: 'kern-icon--success',
  closed: 'portal-icon--lock',
};

export function accreditationBand(lang: Lang, t: Translate, event: Event, now: Date): AccreditationBand {
  const phase = accreditationPhase(event, now);
  const { accreditationOpensAt: opens, accreditationClosesAt: closes, answerBy } = event;
  const dates = {
    upcoming: { opens, closes },
    open: { closes, answer: answerBy },
    closed: { closed: closes, answer: answerBy },
  }[phase];
  return {
    icon: ICONS[phase],
    state: t(`site:home.band.states.${phase}`),
    ...countdown(lang, t, event, now),
    terms: Object.entries(dates).map(([name, date]) => ({
      label: t(`site:home.band.${name}`),
      value: {
        text: name === 'opens' ? formatBeginning(lang, date, formatDay) : momentOf(lang, date),
        iso: toIsoLocal(date),
      },
    })),
    applyHref: phase === 'open' ? accreditationPaths.form(lang, event.slug) : undefined,
    contact:
      phase === 'closed'
        ? { name: inLanguage(event.texts.contactName, lang), email: event.contactEmail }
        : undefined,
    statusHref: accreditationPaths.lostLink(lang),
  };
}

function countdown(lang: Lang, t: Translate, event: Event, now: Date) {
  const phase = accreditationPhase(event, now);
  if (phase === 'closed') return { figure: '', caption: t('site:home.band.closedNote') };
  const until = phase === 'upcoming' ? event.accreditationOpensAt : event.accreditationClosesAt;
  const count = daysBetween(now, until);
  if (count > 0)
    return {
      figure: t(`site:home.band.days.${phase}`, { count }),
      caption: t(`site:home.band.caption.${phase}`),
    };
  return {
    figure: t(`site:home.band.today.${phase}`),
    caption: t(`site:home.band.todayCaption.${phase}`, { time: formatTime(lang, until) }),
  };
}

const momentOf = (lang: Lang, date: Date): string => `${formatDay(lang, date)}, ${formatTime(lang, date)}`;

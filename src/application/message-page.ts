/** Pages that say one thing and the way on: not open, closed, a link whose time is over. */
import { accreditationPaths } from '../accreditation/index.js';
import { type Event, eventPaths } from '../events/index.js';
import { formatBeginning, formatDateTime, formatDay, formatTime } from '../platform/dates.js';
import type { Translate } from '../platform/i18n.js';
import type { Lang } from '../platform/languages.js';
import type { Page } from '../platform/render.js';
import { crumbsTo } from './request-form-page.js';

export interface MessagePage extends Page {
  lead: string;
  paragraphs: string[];
  actions: { label: string; href: string; primary: boolean }[];
}

export interface MessageContext {
  t: Translate;
  lang: Lang;
  event: Event;
}

/** Instead of the form, before the opening and after the closing. */
export function notOpenPage({ t, lang, event }: MessageContext, phase: 'upcoming' | 'closed'): MessagePage {
  const { accreditationOpensAt, accreditationClosesAt, contactEmail } = event;
  return {
    ...about(t, lang, event),
    title: t(`application:${phase}.title`),
    lead: t(`application:${phase}.lead`, {
      opens: formatBeginning(lang, accreditationOpensAt, formatDay),
      closes: `${formatDay(lang, accreditationClosesAt)}, ${formatTime(lang, accreditationClosesAt)}`,
    }),
    paragraphs: [t(`application:${phase}.next`)],
    actions: [
      { label: t('application:toEvent'), href: eventPaths.event(lang, event.slug), primary: true },
      { label: t('application:form.ask'), href: `mailto:${contactEmail}`, primary: false },
    ],
  };
}

/** A confirmation link that does not count any more (410). */
export function linkOverPage({ t, lang, event }: MessageContext, why: 'replaced' | 'over'): MessagePage {
  const actions = [
    {
      label: t('application:lostLink.title'),
      href: accreditationPaths.lostLink(lang),
      primary: why === 'replaced',
    },
    { label: t('application:form.ask'), href: `mailto:${event.contactEmail}`, primary: false },
  ];
  const again = {
    label: t('application:form.title'),
    href: accreditationPaths.form(lang, event.slug),
    primary: true,
  };
  return {
    ...about(t, lang, event),
    title: t(`application:linkOver.${why}.title`),
    lead: t(`application:linkOver.${why}.lead`),
    paragraphs: [
      t(`application:linkOver.${why}.next`, { closes: formatDateTime(lang, event.accreditationClosesAt) }),
    ],
    actions: why === 'over' ? [again, ...actions] : actions,
  };
}

function about(t: Translate, lang: Lang, event: Event): Pick<Page, 'section' | 'crumbs'> {
  return { section: 'events', crumbs: crumbsTo(t, lang, event) };
}

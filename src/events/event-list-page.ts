/** The public list of events: what comes, the next one first, and what was, the latest first. */
import { formatDate, toDay } from '../platform/dates.js';
import { translator } from '../platform/i18n.js';
import { inLanguage, type Lang } from '../platform/languages.js';
import type { Page } from '../platform/render.js';
import { withFirmHyphens } from '../platform/typography.js';
import type { Event } from './event.js';
import { paths } from './paths.js';
import { phaseShown } from './phase-page.js';

interface ListedEvent {
  title: string;
  href: string;
  day: string;
  datetime: string;
  place: string;
  summary: string;
  /** Icon and word of accreditation; undefined for what is over. */
  state: { icon: string; word: string } | undefined;
}

export interface EventListPage extends Page {
  groups: { key: string; heading: string; events: ListedEvent[] }[];
}

/** `events` are published or archived, the latest first. */
export function eventListPage(lang: Lang, events: readonly Event[], now: Date): EventListPage {
  const t = translator(lang);
  const isAhead = (event: Event) => event.state === 'published' && event.endsAt >= now;
  const list = (key: string, listed: Event[]) => ({
    key,
    heading: t(`events:public.${key}`),
    events: listed.map((event) => listedEvent(lang, event, isAhead(event) ? now : undefined)),
  });
  return {
    title: t('events:public.list'),
    description: t('events:public.listDescription'),
    section: 'events',
    crumbs: [{ label: t('events:public.home'), href: `/${lang}` }],
    groups: [
      list('upcoming', events.filter(isAhead).reverse()),
      list(
        'earlier',
        events.filter((event) => !isAhead(event)),
      ),
    ].filter((group) => group.events.length > 0),
  };
}

function listedEvent(lang: Lang, event: Event, now: Date | undefined): ListedEvent {
  return {
    title: withFirmHyphens(inLanguage(event.texts.title, lang)),
    href: paths.event(lang, event.slug),
    day: formatDate(lang, event.startsAt),
    datetime: toDay(event.startsAt),
    place: inLanguage(event.texts.place, lang),
    summary: inLanguage(event.texts.summary, lang),
    state: now && phaseShown(lang, translator(lang), event, now),
  };
}

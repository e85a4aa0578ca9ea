/** Hints as they are printed: in full beside a request, in a word in a list. */
import { type AccreditationRequest, fullName } from '../accreditation/index.js';
import type { Event } from '../events/index.js';
import { formatDate } from '../platform/dates.js';
import type { Translate } from '../platform/i18n.js';
import { inLanguage, type Lang } from '../platform/languages.js';
import type { Hint } from './hint.js';
import { type Hinted, hintsFor, inOrder, weightiest } from './hints.js';
import type { Likeness, Related } from './related.js';
import { OUTLET_LIMIT, relationHints } from './relations.js';

export interface HintView {
  tone: Hint['tone'];
  icon: 'warning' | 'check' | 'info';
  title: string;
  text: string;
  /** The other requests it speaks of. */
  others: { name: string; reference: string; href: string; note: string }[];
}

/** In a word, for a list. */
export interface HintMark {
  text: string;
  attention: boolean;
}

export interface HintContext {
  t: Translate;
  lang: Lang;
  /** Address of another request at the desk. */
  addressOf: (reference: string) => string;
}

const ICONS = { attention: 'warning', good: 'check', neutral: 'info' } as const;
/** Others shown by name below one hint. */
const SHOWN = 3;

export function hintViews(
  context: HintContext,
  record: {
    request: AccreditationRequest;
    event: Event;
    related: readonly Related[];
    events: readonly Event[];
  },
): HintView[] {
  const { request, event, related } = record;
  const events = [...record.events.filter(({ id }) => id !== event.id), event];
  const hints = inOrder([...hintsFor(request, event), ...relationHints(request, related, events)]);
  return hints.map((hint) => hintView(context, hint, events));
}

function hintView(context: HintContext, hint: Hint, events: readonly Event[]): HintView {
  const { t } = context;
  const values = wordsFor(t, hint);
  return {
    tone: hint.tone,
    icon: ICONS[hint.tone],
    title: t(`hints:${hint.key}.title`, values),
    text: t(`hints:${hint.key}.text`, values),
    others: hint.others.slice(0, SHOWN).map((other) => ({
      name: fullName(other),
      reference: other.reference,
      href: context.addressOf(other.reference),
      note: noteOf(context, hint, other, events),
    })),
  };
}

function wordsFor(t: Translate, { key, values }: Hint): Hint['values'] {
  if (key === 'known') return { ...values, outcome: t(`hints:outcomes.${values.state}`) };
  if (key !== 'sameOutlet') return values;
  const more = Number(values.count) > OUTLET_LIMIT;
  return { ...values, number: more ? t('hints:moreThan', { count: OUTLET_LIMIT }) : String(values.count) };
}

/** What is alike, of which event, and how it stands. */
function noteOf({ t, lang }: HintContext, { key }: Hint, other: Related, events: readonly Event[]): string {
  const state = t(`labels:states.${other.state}`);
  if (key === 'sameOutlet') return state;
  const alike = t('hints:alike', { what: listOf(t, lang, other.alike) });
  if (key !== 'known') return [other.outletName, state, alike].join(' · ');
  const event = events.find(({ id }) => id === other.eventId);
  const held = event && `${inLanguage(event.texts.title, lang)}, ${formatDate(lang, event.startsAt)}`;
  return [held, state, alike].filter(Boolean).join(' · ');
}

function listOf(t: Translate, lang: Lang, alike: readonly Likeness[]): string {
  const words = alike.map((likeness) => t(`hints:likenesses.${likeness}`));
  return new Intl.ListFormat(lang === 'de' ? 'de-DE' : 'en-GB').format(words);
}

/** The one thing to know before opening a request. */
export function hintMark(
  t: Translate,
  request: Hinted & Pick<AccreditationRequest, 'eventId'>,
  event: Pick<Event, 'id' | 'startsAt' | 'endsAt'>,
  { related, events }: { related: readonly Related[]; events: readonly Pick<Event, 'id' | 'startsAt'>[] },
): HintMark | undefined {
  const hint = weightiest([...hintsFor(request, event), ...relationHints(request, related, events)]);
  return (
    hint && {
      text: t(`hints:${hint.key}.short`, wordsFor(t, hint)),
      attention: hint.tone === 'attention',
    }
  );
}

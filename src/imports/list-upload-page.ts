/** The page on which a list is uploaded, with the lists taken in before. */
import { deletionPlan } from '../accreditation/index.js';
import type { Event } from '../events/index.js';
import { formatDate, formatDateTime } from '../platform/dates.js';
import { type ChoiceField, choiceField, type SelectField, selectField } from '../platform/fields.js';
import { type Entered, errorAt, type FieldError, showErrors } from '../platform/form.js';
import type { Translate } from '../platform/i18n.js';
import { inLanguage, type Lang } from '../platform/languages.js';
import type { Page } from '../platform/render.js';
import { type Import, KINDS, type Kind } from './import.js';
import { paths } from './paths.js';

export interface ListUploadPage extends Page {
  action: string;
  back: string;
  kind: ChoiceField<{ part: 'select'; field: SelectField }>;
  file: { error: string };
  earlier: { href: string; label: string; about: string; state: string }[];
}

export interface UploadFacts {
  t: Translate;
  lang: Lang;
  /** Each kind with the events it can be for. */
  events: Record<Kind, readonly Event[]>;
  names: ReadonlyMap<number, Event>;
  earlier: readonly Import[];
  now: Date;
}

export const eventWords = (lang: Lang, event: Event): string =>
  `${inLanguage(event.texts.title, lang)}, ${formatDate(lang, event.startsAt)}`;

export const importWords = (t: Translate, lang: Lang, { id, createdAt }: Import): string =>
  t('imports:name', { number: id, time: formatDateTime(lang, createdAt) });

export function listUploadPage(
  facts: UploadFacts,
  sent: { entered: Entered; errors: readonly FieldError[] },
): ListUploadPage {
  const { t, lang, events, names, earlier } = facts;
  const state = { entered: sent.entered, errors: showErrors(t, sent.errors) };
  const eventsOf = (kind: Kind) => {
    const options = events[kind].map((event) => ({
      value: event.slug,
      label: labelOf(facts, kind, event),
    }));
    const first = { value: '', label: t(options.length > 0 ? 'imports:choose' : `imports:noEvent.${kind}`) };
    const name = kind === 'past' ? 'eventPast' : 'eventRequests';
    const field = selectField(name, t('imports:fields.event'), state, {
      options: options.length === 1 ? options : [first, ...options],
    });
    return [{ part: 'select' as const, field }];
  };
  return {
    title: t('imports:title'),
    section: 'requests',
    errors: state.errors,
    action: paths.imports,
    back: paths.queue,
    kind: choiceField(
      { name: 'kind', type: 'radio', legend: t('imports:kindLegend') },
      state,
      KINDS.map((value) => ({
        value,
        label: t(`imports:kinds.${value}`),
        hint: t(`imports:kindHints.${value}`),
        fields: eventsOf(value),
      })),
    ),
    file: { error: errorAt(state.errors, 'list') },
    earlier: earlier.map((run) => ({
      href: paths.import(run.id),
      label: importWords(t, lang, run),
      about: aboutOf(t, lang, names.get(run.eventId), run),
      state: t(`imports:states.${run.state}`),
    })),
  };
}

const aboutOf = (t: Translate, lang: Lang, event: Event | undefined, run: Import): string =>
  [
    event && inLanguage(event.texts.title, lang),
    t(`imports:kindNames.${run.kind}`),
    t('imports:rows', { count: run.total }),
  ]
    .filter(Boolean)
    .join(' · ');

/** An earlier list says how long it stays, or that its time is over. */
function labelOf({ t, lang, now }: UploadFacts, kind: Kind, event: Event): string {
  const label = eventWords(lang, event);
  if (kind === 'requests') return label;
  const { requestOn } = deletionPlan(event);
  if (requestOn <= now) return t('imports:tooOld', { event: label });
  return t('imports:until', { event: label, date: formatDate(lang, requestOn) });
}

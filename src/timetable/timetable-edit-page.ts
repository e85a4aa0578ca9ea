/** The forms of a programme item and of a press slot, and the question before one is deleted. */
import { eventDeskPaths as paths } from '../eventdesk/index.js';
import {
  type Event,
  MAX_SPEAKERS,
  type ProgrammeItem,
  SLOT_KINDS,
  type Slot,
  speakerField,
} from '../events/index.js';
import { enterBilingual } from '../platform/bilingual.js';
import { formatTimeRange } from '../platform/dates.js';
import {
  type DeskFormPage,
  entryConflict,
  errorSummary,
  type FormField,
  type FormState,
  fieldsOf,
} from '../platform/desk-form.js';
import { type Entered, textOf } from '../platform/form.js';
import { translator } from '../platform/i18n.js';
import { inLanguage, type Lang } from '../platform/languages.js';
import { enterMoment } from '../platform/moments.js';
import type { Page } from '../platform/render.js';
import { withFirmHyphens } from '../platform/typography.js';
import { fingerprint } from './fingerprint.js';

/** A new entry starts when the event does; a stored one shows what is stored. */
export function enterProgrammeItem(event: Event, item?: ProgrammeItem): Entered {
  if (!item) return enterMoment('startsAt', event.startsAt);
  const speakers = item.speakers.map(({ name, function: role }, at) => ({
    [speakerField('speakerName', at + 1)]: name,
    ...enterBilingual(speakerField('speakerFunction', at + 1), role),
  }));
  return Object.assign(enterTimesAndTexts(item), ...speakers);
}

export function enterSlot(event: Event, slot?: Slot): Entered {
  if (!slot) return enterMoment('startsAt', event.startsAt);
  return { ...enterTimesAndTexts(slot), kind: slot.kind, capacity: String(slot.capacity) };
}

function enterTimesAndTexts({ startsAt, endsAt, texts }: ProgrammeItem | Slot): Entered {
  return {
    ...enterMoment('startsAt', startsAt),
    ...enterMoment('endsAt', endsAt),
    ...enterBilingual('title', texts.title),
    ...enterBilingual('note', texts.note),
  };
}

interface Edited<Entry> {
  event: Event;
  /** Undefined for a new one. */
  entry: Entry | undefined;
  state: FormState;
  /** Somebody saved since the editor opened the form. */
  overtaken?: boolean;
}

export function programmeItemPage(lang: Lang, edited: Edited<ProgrammeItem>): DeskFormPage {
  const { slug } = edited.event;
  const fields = fieldsOf(translator(lang), 'timetable', edited.state);
  const action = paths.programmeItem(slug, edited.entry?.id ?? 'new');
  const page = entryPage(lang, edited, { kind: 'item', list: paths.programme(slug), action });
  page.sections[0]!.rows = timesAndTexts(fields);
  page.sections.push({
    id: 'speakers',
    heading: translator(lang)('timetable:form.sections.speakers'),
    hint: translator(lang)('timetable:form.hints.speakers'),
    rows: speakerRows(edited.state.entered).map((row) => [
      fields.text(speakerField('speakerName', row), { optional: true }),
      ...fields.both(speakerField('speakerFunction', row), { optional: true }),
    ]),
  });
  return page;
}

export function slotPage(lang: Lang, edited: Edited<Slot>): DeskFormPage {
  const { slug } = edited.event;
  const t = translator(lang);
  const fields = fieldsOf(t, 'timetable', edited.state);
  const action = paths.slot(slug, edited.entry?.id ?? 'new');
  const page = entryPage(lang, edited, { kind: 'slot', list: paths.slots(slug), action });
  const kinds = SLOT_KINDS.map((kind) => ({ value: kind, label: t(`labels:slotKinds.${kind}`) }));
  page.sections[0]!.rows = [
    [
      fields.select('kind', [{ value: '', label: t('timetable:form.choose') }, ...kinds]),
      fields.text('capacity', { inputmode: 'numeric', hint: true, short: true }),
    ],
    ...timesAndTexts(fields),
  ];
  return page;
}

function entryPage(
  lang: Lang,
  { event, entry, state, overtaken }: Edited<ProgrammeItem | Slot>,
  { kind, list, action }: { kind: 'item' | 'slot'; list: string; action: string },
): DeskFormPage {
  const t = translator(lang);
  return {
    title: t(`timetable:${entry ? 'edit' : 'new'}${kind === 'item' ? 'Item' : 'Slot'}`),
    section: 'events',
    errors: errorSummary(t, 'timetable', state.errors),
    back: { href: list, label: t(`eventdesk:tabs.${kind === 'item' ? 'programme' : 'slots'}`) },
    action,
    hidden: entry ? [{ name: 'seen', value: seenBefore(state, overtaken) ?? fingerprint(entry) }] : [],
    sections: [{ id: 'entry', heading: withFirmHyphens(inLanguage(event.texts.title, lang)), rows: [] }],
    submit: t('fields:desk.save'),
    ...(overtaken ? { conflict: entryConflict(t, action) } : {}),
  };
}

/** A form shown again still stands for what its editor saw, until they know of the colleague's version. */
function seenBefore({ entered }: FormState, overtaken = false): string | undefined {
  return overtaken ? undefined : textOf(entered, 'seen') || undefined;
}

function timesAndTexts(fields: ReturnType<typeof fieldsOf>): FormField[][] {
  return [
    [fields.moment('startsAt'), fields.moment('endsAt')],
    fields.both('title'),
    fields.both('note', { rows: 2, optional: true }),
  ];
}

/** What is filled in and two rows more. */
function speakerRows(entered: Entered): number[] {
  const rows = Array.from({ length: MAX_SPEAKERS }, (_, at) => at + 1);
  const isUsed = (row: number) =>
    Object.entries(entered).some(
      ([name]) => name.match(/^speaker\D+(\d+)/)?.[1] === String(row) && textOf(entered, name) !== '',
    );
  const last = Math.max(0, ...rows.filter(isUsed));
  return rows.slice(0, Math.max(3, last + 2));
}

export interface ConfirmPage extends Page {
  question: string;
  warning: string;
  action: string;
  confirm: string;
  back: { href: string; label: string };
}

export function deleteEntryPage(lang: Lang, event: Event, entry: ProgrammeItem | Slot): ConfirmPage {
  const t = translator(lang);
  const isSlot = 'kind' in entry;
  return {
    title: t(isSlot ? 'timetable:deleteSlot' : 'timetable:deleteItem'),
    section: 'events',
    question: `${formatTimeRange(lang, entry.startsAt, entry.endsAt)}: ${inLanguage(entry.texts.title, lang)}`,
    warning: t(isSlot ? 'timetable:deleteSlotWarning' : 'timetable:deleteItemWarning'),
    action: `${isSlot ? paths.slot(event.slug, entry.id) : paths.programmeItem(event.slug, entry.id)}/delete`,
    confirm: t('timetable:deleteNow'),
    back: {
      href: isSlot ? paths.slots(event.slug) : paths.programme(event.slug),
      label: t(isSlot ? 'eventdesk:tabs.slots' : 'eventdesk:tabs.programme'),
    },
  };
}

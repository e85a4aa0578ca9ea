/** The filters of the queue as fields, and what is set as chips that take it off again. */
import { OUTLET_TYPES, WORK_AREAS } from '../accreditation/index.js';
import type { Event } from '../events/index.js';
import type { Translate } from '../platform/i18n.js';
import { inLanguage, type Lang } from '../platform/languages.js';
import type { Member } from '../staff/index.js';
import { type Filters, SORTS, toQuery } from './filters.js';
import { countWords } from './numbers-page.js';
import { waitingDaysFor } from './options.js';
import { paths, withQuery } from './paths.js';

export interface Link {
  label: string;
  href: string;
}

export interface FilterField {
  name: string;
  label: string;
  options: { value: string; label: string; selected: boolean; count: string }[];
}

interface FieldFacts {
  t: Translate;
  lang: Lang;
  member: Member;
  filters: Filters;
  events: Event[];
  reviewers: Member[];
  offered: ReadonlyMap<string, number>;
  countLimit: number;
}

/** What narrows the list, each with the way to take it off. */
export function chipsOf(facts: FieldFacts): Link[] {
  const { filters } = facts;
  const without = (name: keyof Filters): Filters => {
    const { [name]: _taken, ...rest } = filters;
    return rest as Filters;
  };
  const words: Partial<Record<keyof Filters, string>> = {};
  for (const { name, label, options } of fieldsOf(facts)) {
    const chosen = options.find((option) => option.selected && option.value !== '');
    const key = FILTER_OF[name];
    if (chosen && key) words[key] = `${label}: ${chosen.label}`;
  }
  if (filters.search) words.search = facts.t('queue:list.searched', { text: filters.search });
  return Object.entries(words).map(([key, label]) => ({
    label,
    href: withQuery(paths.queue, toQuery(without(key as keyof Filters))),
  }));
}

const FILTER_OF: Record<string, keyof Filters> = {
  event: 'eventId',
  type: 'outletType',
  area: 'workArea',
  assigned: 'assigned',
  waiting: 'waitingDays',
  answer: 'hasAnswer',
  late: 'late',
};

export function fieldsOf(facts: FieldFacts): FilterField[] {
  const { t, lang, filters, events, reviewers, member } = facts;
  const field = (name: string, value: string, options: [string, string][]): FilterField => ({
    name,
    label: t(`queue:filters.${name}`),
    options: options.map(([option, label]) => ({
      value: option,
      label,
      selected: option === value,
      count: name === 'sort' || option === '' ? '' : countBeside(facts, name, option),
    })),
  });
  const all: [string, string] = ['', t('queue:filters.all')];
  return [
    field('event', String(filters.eventId ?? ''), [
      all,
      ...events.map((event): [string, string] => [String(event.id), inLanguage(event.texts.title, lang)]),
    ]),
    field('type', filters.outletType ?? '', [
      all,
      ...OUTLET_TYPES.map((type): [string, string] => [type, t(`labels:outletTypes.${type}`)]),
    ]),
    field('area', filters.workArea ?? '', [
      all,
      ...WORK_AREAS.map((area): [string, string] => [area, t(`labels:workAreas.${area}`)]),
    ]),
    field('assigned', filters.assigned ?? '', [
      all,
      ['me', t('queue:filters.me')],
      ['nobody', t('queue:filters.nobody')],
      ...reviewers
        .filter(({ id }) => id !== member.id)
        .map(({ id, name }): [string, string] => [String(id), name]),
    ]),
    field('waiting', String(filters.waitingDays ?? ''), [
      all,
      ...waitingDaysFor(filters).map((days): [string, string] => [
        String(days),
        t('queue:filters.days', { count: days }),
      ]),
    ]),
    field('answer', filters.hasAnswer ? 'yes' : '', [all, ['yes', t('queue:filters.answered')]]),
    field('late', filters.late ? 'yes' : '', [all, ['yes', t('queue:filters.overdue')]]),
    field(
      'sort',
      filters.sort,
      SORTS.map((sort): [string, string] => [sort, t(`queue:sorts.${sort}`)]),
    ),
  ];
}

/** How many requests the list would show with this value. */
function countBeside({ lang, member, offered, countLimit }: FieldFacts, name: string, value: string): string {
  const own = value === 'me' ? String(member.id) : value;
  return countWords(lang, offered.get(`${name}=${own}`) ?? 0, countLimit);
}

/** The fields of a request, section by section: for the form of a new request and for an edit. */
import { formatTime } from '../platform/dates.js';
import { choiceField } from '../platform/fields.js';
import type { Entered } from '../platform/form.js';
import type { Translate } from '../platform/i18n.js';
import { inLanguage } from '../platform/languages.js';
import {
  area,
  type FieldsContext,
  type FieldsState,
  type FormPart,
  type FormSection,
  folded,
  select,
  text,
} from './form-parts-page.js';
import { proofSection } from './proof-fields-page.js';
import { type AccreditationRequest, OUTLET_TYPES, WORK_AREAS } from './request.js';

/** `edit`: the confirmed address stands fast. */
export function requestSections(
  context: FieldsContext,
  state: FieldsState,
  { edit = false }: { edit?: boolean } = {},
): FormSection[] {
  const sections = [
    personSection(context.t, state, edit),
    outletSection(context.t, state),
    workSection(context.t, state),
    proofSection(context, state),
    ...(context.slots.length > 0 ? [slotSection(context, state)] : []),
    needsSection(context.t, state),
  ];
  return sections.map((section, at) => ({ ...section, legend: `${at + 1}. ${section.legend}` }));
}

/** What the form shows when it starts from a request that exists. */
export function enteredFrom(request: AccreditationRequest, slotIds: readonly number[]): Entered {
  const texts = Object.entries(request).filter(
    (pair): pair is [string, string] => typeof pair[1] === 'string',
  );
  return { ...Object.fromEntries(texts), 'slots[]': slotIds.map(String) };
}

const PREFILLED = [
  ...['firstName', 'lastName', 'email', 'phone', 'jobTitle'],
  ...['outletName', 'outletType', 'outletWebsite', 'editorialContact', 'workArea'],
];

/** What a returning journalist finds filled in: person and outlet, no proof and no wishes. */
export function prefilledFrom(request: AccreditationRequest): Entered {
  const known = Object.entries(enteredFrom(request, []));
  return Object.fromEntries(known.filter(([field]) => PREFILLED.includes(field)));
}

function personSection(t: Translate, state: FieldsState, edit: boolean): FormSection {
  return {
    id: 'person',
    legend: t('accreditation:sections.person'),
    parts: [
      text(t, state, 'lastName', { autocomplete: 'family-name', hint: true }),
      text(t, state, 'firstName', { autocomplete: 'given-name' }),
      ...(edit ? [] : [text(t, state, 'email', { type: 'email', autocomplete: 'email', hint: true })]),
      text(t, state, 'phone', { type: 'tel', autocomplete: 'tel', hint: true }),
    ],
  };
}

function outletSection(t: Translate, state: FieldsState): FormSection {
  const outletTypes = OUTLET_TYPES.map((value) => ({ value, label: t(`labels:outletTypes.${value}`) }));
  return {
    id: 'outlet',
    legend: t('accreditation:sections.outlet'),
    parts: [
      text(t, state, 'outletName', { autocomplete: 'organization', hint: true }),
      select(t, state, 'outletType', outletTypes),
    ],
    more: folded(t('accreditation:sections.outletMore'), state, [
      text(t, state, 'jobTitle', { autocomplete: 'organization-title', hint: true, optional: true }),
      text(t, state, 'outletWebsite', { type: 'url', inputmode: 'url', autocomplete: 'url', optional: true }),
      text(t, state, 'editorialContact', { hint: true, optional: true }),
    ]),
  };
}

function workSection(t: Translate, state: FieldsState): FormSection {
  const options = WORK_AREAS.map((value) => ({ value, label: t(`labels:workAreas.${value}`) }));
  const legend = t('accreditation:fields.workArea');
  return {
    id: 'work',
    legend: t('accreditation:sections.work'),
    parts: [
      {
        part: 'choices',
        field: choiceField<FormPart>({ name: 'workArea', type: 'radio', legend }, state, options, {
          compact: true,
        }),
      },
    ],
  };
}

function slotSection({ t, lang, slots }: FieldsContext, state: FieldsState): FormSection {
  const options = slots.map(({ id, kind, startsAt, capacity, texts }) => ({
    value: String(id),
    label: `${t(`labels:slotKinds.${kind}`)}: ${inLanguage(texts.title, lang)}, ${formatTime(lang, startsAt)}`,
    hint: [t('accreditation:places', { count: capacity }), inLanguage(texts.note, lang)]
      .filter(Boolean)
      .join(' · '),
    icon: kind === 'interview' ? 'portal-icon--mic' : 'portal-icon--camera',
  }));
  const legend = t('accreditation:fields.slots');
  return {
    id: 'wishes',
    legend: t('accreditation:sections.slots'),
    parts: [
      {
        part: 'choices',
        field: choiceField<FormPart>({ name: 'slots', type: 'checkbox', legend }, state, options, {
          optional: true,
          hint: t('accreditation:hints.slots'),
        }),
      },
    ],
  };
}

function needsSection(t: Translate, state: FieldsState): FormSection {
  return {
    id: 'needs',
    legend: t('accreditation:sections.needs'),
    parts: [],
    more: folded(t('accreditation:sections.needsMore'), state, [
      area(t, state, 'equipmentNeeds', true),
      text(t, state, 'vehiclePlate', { optional: true, short: true }),
      area(t, state, 'accessNeeds', true),
      area(t, state, 'note'),
    ]),
  };
}

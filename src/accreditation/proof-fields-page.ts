/** The section of the form in which one proof of four is chosen and given. */
import { formatDate, yearOf } from '../platform/dates.js';
import { choiceField, type TextField, textField } from '../platform/fields.js';
import type { Translate } from '../platform/i18n.js';
import {
  type FieldsContext,
  type FieldsState,
  type FormPart,
  type FormSection,
  select,
  text,
} from './form-parts-page.js';
import { PROOF_FIELDS } from './proof.js';
import { CARD_ISSUERS, PROOF_KINDS, type ProofKind } from './request.js';

export function proofSection(context: FieldsContext, state: FieldsState): FormSection {
  const { t, hasFile = false } = context;
  const options = PROOF_KINDS.map((value) => ({
    value,
    label: t(`labels:proofKinds.${value}`),
    hint: t(`accreditation:proofHints.${value}`),
    fields: proofParts(context, state, value),
  }));
  const legend = t('accreditation:fields.proofKind');
  return {
    id: 'proof',
    legend: t('accreditation:sections.proof'),
    parts: [
      {
        part: 'choices',
        field: choiceField<FormPart>({ name: 'proofKind', type: 'radio', legend }, state, options, {
          hint: t('accreditation:hints.proofKind'),
        }),
      },
      { part: 'file-field', field: fileField(t, state, hasFile) },
    ],
  };
}

function proofParts({ t, lang, event }: FieldsContext, state: FieldsState, kind: ProofKind): FormPart[] {
  const issuers = CARD_ISSUERS.map((value) => ({ value, label: t(`labels:issuers.${value}`) }));
  return PROOF_FIELDS[kind].map((name) => {
    if (name === 'pressCardIssuer') return select(t, state, name, issuers);
    if (name === 'pressCardNumber') return text(t, state, name);
    if (name !== 'pressCardYear') return text(t, state, name, { type: 'url', inputmode: 'url' });
    const hint = t('accreditation:hints.pressCardYear', {
      date: formatDate(lang, event.startsAt),
      year: yearOf(event.startsAt),
    });
    const field = textField(name, t(`accreditation:fields.${name}`), state, {
      hint,
      inputmode: 'numeric',
      short: true,
    });
    return { part: 'text-field', field };
  });
}

/** Required for an assignment letter, instead of the numbers for a press card: the hint says so, the form checks it. */
function fileField(t: Translate, state: FieldsState, hasFile: boolean): TextField {
  return textField('proofFile', t('accreditation:fields.proofFile'), state, {
    hint: t('accreditation:hints.proofFile'),
    ...(hasFile ? { optional: true } : { mark: t('accreditation:dependingOnProof') }),
  });
}

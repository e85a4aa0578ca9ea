/** The four proofs of journalistic work: one suffices, each with its own fields; what belongs to the others is not kept. */
import type { FieldError } from '../platform/form.js';
import type { UploadResult } from '../platform/uploads.js';
import type { ProofKind, RequestInput } from './request.js';

export type ProofField =
  | 'pressCardIssuer'
  | 'pressCardNumber'
  | 'pressCardYear'
  | 'sampleUrl1'
  | 'sampleUrl2'
  | 'imprintUrl';

export const PROOF_FIELDS: Record<ProofKind, readonly ProofField[]> = {
  press_card: ['pressCardIssuer', 'pressCardNumber', 'pressCardYear'],
  assignment: [],
  samples: ['sampleUrl1', 'sampleUrl2'],
  imprint: ['imprintUrl'],
  not_recorded: [],
};

/** `required`: without a file there is no proof; `instead`: a copy replaces the fields. */
export const PROOF_FILE: Record<ProofKind, 'required' | 'instead' | 'none'> = {
  press_card: 'instead',
  assignment: 'required',
  samples: 'none',
  imprint: 'none',
  not_recorded: 'none',
};

/** Data minimisation: what was typed for a proof that was not chosen in the end is dropped. */
export function withChosenProof<Input extends RequestInput>(input: Input): Input {
  const kept = PROOF_FIELDS[input.proofKind];
  const dropped = Object.values(PROOF_FIELDS)
    .flat()
    .filter((field) => !kept.includes(field));
  return { ...input, ...Object.fromEntries(dropped.map((field) => [field, ''])) };
}

/** The proof of the chosen kind is there; a refused file says why, one that must be chosen again says so. */
export function proofFileErrors(
  kind: string,
  result: UploadResult,
  { kept = false, again = false }: { kept?: boolean; again?: boolean } = {},
): FieldError[] {
  const incomplete = !result.ok && result.reason === 'cut';
  if (PROOF_FILE[kind as ProofKind] === 'none' && !incomplete) return [];
  const error = (key: string, name = '') => [
    { field: 'proofFile', message: { key: `accreditation:errors.file.${key}`, values: { name } } },
  ];
  if (!result.ok)
    return error(result.originalName ? result.reason : `${result.reason}Unnamed`, result.originalName);
  if (result.upload) return again ? error('again', result.upload.originalName) : [];
  return PROOF_FILE[kind as ProofKind] === 'required' && !kept ? error('missing') : [];
}

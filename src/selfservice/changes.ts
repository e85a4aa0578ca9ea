/** What an edit changes, and whether a decision has to be made anew because of it. */
import { DECISIVE_FIELDS, type RequestInput } from '../accreditation/index.js';

export interface Edited {
  input: RequestInput;
  slotIds: readonly number[];
  /** A file came that was not there before. */
  hasNewFile: boolean;
}

/** In the order of the form, so that the history reads like it. */
const FIELDS = [
  ...(['lastName', 'firstName', 'phone', 'outletName', 'outletType', 'jobTitle', 'outletWebsite'] as const),
  ...(['editorialContact', 'workArea', 'proofKind', 'pressCardIssuer', 'pressCardNumber'] as const),
  ...(['pressCardYear', 'sampleUrl1', 'sampleUrl2', 'imprintUrl'] as const),
  ...(['equipmentNeeds', 'vehiclePlate', 'accessNeeds', 'note'] as const),
] satisfies (keyof RequestInput)[];

/** Names of the changed fields, with `proofFile` and `slots`; the address is not among them, it cannot be edited. */
export function changedFields(before: Edited, after: Edited): string[] {
  const fields: string[] = FIELDS.filter((field) => before.input[field] !== after.input[field]);
  if (after.hasNewFile) fields.push('proofFile');
  if (sorted(before.slotIds) !== sorted(after.slotIds)) fields.push('slots');
  return fields;
}

/** Name, outlet, work area and proof are what a decision rests on; a new file is a new proof. */
export function isDecisive(fields: readonly string[]): boolean {
  return fields.some((field) => field === 'proofFile' || DECISIVE_FIELDS.some((name) => name === field));
}

const sorted = (ids: readonly number[]): string => [...ids].sort((a, b) => a - b).join(',');

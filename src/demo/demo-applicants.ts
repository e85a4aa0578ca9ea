/** A dozen obviously invented journalists, and how far each of them has got. */
import { readFileSync } from 'node:fs';
import type { RequestInput } from '../accreditation/index.js';
import { fromRoot } from '../platform/paths.js';

export type Outcome =
  | { do: 'approve'; limits?: string }
  | { do: 'waitlist' | 'reject' | 'enquire'; reason: string; text: string }
  | { do: 'answer'; text: string; file: boolean }
  | { do: 'withdraw' };

export interface DemoApplicant {
  input: Partial<RequestInput> & Pick<RequestInput, 'firstName' | 'lastName' | 'outletName'>;
  /** Day and time of asking, Europe/Berlin in October 2024: `02T10:12`. */
  asked: string;
  lang?: 'de' | 'en';
  /** Keys of wished slots. */
  slots?: string[];
  file?: 'card' | 'letter';
  unconfirmed?: boolean;
  then?: Outcome[];
}

export function readApplicants(): DemoApplicant[] {
  return JSON.parse(readFileSync(fromRoot('src/demo/content/applicants.json'), 'utf8'));
}

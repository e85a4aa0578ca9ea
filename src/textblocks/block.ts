/** A text block of a further enquiry, in both languages: offered to reviewers until it is retired. */
import type { Bilingual } from '../platform/languages.js';
import type { OfferedState } from '../platform/offered.js';

export interface BlockTexts {
  /** What reviewers choose by. */
  label: Bilingual;
  /** What the applicant reads. */
  text: Bilingual;
}

export interface TextBlock {
  id: number;
  state: OfferedState;
  texts: BlockTexts;
  /** Counts changes, for compare-and-set. */
  version: number;
  updatedAt: Date;
}

/** A boilerplate, in both languages: what a release says about the house at its end. Offered until it is retired. */
import type { Bilingual } from '../platform/languages.js';
import type { OfferedState } from '../platform/offered.js';

export interface BoilerplateTexts {
  /** What editors choose by. */
  label: Bilingual;
  /** Markdown. */
  text: Bilingual;
}

export interface Boilerplate {
  id: number;
  state: OfferedState;
  texts: BoilerplateTexts;
  /** Counts changes, for compare-and-set. */
  version: number;
  updatedAt: Date;
}

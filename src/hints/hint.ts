/** A plain hint about a request: a sentence with its reason. It advises; people decide. */
import type { Related } from './related.js';

/** In the order of weight: what a list shows of several. */
export const HINT_KEYS = [
  'duplicate',
  'sameCard',
  'disposableMail',
  'cardYear',
  'otherIssuer',
  'freeMail',
  'known',
  'sameDomain',
  'cardCovers',
  'withdrawnBefore',
  'sameOutlet',
  'freeMailFreelance',
] as const;
export type HintKey = (typeof HINT_KEYS)[number];

export interface Hint {
  key: HintKey;
  tone: 'attention' | 'good' | 'neutral';
  /** For the sentence in the language file. */
  values: Record<string, string | number>;
  /** The other requests it speaks of, newest first. */
  others: Related[];
}

export const hint = (
  tone: Hint['tone'],
  key: HintKey,
  values: Hint['values'] = {},
  others: Related[] = [],
): Hint => ({ key, tone, values, others });

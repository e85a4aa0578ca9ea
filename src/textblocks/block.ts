/** A text block of a further enquiry, in both languages: offered to reviewers until it is retired. */
import type { Bilingual } from '../platform/languages.js';

export const BLOCK_STATES = ['offered', 'retired'] as const;
export type BlockState = (typeof BLOCK_STATES)[number];

/** Which step leads where; nothing else compares states. */
export const BLOCK_STEPS = {
  retire: { from: 'offered', to: 'retired' },
  offer: { from: 'retired', to: 'offered' },
} as const satisfies Record<string, { from: BlockState; to: BlockState }>;
export type BlockStep = keyof typeof BLOCK_STEPS;

export interface BlockTexts {
  /** What reviewers choose by. */
  label: Bilingual;
  /** What the applicant reads. */
  text: Bilingual;
}

export interface TextBlock {
  id: number;
  state: BlockState;
  texts: BlockTexts;
  /** Counts changes, for compare-and-set. */
  version: number;
  updatedAt: Date;
}

export const stepFrom = (state: BlockState): BlockStep => (state === 'offered' ? 'retire' : 'offer');

/** The life of words that administrators keep for reviewers: offered until they are retired, and offered again. */

export type OfferedState = 'offered' | 'retired';

/** Which step leads where; nothing else compares states. */
export const OFFERED_STEPS = {
  retire: { from: 'offered', to: 'retired' },
  offer: { from: 'retired', to: 'offered' },
} as const satisfies Record<string, { from: OfferedState; to: OfferedState }>;
export type OfferedStep = keyof typeof OFFERED_STEPS;

export const stepFrom = (state: OfferedState): OfferedStep => (state === 'offered' ? 'retire' : 'offer');

/** What counts as news for the team, by the step of the history that brought it. */
import type { Occasion } from './notices.js';

export const NEWS_STEPS = {
  confirm: 'new',
  answer: 'answer',
  unanswered: 'unanswered',
  edit: 'edit',
  write: 'message',
  withdraw: 'withdrawal',
} as const satisfies Record<string, Occasion>;

export interface News {
  step: keyof typeof NEWS_STEPS;
  reference: string;
}

/** References by occasion, each once. */
export function byOccasion(news: readonly News[]): Map<Occasion, string[]> {
  const found = new Map<Occasion, string[]>();
  for (const { step, reference } of news) {
    const references = found.get(NEWS_STEPS[step]) ?? [];
    if (!references.includes(reference)) found.set(NEWS_STEPS[step], [...references, reference]);
  }
  return found;
}

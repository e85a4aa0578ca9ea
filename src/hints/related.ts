/** Another request that something in this one leads to. */
import type { State } from '../accreditation/index.js';

/** What is the same in both, in any spelling. */
export const LIKENESSES = ['person', 'card', 'mail', 'outlet'] as const;
export type Likeness = (typeof LIKENESSES)[number];

export interface Related {
  id: number;
  eventId: number;
  reference: string;
  state: State;
  firstName: string;
  lastName: string;
  outletName: string;
  alike: Likeness[];
}

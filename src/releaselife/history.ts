/** What happened to a release at the desk, once. */
import type { ReleaseContent } from '../newsroom/index.js';

export interface HistoryEntry {
  id: number;
  releaseId: number;
  at: Date;
  staffId: number;
  /** `created`, `saved`, `discarded` or the name of a step. */
  action: string;
  note: string;
  revision: number;
  content: ReleaseContent | undefined;
}

/** After any of these somebody outside the team may know its address; `takeBack` stands alone where it was scheduled elsewhere. */
export const MADE_KNOWN: readonly string[] = ['approve', 'publish', 'takeBack'];

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

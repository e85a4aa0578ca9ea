/** Keys of press slots: what the accreditation form sends, readable in exports and never changed. */
import type { SlotKind } from '../events/index.js';
import { slugOf, untaken } from '../platform/slugs.js';

const PREFIXES: Record<SlotKind, string> = { interview: 'interview', photo_call: 'photo', pool: 'pool' };

/** `interview-dr-irina-eckardt`; a number follows where the event has that key already. */
export function slotKey(kind: SlotKind, title: string, taken: readonly string[]): string {
  return untaken([PREFIXES[kind], slugOf(title, 40)].filter(Boolean).join('-'), taken);
}

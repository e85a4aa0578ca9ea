/** Keys of press slots: what the accreditation form sends, readable in exports and never changed. */
import type { SlotKind } from '../events/index.js';

const PREFIXES: Record<SlotKind, string> = { interview: 'interview', photo_call: 'photo', pool: 'pool' };
const GERMAN: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' };

/** `interview-dr-irina-eckardt`; a number follows where the event has that key already. */
export function slotKey(kind: SlotKind, title: string, taken: readonly string[]): string {
  const words = title
    .toLowerCase()
    .replace(/[äöüß]/g, (letter) => GERMAN[letter]!)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)
    .replace(/-$/, '');
  const key = words ? `${PREFIXES[kind]}-${words}` : PREFIXES[kind];
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? key : `${key}-${number}`;
    if (!taken.includes(candidate)) return candidate;
  }
}

/** References: event short code, dash, characters nobody mixes up on the phone. */
import { randomInt } from 'node:crypto';
import { violatesUnique } from '../platform/database.js';

/** Without 0/O, 1/I/L, 5/S, 8/B, U/V. */
const ALPHABET = '234679ACDEFGHJKMNPQRTWXYZ';

/** `TEK24-7K3F`; the length grows with the tries so that a full event still finds a free one. */
export function makeReference(shortCode: string, tries = 0): string {
  const length = Math.min(4 + Math.floor(tries / 3), 6);
  const characters = Array.from({ length }, () => ALPHABET[randomInt(ALPHABET.length)]);
  return `${shortCode}-${characters.join('')}`;
}

const MOST_TRIES = 12;

/** Inserts under one reference after the other until a free one is found; throws everything else the insert throws. */
export async function underFreeReference<Result>(
  shortCode: string,
  insert: (reference: string) => Promise<Result>,
): Promise<Result> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await insert(makeReference(shortCode, tries));
    } catch (error) {
      if (tries >= MOST_TRIES || !violatesUnique(error, 'reference')) throw error;
    }
  }
}

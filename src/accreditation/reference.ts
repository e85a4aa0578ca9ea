/** References: event short code, dash, characters nobody mixes up on the phone. */
import { randomInt } from 'node:crypto';

/** Without 0/O, 1/I/L, 5/S, 8/B, U/V. */
const ALPHABET = '234679ACDEFGHJKMNPQRTWXYZ';

/** `TEK24-7K3F`; the length grows with the tries so that a full event still finds a free one. */
export function makeReference(shortCode: string, tries = 0): string {
  const length = Math.min(4 + Math.floor(tries / 3), 6);
  const characters = Array.from({ length }, () => ALPHABET[randomInt(ALPHABET.length)]);
  return `${shortCode}-${characters.join('')}`;
}

/** What people type, as it is kept: any script, no control characters, web addresses with their scheme. */

/** Control characters, halves of characters, and those that turn the direction of a line around to hide what it says. */
const UNWANTED = /[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069\ufeff]/gu;
const LONGEST_ADDRESS = 500;

/** One line: NFC, single spaces, nothing unseen. */
export function entryText(value: unknown): string {
  if (typeof value !== 'string') return '';
  return value.normalize('NFC').replace(/\s+/g, ' ').replace(UNWANTED, '').trim();
}

/** Several lines. */
export function toParagraphs(value: unknown): string {
  if (typeof value !== 'string') return '';
  return value
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => line.normalize('NFC').replace(/\t/g, ' ').replace(UNWANTED, '').trimEnd())
    .join('\n')
    .trim();
}

export const hasLetter = (value: string): boolean => /\p{L}/u.test(value);

/** The mail server would read anything else as two addresses or as a comment. */
export const isOneAddress = (value: string): boolean =>
  /^[^\s@<>,;:"()\\[\]]+@[^\s@<>,;:"()\\[\]]+$/.test(value);

/** People type `example.org`; what has a scheme of its own stays as it is. */
export function toWebAddress(value: unknown): string {
  const typed = entryText(value);
  return typed === '' || /^[a-z][a-z0-9+.-]*:\/\//i.test(typed) ? typed : `https://${typed}`;
}

export function isWebAddress(value: string): boolean {
  if (/\s/.test(value) || value.length > LONGEST_ADDRESS || !URL.canParse(value)) return false;
  const { protocol, hostname, username, password } = new URL(value);
  return /^https?:$/.test(protocol) && /[^.]\.[^.]/.test(hostname) && username === '' && password === '';
}

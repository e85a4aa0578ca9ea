/** What somebody types into the search, as words that the index knows: folded, without signs, harmless. */

const MOST = 8;
/** The index keeps this many characters of a word. */
const LONGEST = 60;

const LETTERS: [RegExp, string][] = [
  [/ß/g, 'ss'],
  [/æ/g, 'a'],
  [/œ/g, 'o'],
  [/ø/g, 'o'],
  [/ł/g, 'l'],
  [/đ/g, 'd'],
  [/([aou])e/g, '$1'],
];

/** Müller, Mueller and Muller are one; the migration of the index folds in the same way. */
export function foldWords(text: string): string {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return LETTERS.reduce((folded, [from, to]) => folded.replace(from, to), plain);
}

/** Each is searched as the beginning of a word; all must occur. */
export function searchWords(text: string): string[] {
  const words = foldWords(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .map((word) => [...word].slice(0, LONGEST).join(''));
  return [...new Set(words)].slice(0, MOST);
}

/** What changed between two texts, word by word. */

export interface Part {
  kind: 'same' | 'gone' | 'new';
  text: string;
}

/** Beyond this many comparisons (some hundred changed words on both sides) the changed middle is shown as a whole. */
const MAX_STEPS = 2_000_000;

export function differenceOf(before: string, after: string): Part[] {
  const [a, b] = [wordsOf(before), wordsOf(after)];
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  return joined([
    ...same(a.slice(0, start)),
    ...middle(a.slice(start, a.length - end), b.slice(start, b.length - end)),
    ...same(a.slice(a.length - end)),
  ]);
}

export const hasDifference = (parts: readonly Part[]): boolean => parts.some(({ kind }) => kind !== 'same');

/** Words and what stands between them; line ends count for themselves. */
const wordsOf = (text: string): string[] => text.match(/\n|[^\S\n]+|[^\s]+/g) ?? [];

const same = (words: readonly string[]): Part[] => words.map((text) => ({ kind: 'same', text }));
const gone = (words: readonly string[]): Part[] => words.map((text) => ({ kind: 'gone', text }));
const added = (words: readonly string[]): Part[] => words.map((text) => ({ kind: 'new', text }));

/** The longest common subsequence stays, the rest went or came. */
function middle(a: readonly string[], b: readonly string[]): Part[] {
  if (a.length * b.length > MAX_STEPS) return [...gone(a), ...added(b)];
  const lengths = commonLengths(a, b);
  const parts: Part[] = [];
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) {
      parts.push(...same([a[i]!]));
      i += 1;
      j += 1;
    } else if (lengths[i + 1]![j]! >= lengths[i]![j + 1]!) {
      parts.push(...gone([a[i]!]));
      i += 1;
    } else {
      parts.push(...added([b[j]!]));
      j += 1;
    }
  }
  return [...parts, ...gone(a.slice(i)), ...added(b.slice(j))];
}

/** `[i][j]`: how many words `a` from i and `b` from j have in common, in this order. */
function commonLengths(a: readonly string[], b: readonly string[]): Uint16Array[] {
  const lengths = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      lengths[i]![j] =
        a[i] === b[j] ? lengths[i + 1]![j + 1]! + 1 : Math.max(lengths[i + 1]![j]!, lengths[i]![j + 1]!);
  return lengths;
}

function joined(parts: readonly Part[]): Part[] {
  const result: Part[] = [];
  for (const { kind, text } of parts) {
    const last = result.at(-1);
    if (last?.kind === kind) last.text += text;
    else result.push({ kind, text });
  }
  return result;
}

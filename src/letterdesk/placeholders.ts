/** What is wrong with the text of a letter, before it is saved: names nobody fills, and parts that must not be missing. */
import { type LetterText, placeholdersIn } from '../platform/letters.js';
import type { LetterEntry } from './catalogue.js';

export interface Problem {
  field: keyof LetterText;
  kind: 'unknown' | 'unknownAlone' | 'missing' | 'brace' | 'linkInSubject';
  /** As it stands in the text or should stand there, `{name}`. */
  name: string;
  /** For an unknown name: the known one that resembles it most. */
  nearest?: string;
}

export function problemsOf(entry: LetterEntry, text: LetterText): Problem[] {
  return [
    ...problemsIn(entry, 'subject', text.subject),
    // The personal link is put into the body only; in a subject it would be read by everybody on the way.
    ...(placeholdersIn(text.subject).includes('link')
      ? [{ field: 'subject', kind: 'linkInSubject', name: '{link}' } as const]
      : []),
    ...problemsIn(entry, 'body', text.body),
    ...missingIn(entry, text.body),
  ];
}

/** Anything in braces is meant as a placeholder, also `{ name }` or `{first name}`; a brace alone is a slip. */
function problemsIn(entry: LetterEntry, field: Problem['field'], text: string): Problem[] {
  const known = Object.keys(entry.placeholders);
  const isKnown = (inside: string) => known.includes(inside);
  const found = [...new Set([...text.matchAll(/\{([^{}\n]*)\}/g)].map(([, inside = '']) => inside))];
  const unknown = found.filter((inside) => !isKnown(inside)).map((inside) => toProblem(field, inside, known));
  const rest = text.replace(/\{[^{}\n]*\}/g, '');
  const brace = /[{}]/.exec(rest)?.[0];
  return brace ? [...unknown, { field, kind: 'brace', name: brace }] : unknown;
}

function toProblem(field: Problem['field'], inside: string, known: readonly string[]): Problem {
  const nearest = nearestName(inside, known);
  const name = `{${inside}}`;
  return nearest
    ? { field, kind: 'unknown', name, nearest: `{${nearest}}` }
    : { field, kind: 'unknownAlone', name };
}

function missingIn({ required }: LetterEntry, body: string): Problem[] {
  const there = placeholdersIn(body);
  return required
    .filter((name) => !there.includes(name))
    .map((name) => ({ field: 'body', kind: 'missing', name: `{${name}}` }));
}

/** Undefined where no known name resembles it: more than half of its letters would have to change. */
export function nearestName(typed: string, known: readonly string[]): string | undefined {
  const wanted = plain(typed);
  const [best] = known
    .map((name) => ({ name, steps: distance(wanted, plain(name)) }))
    .sort((a, b) => a.steps - b.steps);
  return best && best.steps <= Math.max(1, Math.floor(Math.max(wanted.length, best.name.length) / 2))
    ? best.name
    : undefined;
}

/** Capitals, blanks and lines between words are typed at random. */
const plain = (name: string): string => name.toLowerCase().replace(/[\s_-]/g, '');

/** Letters to add, drop, replace or swap with their neighbour (optimal string alignment). */
function distance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = rows[i - 1]![j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swap = swapped ? rows[i - 2]![j - 2]! + 1 : Number.POSITIVE_INFINITY;
      row.push(Math.min(rows[i - 1]![j]! + 1, row[j - 1]! + 1, change, swap));
    }
    rows.push(row);
  }
  return rows[a.length]![b.length]!;
}

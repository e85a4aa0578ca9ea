/** The running text of a release: where its quotes stand, and how long it is. */
import { plainTextOf } from '../platform/markdown.js';
import type { Quote, Release } from './release.js';

export type BodyPart = { kind: 'text'; markdown: string } | { kind: 'quote'; quote: Quote; number: number };

const QUOTE_LINE = /^\[(\d{1,2})\][ \t]*$/m;

/** Text and quotes in their order; quotes that nobody placed come last. Numbers start at 1. */
export function bodyParts({ body, quotes }: Pick<Release, 'body' | 'quotes'>): BodyPart[] {
  const placed = new Set<number>();
  const quoteAt = (number: number): BodyPart[] => {
    const quote = quotes[number - 1];
    if (!quote || placed.has(number)) return [];
    placed.add(number);
    return [{ kind: 'quote', quote, number }];
  };
  const parts = body
    .replace(/\r\n?/g, '\n')
    .split(QUOTE_LINE)
    .flatMap((piece, at): BodyPart[] => {
      if (at % 2 === 1) return quoteAt(Number(piece));
      return piece.trim() === '' ? [] : [{ kind: 'text', markdown: piece.trim() }];
    });
  const rest = quotes.flatMap((_quote, at) => quoteAt(at + 1));
  return [...parts, ...rest];
}

export interface Counts {
  /** With spaces, as newsrooms order text. */
  characters: number;
  words: number;
  /** Read aloud at the pace of the news, rounded to five seconds. */
  seconds: number;
}

const WORDS_PER_MINUTE = 130;

/** Counts what a newsroom would print: teaser, text and quotes, without headline, contact and notes. */
export function countsOf(release: Pick<Release, 'teaser' | 'body' | 'quotes'>): Counts {
  const pieces = bodyParts(release).map((part) =>
    part.kind === 'quote' ? part.quote.text : plainTextOf(part.markdown),
  );
  const text = [release.teaser, ...pieces].join('\n').replace(/\s+/g, ' ').trim();
  const words = text === '' ? 0 : text.split(/\s/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
  const seconds = Math.round(((words / WORDS_PER_MINUTE) * 60) / 5) * 5;
  return { characters: [...text].length, words, seconds };
}

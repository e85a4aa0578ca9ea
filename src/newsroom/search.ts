/** Searching releases: both what is searched and what is asked for are folded the same way, on both databases alike. */
import { plainTextOf } from '../platform/markdown.js';
import { type Release, speakerLine } from './release.js';

const MAX_WORDS = 8;

/** Lower case, without accents: "Hürden" is found by "hurden", "Nguyễn" by "nguyen"; ß counts as ss. */
export function fold(text: string): string {
  return foldCharacters(text).replace(/\s+/g, ' ').trim();
}

/** The same letter by letter, without touching the spaces between words. */
export function foldCharacters(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\u00AD]/gu, '')
    .replace(/[\u2010\u2011]/g, '-')
    .toLowerCase()
    .replace(/ß/g, 'ss');
}

export function searchTextOf(
  release: Pick<Release, 'title' | 'subtitle' | 'teaser' | 'body' | 'quotes'>,
): string {
  const quotes = release.quotes.flatMap((quote) => [quote.text, speakerLine(quote)]);
  return fold(
    [release.title, release.subtitle, release.teaser, plainTextOf(release.body), ...quotes].join(' '),
  );
}

/** Every word must occur. */
export function searchWords(question: string): string[] {
  return fold(question).split(' ').filter(Boolean).slice(0, MAX_WORDS);
}

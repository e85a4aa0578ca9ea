/** Where the words that somebody looked for stand in a text, found as the search finds them: without regard to case and accents. */
import { foldCharacters } from './search.js';

export interface Piece {
  text: string;
  hit: boolean;
}

/** The whole text in pieces, every place of every word a hit. */
export function markHits(text: string, words: readonly string[]): Piece[] {
  const { folded, starts } = folding(text);
  const hit = new Array<boolean>(text.length).fill(false);
  for (const word of words)
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + 1))
      hit.fill(true, starts[at], starts[at + word.length]);
  const pieces: Piece[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const last = pieces.at(-1);
    if (last && last.hit === hit[at]) last.text += text[at];
    else pieces.push({ text: text[at]!, hit: hit[at]! });
  }
  return pieces;
}

const EXCERPT = 220;

/** Of several texts the part that shows most of the words; undefined where none of them stands in any. */
export function excerptOf(texts: readonly string[], words: readonly string[]): string | undefined {
  const found = texts.map((text) => {
    const { folded, starts } = folding(text);
    const places = words.map((word) => folded.indexOf(word)).filter((at) => at >= 0);
    return { text, count: places.length, first: starts[Math.min(...places)] ?? 0 };
  });
  const most = Math.max(0, ...found.map(({ count }) => count));
  const best = found.find(({ count }) => count === most);
  return best && most > 0 ? cutAround(best.text, best.first) : undefined;
}

/** Begins and ends between words, with an ellipsis where something was left out. */
function cutAround(text: string, at: number): string {
  if (text.length <= EXCERPT) return text;
  const from = Math.max(0, Math.min(at - EXCERPT / 3, text.length - EXCERPT));
  const word = from === 0 ? 0 : text.indexOf(' ', from) + 1;
  const start = word > at ? Math.floor(from) : word;
  const to = text.lastIndexOf(' ', start + EXCERPT);
  const end = start + EXCERPT >= text.length ? text.length : to > at ? to : start + EXCERPT;
  return `${start > 0 ? '… ' : ''}${text.slice(start, end).trim()}${end < text.length ? ' …' : ''}`;
}

/** The folded text, and for each of its signs where the letter that it came from begins in the text. */
function folding(text: string): { folded: string; starts: number[] } {
  let folded = '';
  const starts: number[] = [];
  let at = 0;
  for (const character of text) {
    const letters = foldCharacters(character);
    folded += letters;
    for (let letter = 0; letter < letters.length; letter += 1) starts.push(at);
    at += character.length;
  }
  // A hit ends where the next letter begins, also behind the last one.
  starts.push(text.length);
  return { folded, starts };
}

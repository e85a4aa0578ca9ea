/** Of a long comparison only the paragraphs in which something changed, so that nobody has to look for it. */
import type { Part } from '../platform/difference.js';

const BETWEEN = /\n[^\S\n]*\n\s*/;

export function paragraphsWithChanges(parts: readonly Part[]): Part[][] {
  const paragraphs: Part[][] = [[]];
  for (const part of parts) {
    const pieces = part.kind === 'same' ? part.text.split(BETWEEN) : [part.text];
    for (const [at, text] of pieces.entries()) {
      if (at > 0) paragraphs.push([]);
      if (text !== '') paragraphs.at(-1)!.push({ ...part, text });
    }
  }
  return paragraphs.filter((paragraph) => paragraph.some(({ kind }) => kind !== 'same'));
}

/** Cuts the fonts down to the characters that the style sheet announces for them, so that a first visit stays small. */
import subsetFont from 'subset-font';

export interface FontFace {
  /** As the style sheet names it, and as it is published: FiraSans-Regular-latin.woff2. */
  file: string;
  /** First and last code point of each range, both included. */
  ranges: [number, number][];
}

/** What running text needs; the rest (small capitals, old-style figures) would double the files. */
const FEATURES = ['kern', 'mark', 'mkmk', 'locl', 'ccmp', 'tnum', 'liga', 'calt'];

/** The `@font-face` rules of a style sheet that announce a `unicode-range`. */
export function fontFacesIn(css: string): FontFace[] {
  return [...css.matchAll(/@font-face\s*\{([^}]*)\}/g)].flatMap(([, rule = '']) => {
    const file = /url\("([^"]+)"\)/.exec(rule)?.[1];
    const announced = /unicode-range:\s*([^;]+)/.exec(rule)?.[1];
    return file && announced ? [{ file, ranges: announced.split(',').map(toRange) }] : [];
  });
}

/** WOFF2 with these characters only. */
export function subset(font: Buffer, { ranges }: FontFace): Promise<Buffer> {
  const characters = ranges.flatMap(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, at) => String.fromCodePoint(first + at)),
  );
  return subsetFont(font, characters.join(''), { targetFormat: 'woff2', keepFeatures: FEATURES });
}

/** `U+0100-024F` or `U+20AC`. */
function toRange(announced: string): [number, number] {
  const [, first, last = first] = /^U\+([0-9a-f]+)(?:-([0-9a-f]+))?$/i.exec(announced.trim()) ?? [];
  if (!first || !last) throw new Error(`Not a range of characters: ${announced}`);
  return [Number.parseInt(first, 16), Number.parseInt(last, 16)];
}

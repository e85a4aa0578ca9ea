/**
 * Lines of text as outlines of an SVG, in the typeface of our pages: a picture looks the same on every machine,
 * whatever fonts it has. The font library is loaded on first use.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Font } from 'fontkit';

export type Weight = 'Regular' | 'SemiBold';

/** Baseline, left edge and size in pixels. */
export interface Place {
  x: number;
  y: number;
  size: number;
  weight: Weight;
  colour: string;
}

export interface Setting {
  lines: string[];
  size: number;
}

const opened = new Map<Weight, Promise<Font>>();

function fontOf(weight: Weight): Promise<Font> {
  const font = opened.get(weight) ?? open(weight);
  opened.set(weight, font);
  return font;
}

async function open(weight: Weight): Promise<Font> {
  const { create } = await import('fontkit');
  const file = `@kern-ux/native/dist/fonts/fira-sans/FiraSans-${weight}.woff2`;
  return create(readFileSync(createRequire(import.meta.url).resolve(file))) as Font;
}

/** One line as an SVG element. */
export async function outlined(text: string, { x, y, size, weight, colour }: Place): Promise<string> {
  const font = await fontOf(weight);
  const scale = size / font.unitsPerEm;
  const { glyphs, positions } = font.layout(text.normalize('NFC'));
  let pen = 0;
  const paths = glyphs.map((glyph, at) => {
    const { xAdvance, xOffset, yOffset } = positions[at]!;
    const path = `<path transform="translate(${pen + xOffset} ${yOffset})" d="${glyph.path.toSVG()}"/>`;
    pen += xAdvance;
    return path;
  });
  return `<g fill="${colour}" transform="translate(${x} ${y}) scale(${scale} ${-scale})">${paths.join('')}</g>`;
}

/** From one baseline to the next, in sizes of the type. */
export const LEADING = 1.18;

export interface Room {
  width: number;
  height: number;
  /** The largest first. */
  sizes: readonly number[];
  weight: Weight;
}

/** In the largest size that leaves room for all of it; at the smallest, the end is cut off with an ellipsis. */
export async function fitted(text: string, { width, height, sizes, weight }: Room): Promise<Setting> {
  const font = await fontOf(weight);
  const words = text
    .normalize('NFC')
    .replace(/\u00AD/g, '')
    .split(/\s+/)
    .filter(Boolean);
  const settings = sizes.map((size) => {
    const fits = (line: string, within = width) =>
      (font.layout(line).advanceWidth * size) / font.unitsPerEm <= within;
    const most = Math.max(1, Math.floor(height / (size * LEADING)));
    return { size, fits, most, lines: balanced(words, width, fits) };
  });
  const { lines, size, fits, most } =
    settings.find((each) => each.lines.length <= each.most && each.lines.every((line) => each.fits(line))) ??
    settings.at(-1)!;
  return { size, lines: cut(lines, most, fits) };
}

type Fits = (line: string, within?: number) => boolean;

/** Lines of like length: no narrower room has as few of them. */
function balanced(words: readonly string[], width: number, fits: Fits): string[] {
  let best = broken(words, (line) => fits(line, width));
  for (let within = width * 0.95; within > width / 2; within -= width * 0.05) {
    const lines = broken(words, (line) => fits(line, within));
    if (lines.length > best.length || !lines.every((line) => fits(line, within))) break;
    best = lines;
  }
  return best;
}

function broken(words: readonly string[], fits: (line: string) => boolean): string[] {
  const lines: string[] = [];
  for (const word of words) {
    const longer = [lines.at(-1), word].filter(Boolean).join(' ');
    if (lines.length > 0 && fits(longer)) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

function cut(lines: readonly string[], most: number, fits: Fits): string[] {
  return lines.slice(0, most).map((line, at) => {
    const goesOn = at === most - 1 && lines.length > most;
    if (fits(line) && !goesOn) return line;
    let characters = [...line];
    while (characters.length > 1 && !fits(`${characters.join('')}…`)) characters = characters.slice(0, -1);
    return `${characters.join('').trimEnd()}…`;
  });
}

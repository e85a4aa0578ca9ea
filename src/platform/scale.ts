/** The lines behind the bars of a drawing. */

/** The highest line and the distance of the lines: 1, 2 or 5 with zeros, four lines at most. */
export function scaleFor(highest: number): { top: number; step: number } {
  if (highest <= 4) return { top: 4, step: 1 };
  const rough = highest / 4;
  const magnitude = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((times) => times * magnitude).find((size) => size >= rough)!;
  return { top: Math.ceil(highest / step) * step, step };
}

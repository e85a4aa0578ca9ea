/** Drawings (SVG) that may be handed out as they are: marks only, nothing that runs or loads. */

const HEAD = /^\uFEFF?\s*(<\?xml[^>]*\?>\s*)?(<!--[\s\S]*?-->\s*)*<svg[\s>]/;
const REFUSED = [
  /<script/i,
  /<foreignObject/i,
  /<!(DOCTYPE|ENTITY)/i,
  /\son[a-z]+\s*=/i,
  /\b(?:xlink:)?href\s*=\s*["']?\s*(?!#)[^"'\s]/i,
  /url\(\s*["']?(?!#)[^)]/i,
  /@import/i,
];

export function isSvg(content: Buffer): boolean {
  return HEAD.test(content.toString('utf8', 0, 1000));
}

export function isHarmlessSvg(content: Buffer): boolean {
  const text = content.toString('utf8');
  return isSvg(content) && REFUSED.every((pattern) => !pattern.test(text));
}

/** The drawing with its rights written into it, as for every other file. */
export function withRights(content: Buffer, xmp: string): Buffer {
  const packet = xmp.replace(/<\?xpacket[^>]*\?>\s*/g, '').trim();
  const text = content.toString('utf8');
  return Buffer.from(text.replace(/(<svg[^>]*>)/, (open) => `${open}<metadata>${packet}</metadata>`));
}

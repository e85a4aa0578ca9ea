/** Drawings (SVG) that may be handed out as they are: marks only, nothing that runs or loads. */

const HEAD =
  /^\uFEFF?\s*(<\?xml[^>]*\?>\s*)?(<!--[\s\S]*?-->\s*)*(<!DOCTYPE[^[>]*>\s*)?(<!--[\s\S]*?-->\s*)*<svg[\s>]/;
/** What drawing programs write in front: it names a definition on the web that nobody needs. */
const PLAIN_DOCTYPE = /<!DOCTYPE\s+svg[^[>]*>\s*/;
const REFUSED = [
  /<(?:[\w.-]+:)?script/i,
  /<(?:[\w.-]+:)?foreignObject/i,
  /<(?:[\w.-]+:)?(?:iframe|object|embed|audio|video|handler|listener)[\s>/]/i,
  /<!(?:DOCTYPE|ENTITY)/i,
  /<\?xml-stylesheet/i,
  /[\s"']on[a-z]+\s*=/i,
  /\battributeName\s*=\s*["']?\s*(?:on|(?:xlink:)?href)/i,
  /\b(?:xlink:)?href\s*=\s*["']?\s*(?!#)[^"'\s]/i,
  /\bxml:base\s*=/i,
  /(?:javascript|vbscript|data)\s*:/i,
  /url\(\s*["']?(?!#)[^)]/i,
  /@import/i,
  /<style[^>]*>[^<]*\\/i,
  /\sstyle\s*=\s*("[^"]*\\|'[^']*\\)/i,
  /<\?xml[^>]*encoding\s*=\s*["'](?!utf-8["'])/i,
];

export function isSvg(content: Buffer): boolean {
  return HEAD.test(content.toString('utf8', 0, 2000));
}

/** A letter may be written as a number: what hides behind numbers is looked at too. */
export function isHarmlessSvg(content: Buffer): boolean {
  const text = withoutDoctype(content).toString('utf8');
  return (
    isSvg(content) && [text, decoded(text)].every((one) => REFUSED.every((pattern) => !pattern.test(one)))
  );
}

const decoded = (text: string): string =>
  text.replace(/&#(?:x([0-9a-f]{1,6})|(\d{1,7}));?/gi, (_all, hex?: string, decimal?: string) => {
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });

/** Without the reference to a document type, which readers would have to load. */
export function withoutDoctype(content: Buffer): Buffer {
  return PLAIN_DOCTYPE.test(content.toString('utf8', 0, 2000))
    ? Buffer.from(content.toString('utf8').replace(PLAIN_DOCTYPE, ''))
    : content;
}

/** The drawing with its rights written into it, as for every other file; what another program noted there goes. */
export function withRights(content: Buffer, xmp: string): Buffer {
  const packet = xmp.replace(/<\?xpacket[^>]*\?>\s*/g, '').trim();
  const text = withoutDoctype(content)
    .toString('utf8')
    .replace(/<metadata[\s>][\s\S]*?<\/metadata>|<metadata\s*\/>/g, '');
  return Buffer.from(text.replace(/(<svg[^>]*>)/, (open) => `${open}<metadata>${packet}</metadata>`));
}

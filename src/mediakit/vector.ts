/** Drawings (SVG) that may be handed out as they are: marks only, nothing that runs or loads. */

const HEAD =
  /^\uFEFF?\s*(<\?xml[^>]*\?>\s*)?(<!--[\s\S]*?-->\s*)*(<!DOCTYPE[^[>]*>\s*)?(<!--[\s\S]*?-->\s*)*<svg[\s>]/;
/** What drawing programs write in front: it names a definition on the web that nobody needs. */
const PLAIN_DOCTYPE = /<!DOCTYPE\s+svg[^[>]*>\s*/;
/** Whatever it is prefixed with: a prefix may have any letters. */
const REFUSED = [
  /<(?:[^\s<>/:]+:)?(?:script|foreignObject)/i,
  /<(?:[^\s<>/:]+:)?(?:iframe|object|embed|audio|video|handler|listener)[\s>/]/i,
  /<!(?:DOCTYPE|ENTITY)/i,
  /<\?xml-stylesheet/i,
  /[\s"']on[a-z]+\s*=/i,
  /\battributeName\s*=\s*["']?\s*(?:on|(?:[^\s"'<>:]+:)?href)/i,
  /\b(?:xlink:)?href\s*=\s*["']?\s*(?!#)[^"'\s]/i,
  /\bxml:base\s*=/i,
  /(?:javascript|vbscript|data)\s*:/i,
  /url\(\s*["']?(?!#)[^)]/i,
  /\b(?:image-set|image|src)\(/i,
  /www\.w3\.org\/1999\/xhtml/i,
  /@import/i,
  /<\?xml[^>]*encoding\s*=\s*["'](?!utf-8["'])/i,
];

export function isSvg(content: Buffer): boolean {
  return HEAD.test(content.toString('utf8', 0, 2000));
}

/**
 * A letter may be written as a number: what hides behind numbers is looked at too. Style sheets and most attributes may
 * also write it as an escape.
 */
export function isHarmlessSvg(content: Buffer): boolean {
  const [whole, text] = [withoutDoctype(content).toString('utf8'), withoutNotes(content)];
  return (
    isSvg(content) &&
    [whole, text, decoded(whole), decoded(text)].every(
      (one) => !REFUSED.some((pattern) => pattern.test(one)),
    ) &&
    !decoded(text).includes('\\')
  );
}

/** What is no drawing: comments, and what a drawing program wrote down for itself, folders and names of people too. */
const NOTES = [
  /<!--[\s\S]*?-->/g,
  /<metadata[\s>][\s\S]*?<\/metadata>|<metadata\s*\/>/g,
  /\s(?:inkscape|sodipodi):[\w.-]+\s*=\s*(?:"[^"]*"|'[^']*')/g,
];

const withoutNotes = (content: Buffer): string =>
  NOTES.reduce((text, note) => text.replace(note, ''), withoutDoctype(content).toString('utf8'));

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
  return Buffer.from(
    withoutNotes(content).replace(/(<svg[^>]*>)/, (open) => `${open}<metadata>${packet}</metadata>`),
  );
}

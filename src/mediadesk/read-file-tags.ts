/** Opens a picture or drawing for its metadata; a file that has none, or broken ones, has none to check. */
import type { FileTags, Tags } from './filerights.js';

/** Never throws: what cannot be read is not there. */
export async function readFileTags(content: Buffer): Promise<FileTags> {
  const { default: reader } = await import('exifreader');
  const load = async (part: Buffer): Promise<FileTags> => {
    try {
      const { xmp, iptc, exif, gps } = await reader.load(part, { expanded: true, async: true });
      const place = gps ? { GPSLatitude: { value: 'set' } } : {};
      return { xmp: xmp as Tags, iptc: iptc as Tags, exif: { ...(exif as Tags), ...place } };
    } catch {
      return {};
    }
  };
  const packet = await packetIn(content);
  const tags = await load(content);
  return packet && !tags.xmp ? { ...tags, xmp: (await load(packet)).xmp } : tags;
}

/** XMP where other programs do not look for it: compressed in a PNG, or in the text of a drawing. */
async function packetIn(content: Buffer): Promise<Buffer | undefined> {
  const inText = /<x:xmpmeta[\s\S]*?<\/x:xmpmeta>/.exec(content.toString('utf8', 0, 200_000));
  if (inText) return Buffer.from(inText[0]);
  const { default: sharp } = await import('sharp');
  try {
    return (await sharp(content).metadata()).xmp;
  } catch {
    return undefined;
  }
}

/** Reads the metadata of a picture with a reader that the portal itself does not use. */
import exifr from 'exifr';

export interface FoundRights {
  credit: string;
  creator: string;
  /** By language. */
  alt: Record<string, string>;
  people: string[];
  licensor: string;
  /** Everything else that was found, by group. */
  groups: Record<string, Record<string, unknown>>;
}

interface Localised {
  lang: string;
  value: string;
}

export async function rightsOf(content: Buffer): Promise<FoundRights> {
  const wanted = {
    tiff: true,
    exif: true,
    gps: true,
    xmp: true,
    iptc: true,
    makerNote: true,
    mergeOutput: false,
  };
  const groups = ((await exifr.parse(content, wanted)) ?? {}) as FoundRights['groups'];
  const { photoshop, dc, Iptc4xmpCore, Iptc4xmpExt, plus } = groups;
  const alt = (Iptc4xmpCore?.AltTextAccessibility ?? []) as Localised[];
  return {
    credit: plain(photoshop?.Credit),
    creator: plain(dc?.creator),
    alt: Object.fromEntries(alt.map(({ lang, value }) => [lang, plain(value)])),
    people: [Iptc4xmpExt?.PersonInImage ?? []].flat().map(plain),
    licensor: plain((plus?.Licensor as { LicensorName?: string } | undefined)?.LicensorName),
    groups,
  };
}

/** This reader leaves entities of XML as they are. */
const plain = (text: unknown): string => String(text ?? '').replaceAll('&amp;', '&');

/** What a camera wrote: place, device, serial numbers. */
export function tracesOf(groups: FoundRights['groups']): string[] {
  return Object.entries(groups).flatMap(([group, found]) =>
    Object.keys(found)
      .filter((name) => /GPS|Serial|^Make$|^Model$|latitude|longitude|CameraOwner|LensModel/i.test(name))
      .map((name) => `${group}:${name}`),
  );
}

/** Invented pictures for the media kit. */
import sharp from 'sharp';
import { addAsset, type NewAsset } from '../../src/mediakit/index.js';
import type { Deps } from '../../src/platform/deps.js';

let count = 0;

export function exampleAsset(changes: Partial<NewAsset> = {}): NewAsset {
  count += 1;
  return {
    slug: `bild-${count}`,
    eventId: undefined,
    kind: 'photo',
    texts: {
      title: { de: 'Der Saal', en: 'The hall' },
      caption: { de: 'Der Saal von oben.', en: 'The hall from above.' },
      alt: { de: 'Stuhlreihen vor einer Bühne', en: 'Rows of chairs in front of a stage' },
      licence: { de: 'CC BY 4.0', en: 'CC BY 4.0' },
    },
    creator: 'Mara Musterfeld',
    credit: 'Musterfoto & Söhne',
    licenceUrl: 'https://creativecommons.org/licenses/by/4.0/',
    source: 'captured',
    ...changes,
  };
}

/** A JPEG that tells place and camera, as phones write it. */
export function photo(width = 2000, height = 1000): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: '#0b4a8f' } })
    .withExif({
      IFD0: { Make: 'Musterkamera', Model: 'Modell 1' },
      IFD2: { BodySerialNumber: 'SN-12345' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '50/1 58/1 0/1', GPSLongitudeRef: 'E' },
    })
    .jpeg()
    .toBuffer();
}

export const DRAWING = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="60" viewBox="0 0 90 60"><rect width="90" height="60" fill="#0b4a8f"/></svg>',
);

export async function addPhoto(deps: Deps, changes: Partial<NewAsset> = {}): Promise<NewAsset> {
  const asset = exampleAsset(changes);
  await addAsset(deps, 'system', asset, { content: await photo(800, 400) });
  return asset;
}

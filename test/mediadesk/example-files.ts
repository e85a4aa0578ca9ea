/** Files as they come to the desk: photos with everything a camera and an agency write into them, recordings, drawings. */
import sharp from 'sharp';
import { toXmp } from '../../src/mediakit/xmp.js';

export const AGENCY_XMP = toXmp({
  title: { de: 'Übergabe', en: 'Handover' },
  caption: { de: 'Zwei Personen geben sich die Hand.', en: 'Two people shake hands.' },
  alt: { de: 'Zwei Personen vor einer Tür', en: 'Two people in front of a door' },
  creator: 'Mara Musterfeld',
  credit: 'Musterfoto & Söhne',
  licence: { de: 'Honorarfrei', en: 'Royalty-free' },
  licenceUrl: 'https://lizenz.example/1',
  pageUrl: 'https://agentur.example/1',
  source: 'captured',
  licensor: 'Musteragentur',
  people: ['Ada Beispiel', 'Bo Muster'],
  takenOn: '2024-10-24',
});

/** With rights, place and serial number; `colour` makes it another file. */
export function agencyPhoto(format: 'jpeg' | 'png' | 'webp' | 'avif' | 'tiff' = 'jpeg', colour = '#0b4a8f') {
  return sharp({ create: { width: 1800, height: 1200, channels: 3, background: colour } })
    .withExif({
      IFD0: { Make: 'Musterkamera', Artist: 'Kamera-Urheber' },
      IFD2: { BodySerialNumber: 'SN-12345', DateTimeOriginal: '2024:10:23 08:00:00' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '50/1 58/1 0/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '11/1 1/1 0/1',
      },
    })
    .withXmp(AGENCY_XMP)
    .toFormat(format)
    .toBuffer();
}

export const LOGO = Buffer.from(
  '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">\n<svg xmlns="http://www.w3.org/2000/svg" width="90" height="60"><rect width="90" height="60" fill="#0b4a8f"/></svg>',
);

export const HARMFUL_LOGO = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>',
);

/** One second of silence, or of something else. */
export function recording(value = 0): Buffer {
  const samples = Buffer.alloc(8000, 128 + value);
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + samples.length, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(8000, 24);
  head.writeUInt32LE(8000, 28);
  head.writeUInt16LE(1, 32);
  head.writeUInt16LE(8, 34);
  head.write('data', 36);
  head.writeUInt32LE(samples.length, 40);
  return Buffer.concat([head, samples]);
}

/** What the form of an asset asks for before it is published. */
export const FILLED_IN = {
  kind: 'photo',
  eventId: 'none',
  titleDe: 'Übergabe',
  titleEn: 'Handover',
  captionDe: 'Zwei Personen geben sich die Hand.',
  captionEn: 'Two people shake hands.',
  altDe: 'Zwei Personen vor einer Tür',
  altEn: 'Two people in front of a door',
  licenceDe: 'CC BY 4.0',
  licenceEn: 'CC BY 4.0',
  licenceUrl: 'https://creativecommons.org/licenses/by/4.0/',
  creator: 'Mara Musterfeld',
  credit: 'Musterfoto & Söhne',
  licensor: 'Musterministerium',
  people: 'Ada Beispiel\r\nBo Muster',
  source: 'captured',
  takenOn: '2024-10-24',
  embargoUntil: '',
  validUntil: '',
  noEnd: 'yes',
};

/** Makes the operator's logo fit the header and keeps it. */
import type { Deps } from '../platform/deps.js';
import type { Upload } from '../platform/uploads.js';

/** The room in the header, in CSS pixels. */
const ROOM = { width: 160, height: 40 };
/** Screens with small pixels show three for one. */
const DENSITY = 3;

export interface StoredLogo {
  logo: string;
  logoSize: { width: number; height: number };
}

/** Picture and file work: call it before the transaction that notes the name. */
export async function storeLogo({ files }: Pick<Deps, 'files'>, upload: Upload): Promise<StoredLogo> {
  const { default: sharp } = await import('sharp');
  const { data, info } = await sharp(upload.content)
    .resize({
      width: ROOM.width * DENSITY,
      height: ROOM.height * DENSITY,
      fit: 'inside',
      withoutEnlargement: true,
    })
    .toBuffer({ resolveWithObject: true });
  const scale = Math.min(ROOM.width / info.width, ROOM.height / info.height);
  return {
    logo: `${await files.store(data)}.${upload.kind === 'image/png' ? 'png' : 'jpg'}`,
    logoSize: { width: Math.round(info.width * scale), height: Math.round(info.height * scale) },
  };
}

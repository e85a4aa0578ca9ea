/** What a file is by its content, and not by its name: everything the media kit takes. */
import { fileTypeFromBuffer } from 'file-type';
import { isSvg } from './vector.js';

export type FileFamily = 'picture' | 'drawing' | 'pdf' | 'audio';

export interface FileType {
  family: FileFamily;
  contentType: string;
  /** With the dot: .jpg */
  ending: string;
}

const TYPES: Record<string, FileType> = {
  'image/jpeg': { family: 'picture', contentType: 'image/jpeg', ending: '.jpg' },
  'image/png': { family: 'picture', contentType: 'image/png', ending: '.png' },
  'image/webp': { family: 'picture', contentType: 'image/webp', ending: '.webp' },
  'image/avif': { family: 'picture', contentType: 'image/avif', ending: '.avif' },
  'image/tiff': { family: 'picture', contentType: 'image/tiff', ending: '.tif' },
  'audio/mpeg': { family: 'audio', contentType: 'audio/mpeg', ending: '.mp3' },
  'audio/x-m4a': { family: 'audio', contentType: 'audio/mp4', ending: '.m4a' },
  'audio/wav': { family: 'audio', contentType: 'audio/wav', ending: '.wav' },
  'audio/ogg': { family: 'audio', contentType: 'audio/ogg', ending: '.ogg' },
  'audio/ogg; codecs=opus': { family: 'audio', contentType: 'audio/ogg', ending: '.ogg' },
};
const DRAWING: FileType = { family: 'drawing', contentType: 'image/svg+xml', ending: '.svg' };
const PDF: FileType = { family: 'pdf', contentType: 'application/pdf', ending: '.pdf' };

/** Undefined for everything else. */
export async function fileTypeOf(content: Buffer): Promise<FileType | undefined> {
  // The library would search a whole PDF for a drawing program's data; an ISO 32000 header is all we ask for.
  if (content.subarray(0, 5).toString('latin1') === '%PDF-') return PDF;
  if (isSvg(content)) return DRAWING;
  const found = await fileTypeFromBuffer(content);
  return found && TYPES[found.mime];
}

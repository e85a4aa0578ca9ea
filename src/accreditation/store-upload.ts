/** Keeps an uploaded file before the transaction that names it, and lets go of it when that transaction fails. */
import { createHash } from 'node:crypto';
import type { Files } from '../platform/files.js';
import type { Upload } from '../platform/uploads.js';
import type { NewDocument } from './request.js';

const known = new WeakMap<Buffer, string>();

/** SHA-256 in hexadecimal digits; a file is asked for it more than once on its way in. */
export function sha256Of(content: Buffer): string {
  const hash = known.get(content) ?? createHash('sha256').update(content).digest('hex');
  known.set(content, hash);
  return hash;
}

/** Runs `work` with the stored file (undefined without one); when it throws, the file is removed again. */
export async function withStoredUpload<Result>(
  files: Files,
  upload: Upload | undefined,
  { origin, at }: Pick<NewDocument, 'origin'> & { at: Date },
  work: (document: NewDocument | undefined) => Promise<Result>,
): Promise<Result> {
  if (!upload) return work(undefined);
  const file = await files.store(upload.content);
  try {
    return await work({
      file,
      originalName: upload.originalName,
      kind: upload.kind,
      bytes: upload.content.length,
      sha256: sha256Of(upload.content),
      origin,
      addedAt: at,
    });
  } catch (error) {
    await files.remove(file);
    throw error;
  }
}

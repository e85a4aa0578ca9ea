/** Takes files out of a form: limits first, then what a file is by its content and not by its name; pictures lose their metadata. */
import type { Request, RequestHandler } from 'express';
import { fileTypeFromBuffer } from 'file-type';
import multer, { MulterError } from 'multer';

export const MAX_UPLOAD_BYTES = 10 * 1024 * 1024;
const KINDS = ['application/pdf', 'image/jpeg', 'image/png'] as const;
export type UploadKind = (typeof KINDS)[number];

export interface Upload {
  originalName: string;
  kind: UploadKind;
  content: Buffer;
}

/** Why a file was refused; `status` is what HTTP calls it (RFC 9110: 413 too large, 415 wrong kind). */
export type UploadProblem = { status: 413 | 415 | 400; reason: 'tooBig' | 'wrongKind' | 'empty' | 'cut' };

const refused = new WeakMap<Request, UploadProblem>();

/**
 * Reads a multipart form with at most one file per name into memory and stores nothing yet. A file over the limit
 * does not end the form: `uploadOf` tells, and every other field is kept.
 */
export function readMultipart(...fileFields: string[]): RequestHandler {
  const parse = multer({
    storage: multer.memoryStorage(),
    limits: {
      fileSize: MAX_UPLOAD_BYTES,
      files: fileFields.length,
      fields: 200,
      fieldSize: 1024 * 1024,
      parts: 220,
    },
    defParamCharset: 'utf8',
  }).fields(fileFields.map((name) => ({ name, maxCount: 1 })));
  return (req, res, next) => {
    parse(req, res, (error: unknown) => {
      if (error instanceof MulterError && error.code === 'LIMIT_FILE_SIZE')
        refused.set(req, { status: 413, reason: 'tooBig' });
      else if (error) refused.set(req, { status: 400, reason: 'cut' });
      req.body ??= {};
      next();
    });
  };
}

export type UploadResult = { ok: true; upload: Upload | undefined } | ({ ok: false } & UploadProblem);

/** The file of a field: nothing chosen, a file of an allowed kind, or why not. */
export async function uploadOf(req: Request, field: string): Promise<UploadResult> {
  const problem = refused.get(req);
  if (problem) return { ok: false, ...problem };
  const file = (req.files as Record<string, Express.Multer.File[]> | undefined)?.[field]?.[0];
  if (!file || (file.size === 0 && file.originalname === '')) return { ok: true, upload: undefined };
  if (file.size === 0) return { ok: false, status: 400, reason: 'empty' };
  const kind = await kindOf(file.buffer);
  if (!kind) return { ok: false, status: 415, reason: 'wrongKind' };
  return cleaned({ originalName: cleanName(file.originalname), kind, content: file.buffer });
}

async function kindOf(content: Buffer): Promise<UploadKind | undefined> {
  const found = await fileTypeFromBuffer(content);
  return KINDS.find((kind) => kind === found?.mime);
}

/** A picture is drawn anew, turned upright, without place, time and camera; a file that only pretends to be one is refused. */
async function cleaned(upload: Upload): Promise<UploadResult> {
  if (upload.kind === 'application/pdf') return { ok: true, upload };
  const { default: sharp } = await import('sharp');
  try {
    const picture = sharp(upload.content, { limitInputPixels: 60_000_000, failOn: 'error' }).rotate();
    const content = await (upload.kind === 'image/png'
      ? picture.png()
      : picture.jpeg({ quality: 88 })
    ).toBuffer();
    return { ok: true, upload: { ...upload, content } };
  } catch {
    return { ok: false, status: 415, reason: 'wrongKind' };
  }
}

/** The name as the person knows it, without path and control characters; for display and as a download's name only. */
function cleanName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
  return last.replace(/[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069"]/g, '').slice(0, 200) || 'upload';
}

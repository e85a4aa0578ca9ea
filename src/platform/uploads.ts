/** Takes files out of a form: limits first, then what a file is by its content and not by its name; pictures lose their metadata. */
import type { Request, RequestHandler } from 'express';
import { fileTypeFromBuffer } from 'file-type';
import multer, { MulterError, type StorageEngine } from 'multer';

export const MAX_UPLOAD_BYTES = 10 * 1024 * 1024;
/** Beyond this nobody chose the wrong photo: the rest of the form is not waited for. */
const HOPELESS_BYTES = 8 * MAX_UPLOAD_BYTES;
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
 * does not end the form: `uploadOf` tells, and every other field is kept, also those behind the file.
 */
export function readMultipart(...fileFields: string[]): RequestHandler {
  const parse = multer({
    storage: memoryUpToTheLimit,
    limits: {
      fileSize: HOPELESS_BYTES,
      files: fileFields.length,
      fields: 100,
      fieldSize: 64 * 1024,
      parts: 110,
    },
    defParamCharset: 'utf8',
  }).fields(fileFields.map((name) => ({ name, maxCount: 1 })));
  return (req, res, next) => {
    parse(req, res, (error: unknown) => {
      if (error instanceof MulterError && error.code === 'LIMIT_FILE_SIZE')
        refused.set(req, { status: 413, reason: 'tooBig' });
      else if (error) refused.set(req, { status: 400, reason: 'cut' });
      req.body = withListNames(req.body ?? {});
      next();
    });
  };
}

/** Multer gives up the whole form at its own limit; this keeps reading and lets go of what is too much. */
const memoryUpToTheLimit: StorageEngine = {
  _handleFile(_req, file, done) {
    let parts: Buffer[] = [];
    let size = 0;
    file.stream.on('data', (part: Buffer) => {
      size += part.length;
      if (size > MAX_UPLOAD_BYTES) parts = [];
      else parts.push(part);
    });
    file.stream.once('end', () => done(null, { buffer: Buffer.concat(parts), size }));
    file.stream.once('error', (error) => done(error));
  },
  _removeFile: (_req, _file, done) => done(null),
};

/**
 * Multer calls a list `slots` where the form says `slots[]`; both names are given, as with forms without files. It also
 * builds objects out of `name[key]`, which no form of ours sends: they are dropped.
 */
function withListNames(body: Record<string, unknown>): Record<string, unknown> {
  const isText = (value: unknown) => typeof value === 'string';
  const fields = Object.entries(body).filter(
    ([, value]) => isText(value) || (Array.isArray(value) && value.every(isText)),
  );
  const lists = fields.filter(([, value]) => Array.isArray(value));
  return Object.fromEntries([...fields, ...lists.map(([name, value]) => [`${name}[]`, value])]);
}

/** The name of the file that came with the form, whatever became of it; empty without one. */
export function fileNameOf(req: Request, field: string): string {
  const file = filesOf(req)?.[field]?.[0];
  // Of a file that broke off, multer keeps an entry without a name.
  return file?.originalname ? cleanName(file.originalname) : '';
}

const filesOf = (req: Request) => req.files as Record<string, Express.Multer.File[]> | undefined;

/** `originalName` is empty when not even the name arrived. */
export type UploadResult =
  | { ok: true; upload: Upload | undefined }
  | ({ ok: false; originalName: string } & UploadProblem);

/** The file of a field: nothing chosen, a file of an allowed kind, or why not. */
export async function uploadOf(req: Request, field: string): Promise<UploadResult> {
  const file = filesOf(req)?.[field]?.[0];
  const originalName = fileNameOf(req, field);
  const refuse = (problem: UploadProblem): UploadResult => ({ ok: false, originalName, ...problem });
  const problem = refused.get(req);
  if (problem) return refuse(problem);
  if (!file || (file.size === 0 && file.originalname === '')) return { ok: true, upload: undefined };
  if (file.size === 0) return refuse({ status: 400, reason: 'empty' });
  if (file.size > MAX_UPLOAD_BYTES) return refuse({ status: 413, reason: 'tooBig' });
  const kind = await kindOf(file.buffer);
  const upload = kind && (await cleaned({ originalName, kind, content: file.buffer }));
  return upload ? { ok: true, upload } : refuse({ status: 415, reason: 'wrongKind' });
}

/** The bytes of a field's file, whatever they are; undefined when none was chosen. */
export function bytesOf(req: Request, field: string): { content: Buffer; tooBig: boolean } | undefined {
  const file = filesOf(req)?.[field]?.[0];
  if (refused.get(req)?.reason === 'tooBig') return { content: Buffer.alloc(0), tooBig: true };
  if (!file || (file.size === 0 && file.originalname === '')) return undefined;
  return { content: file.buffer, tooBig: file.size > MAX_UPLOAD_BYTES };
}

async function kindOf(content: Buffer): Promise<UploadKind | undefined> {
  // The library would search a whole PDF for a drawing program's data; an ISO 32000 header is all we ask for.
  if (content.subarray(0, 5).toString('latin1') === '%PDF-') return 'application/pdf';
  const found = await fileTypeFromBuffer(content);
  return KINDS.find((kind) => kind === found?.mime);
}

/** A picture is drawn anew, turned upright, without place, time and camera; a file that only pretends to be one is refused. */
async function cleaned(upload: Upload): Promise<Upload | undefined> {
  if (upload.kind === 'application/pdf') return upload;
  const { default: sharp } = await import('sharp');
  try {
    const picture = sharp(upload.content, { limitInputPixels: 60_000_000, failOn: 'error' }).rotate();
    const content = await (upload.kind === 'image/png'
      ? picture.png()
      : picture.jpeg({ quality: 88 })
    ).toBuffer();
    return { ...upload, content };
  } catch {
    return undefined;
  }
}

/** The name as the person knows it, without path and control characters; for display and as a download's name only. */
export function cleanName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
  return last.replace(/[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069"]/g, '').slice(0, 200) || 'upload';
}

/** A copy of an answer on its way to its reader, for the page cache: taken only where the answer is one for everybody. */
import type { OutgoingHttpHeader, ServerResponse } from 'node:http';
import { FOR_EVERYBODY } from './public-file.js';

/** Larger answers are files; those are not worth the memory. */
const MAX_BYTES = 512 * 1024;

export interface KeptPage {
  /** Names and values in turn, as `writeHead` takes them. */
  headers: OutgoingHttpHeader[];
  /** Those of a 304. */
  headersWithoutPage: OutgoingHttpHeader[];
  etag: string;
  /** `Content-Encoding`. */
  encoding: string | undefined;
  /** Undefined where it is only known that who has this tag has the page: its first reader had it already. */
  body: Buffer | undefined;
}

interface Watching {
  /** A file of known length is on its way, piece by piece. */
  streaming(): void;
  /** Called once: with the finished answer, with nothing when it is not one for everybody, `again` when it broke off. */
  done(page: KeptPage | 'again' | undefined): void;
}

/** RFC 9110, 15.4.5: what was sent with the page itself need not be said again. */
const OF_A_304 = new Set(['etag', 'cache-control', 'vary', 'last-modified', 'strict-transport-security']);
const NOT_KEPT = new Set(['content-length', 'transfer-encoding', 'connection', 'keep-alive', 'date']);

export function watchCopy(res: ServerResponse, { streaming, done }: Watching): void {
  const chunks: Buffer[] = [];
  let bytes = 0;
  let open = true;
  const close = (page?: KeptPage | 'again') => {
    if (!open) return;
    open = false;
    done(page);
  };
  const note = (chunk: unknown, encoding: unknown) => {
    if (!open || chunk === undefined || chunk === null || typeof chunk === 'function') return;
    const piece = Buffer.isBuffer(chunk)
      ? chunk
      : Buffer.from(chunk as string, typeof encoding === 'string' ? (encoding as BufferEncoding) : 'utf8');
    bytes += piece.length;
    if (Math.max(bytes, announced(res)) > MAX_BYTES || !isForEverybody(res)) close();
    else chunks.push(piece);
  };
  const [write, end] = [res.write.bind(res), res.end.bind(res)] as [typeof res.write, typeof res.end];
  res.write = ((chunk: unknown, encoding: unknown, then: unknown) => {
    if (open && bytes === 0 && res.hasHeader('content-length')) streaming();
    note(chunk, encoding);
    return write(chunk as never, encoding as never, then as never);
  }) as typeof res.write;
  res.end = ((chunk: unknown, encoding: unknown, then: unknown) => {
    note(chunk, encoding);
    const result = end(chunk as never, encoding as never, then as never);
    close(isForEverybody(res) ? pageOf(res, Buffer.concat(chunks)) : undefined);
    return result;
  }) as typeof res.end;
  res.once('close', () => close('again'));
}

const announced = (res: ServerResponse): number => Number(res.getHeader('content-length') ?? 0);

function isForEverybody(res: ServerResponse): boolean {
  const header = res.getHeader('cache-control');
  return (
    (res.statusCode === 200 || res.statusCode === 304) &&
    (header === 'no-cache' || header === FOR_EVERYBODY) &&
    !res.hasHeader('set-cookie')
  );
}

function pageOf(res: ServerResponse, body: Buffer): KeptPage | undefined {
  const etag = res.getHeader('etag');
  if (typeof etag !== 'string') return undefined;
  const given = Object.entries(res.getHeaders()) as [string, OutgoingHttpHeader][];
  const kept = given.filter(([name]) => !NOT_KEPT.has(name));
  return {
    headers: [...kept.flat(), 'Content-Length', String(body.length)],
    headersWithoutPage: kept.filter(([name]) => OF_A_304.has(name)).flat(),
    etag,
    encoding: res.getHeader('content-encoding') as string | undefined,
    body: res.statusCode === 304 ? undefined : body,
  };
}

/**
 * Finished pages, kept for the rest of the second in front of Express, so that a rush on a release costs one rendering
 * a second. Everything that depends on the clock (embargoes, deadlines, the demo's time) changes at full seconds; what
 * people change is emptied at once (`empty`), and a render that began before is not kept.
 */
import type { IncomingMessage, OutgoingHttpHeader, RequestListener, ServerResponse } from 'node:http';
import type { Clock } from './clock.js';
import { FOR_EVERYBODY } from './public-file.js';

/** Larger answers are files; those are not worth the memory. */
const MAX_BYTES = 512 * 1024;

export interface PageCache {
  listener: RequestListener;
  /** Forgets everything, and what is being rendered at this moment as well. */
  empty(): void;
}

interface KeptPage {
  /** Names and values in turn, as `writeHead` takes them. */
  headers: OutgoingHttpHeader[];
  /** Those of a 304. */
  headersWithoutPage: OutgoingHttpHeader[];
  etag: string;
  /** Undefined where it is only known that who has this tag has the page: its first reader had it already. */
  body: Buffer | undefined;
}

/** Whoever wants a page that is being rendered for somebody else; nothing is handed over when it is not for everybody. */
type Waiting = ((page: KeptPage | undefined) => void)[];

/** Keeps answers that say `Cache-Control: no-cache`, which no answer for one person does. `isAct`: may change pages. */
export function cachePages(
  app: RequestListener,
  { clock, realClock, isAct }: { clock: Clock; realClock: Clock; isAct: (req: IncomingMessage) => boolean },
): PageCache {
  let second = [0, 0];
  let pages = new Map<string, KeptPage>();
  let rendering = new Map<string, Waiting>();

  const empty = () => {
    pages = new Map();
    rendering = new Map();
  };

  function listener(req: IncomingMessage, res: ServerResponse): void {
    if (isAct(req)) beforeHeaders(res, empty);
    if (mayBeShared(req)) share(req, res);
    else app(req, res);
  }

  function share(req: IncomingMessage, res: ServerResponse): void {
    const now = [secondOf(clock), secondOf(realClock)];
    if (now[0] !== second[0] || now[1] !== second[1]) {
      empty();
      second = now;
    }
    const key = encodingOf(req) + req.url;
    const kept = pages.get(key);
    if (kept && suffices(kept, req)) answer(req, res, kept);
    else renderOnce(key, req, res);
  }

  function renderOnce(key: string, req: IncomingMessage, res: ServerResponse): void {
    const waiting = rendering.get(key);
    if (waiting) {
      waiting.push((page) => (page && suffices(page, req) ? answer(req, res, page) : app(req, res)));
      return;
    }
    if (req.method === 'GET') keepCopy(key, res);
    app(req, res);
  }

  /** Lets the answer through and keeps a copy when it is one for everybody. */
  function keepCopy(key: string, res: ServerResponse): void {
    const [keptIn, waitedIn] = [pages, rendering];
    const waiting: Waiting = [];
    waitedIn.set(key, waiting);
    copyOf(res, (page) => {
      waitedIn.delete(key);
      if (page) keptIn.set(key, page);
      for (const serve of waiting) serve(page);
    });
  }

  return { listener, empty };
}

const secondOf = (clock: Clock): number => Math.floor(clock.now().getTime() / 1000);

/** `no-cache` from a reader asks for a fresh answer (RFC 9111, 5.2.1.4); dates are left to those who know them. */
function mayBeShared({ method, url = '/', headers }: IncomingMessage): boolean {
  if (method !== 'GET' && method !== 'HEAD') return false;
  if (headers.range || headers['if-modified-since']) return false;
  if (headers['cache-control']?.includes('no-cache')) return false;
  return url.length < 300 && !REFUSES.test(headers['accept-encoding'] ?? '');
}

const REFUSES = /q=0(\.0*)?\s*(,|$)/;

function encodingOf({ headers }: IncomingMessage): string {
  const accepted = headers['accept-encoding'] ?? '';
  if (accepted.includes('br')) return 'br';
  return accepted.includes('gzip') ? 'gzip' : 'identity';
}

const isKnown = (req: IncomingMessage, { etag }: KeptPage): boolean =>
  req.headers['if-none-match'] !== undefined && matches(req.headers['if-none-match'], etag);

const suffices = (page: KeptPage, req: IncomingMessage): boolean =>
  page.body !== undefined || isKnown(req, page);

function answer(req: IncomingMessage, res: ServerResponse, page: KeptPage): void {
  const { headers, headersWithoutPage, body } = page;
  if (isKnown(req, page)) {
    res.writeHead(304, headersWithoutPage as never);
    res.end();
    return;
  }
  res.writeHead(200, headers as never);
  res.end(req.method === 'HEAD' ? undefined : body);
}

/** Weak comparison (RFC 9110, 13.1.2). */
function matches(known: string, etag: string): boolean {
  if (known === etag || known === '*') return true;
  return known.split(',').some((tag) => opaque(tag.trim()) === opaque(etag));
}

const opaque = (tag: string): string => tag.replace(/^W\//, '');

/** RFC 9110, 15.4.5: what was sent with the page itself need not be said again. */
const OF_A_304 = new Set(['etag', 'cache-control', 'vary', 'last-modified', 'strict-transport-security']);
const NOT_KEPT = new Set(['content-length', 'transfer-encoding', 'connection', 'keep-alive', 'date']);

/** Calls back once: with the finished answer, or with nothing when it is not one for everybody. */
function copyOf(res: ServerResponse, done: (page: KeptPage | undefined) => void): void {
  const chunks: Buffer[] = [];
  let bytes = 0;
  let open = true;
  const close = (page?: KeptPage) => {
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
    if (bytes > MAX_BYTES || !isForEverybody(res)) close();
    else chunks.push(piece);
  };
  const [write, end] = [res.write.bind(res), res.end.bind(res)] as [typeof res.write, typeof res.end];
  res.write = ((chunk: unknown, encoding: unknown, then: unknown) => {
    note(chunk, encoding);
    return write(chunk as never, encoding as never, then as never);
  }) as typeof res.write;
  res.end = ((chunk: unknown, encoding: unknown, then: unknown) => {
    note(chunk, encoding);
    const result = end(chunk as never, encoding as never, then as never);
    close(isForEverybody(res) ? pageOf(res, Buffer.concat(chunks)) : undefined);
    return result;
  }) as typeof res.end;
  res.once('close', () => close());
}

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
    body: res.statusCode === 304 ? undefined : body,
  };
}

function beforeHeaders(res: ServerResponse, act: () => void): void {
  const writeHead = res.writeHead.bind(res) as (...given: unknown[]) => ServerResponse;
  res.writeHead = ((...given: unknown[]) => {
    act();
    return writeHead(...given);
  }) as typeof res.writeHead;
}

/**
 * Finished pages, kept for the rest of the second in front of Express, so that a rush on a release costs one rendering
 * a second. Everything that depends on the clock (embargoes, deadlines, the demo's time) changes at full seconds; what
 * people change is emptied at once (`empty`), and a render that began before is not kept.
 */
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Clock } from './clock.js';
import { type KeptPage, watchCopy } from './page-copy.js';
import { remember } from './remember.js';

/** Of all pages of one second: who invents addresses fills no memory. */
const MAX_BYTES_TOGETHER = 64 * 1024 * 1024;

export interface PageCache {
  listener: RequestListener;
  /** Forgets everything, and what is being rendered at this moment as well. */
  empty(): void;
}

/** Called with the page, with nothing when it is not for everybody, or to ask again when its first reader went away. */
type Serve = (page: KeptPage | 'again' | undefined) => void;

interface Rendering {
  /** Whoever wants a page that is being rendered for somebody else. */
  waiting: Serve[];
  /** A file goes at the pace of its first reader, which nobody else has to keep. */
  streams: boolean;
}

/** Keeps answers that say `Cache-Control: no-cache`, which no answer for one person does. `isAct`: may change pages. */
export function cachePages(
  app: RequestListener,
  { clock, realClock, isAct }: { clock: Clock; realClock: Clock; isAct: (req: IncomingMessage) => boolean },
): PageCache {
  let second = [0, 0];
  let pages = new Map<string, KeptPage>();
  let rendering = new Map<string, Rendering>();
  let room = MAX_BYTES_TOGETHER;

  const empty = () => {
    pages = new Map();
    room = MAX_BYTES_TOGETHER;
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
    const key = `${encodingOf(req)}${req.url}`;
    const kept = pages.get(key);
    if (kept && suffices(kept, req)) answer(req, res, kept);
    else if (room > 0) renderOnce(key, req, res);
    else app(req, res);
  }

  function renderOnce(key: string, req: IncomingMessage, res: ServerResponse): void {
    const current = rendering.get(key);
    if (current && !current.streams) {
      current.waiting.push((page) => {
        if (res.destroyed) return;
        if (page === 'again') renderOnce(key, req, res);
        else if (page && suffices(page, req)) answer(req, res, page);
        else app(req, res);
      });
      return;
    }
    if (req.method === 'GET' && !current) keepCopy(key, req, res);
    app(req, res);
  }

  /** Lets the answer through and keeps a copy when it is one for everybody. */
  function keepCopy(key: string, req: IncomingMessage, res: ServerResponse): void {
    const [keptIn, waitedIn, encoding] = [pages, rendering, encodingOf(req)];
    const own: Rendering = { waiting: [], streams: false };
    waitedIn.set(key, own);
    const serveAll: Serve = (page) => {
      for (const serve of own.waiting.splice(0)) serve(page);
    };
    watchCopy(res, {
      streaming: () => {
        own.streams = true;
        serveAll(undefined);
      },
      done: (page) => {
        waitedIn.delete(key);
        if (!page || page === 'again') return serveAll(page);
        // Who asks for `deflate` or `*` gets what others did not ask for.
        if (page.encoding && page.encoding !== encoding) return serveAll(undefined);
        keptIn.set(key, page);
        if (keptIn === pages) room -= page.body?.length ?? 0;
        serveAll(page);
      },
    });
  }

  return { listener, empty };
}

const secondOf = (clock: Clock): number => Math.floor(clock.now().getTime() / 1000);

/** `no-cache` from a reader asks for a fresh answer (RFC 9111, 5.2.1.4); dates are left to those who know them. */
function mayBeShared(req: IncomingMessage): boolean {
  const { method, url = '/', headers } = req;
  if (method !== 'GET' && method !== 'HEAD') return false;
  if (headers.range || LEFT_TO_THE_ROUTE.some((name) => headers[name])) return false;
  if (headers['cache-control']?.includes('no-cache')) return false;
  return url.length < 300 && encodingOf(req) !== false;
}

const LEFT_TO_THE_ROUTE = ['if-modified-since', 'if-match', 'if-unmodified-since'] as const;

/** The smallest that this reader takes; false where only Express can weigh them. Browsers weigh none. */
const bestOf = remember(100, (accepted: string): string | false => {
  if (/;\s*q=/i.test(accepted)) return false;
  const names = accepted.split(/[\s,]+/);
  return ['br', 'gzip'].find((name) => names.includes(name)) ?? 'identity';
});
const encodingOf = ({ headers }: IncomingMessage) => bestOf(headers['accept-encoding'] ?? '');

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

function beforeHeaders(res: ServerResponse, act: () => void): void {
  const writeHead = res.writeHead.bind(res) as (...given: unknown[]) => ServerResponse;
  res.writeHead = ((...given: unknown[]) => {
    act();
    return writeHead(...given);
  }) as typeof res.writeHead;
}

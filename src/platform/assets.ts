/** Addresses of style sheets, scripts and fonts, and serving them; the content's hash in the address lets browsers keep them for good. */
import { existsSync, readFileSync } from 'node:fs';
import express, { type RequestHandler, Router } from 'express';
import { fromBuild, fromRoot } from './paths.js';

const published: Record<string, string> = existsSync(fromBuild('assets.json'))
  ? JSON.parse(readFileSync(fromBuild('assets.json'), 'utf8'))
  : {};
const compressible = new Set(Object.values(published).filter((name) => /\.(css|js|svg)$/.test(name)));

export function assetPath(name: string): string {
  return `/assets/${published[name] ?? name}`;
}

/** The built files under their hashed names for a year; what lies in `public` under its own name is asked for anew each time. */
export function serveAssets(): Router {
  const router = Router();
  const builtFiles = {
    immutable: true,
    maxAge: '365d',
    index: false,
    redirect: false,
    setHeaders: nameEncoding,
  };
  router.use(preferCompressed, express.static(fromBuild('public'), builtFiles));
  router.use(express.static(fromRoot('public'), { index: false, redirect: false }));
  return router;
}

/** The build compressed once, better than a server could at each request. */
const preferCompressed: RequestHandler = (req, res, next) => {
  if (compressible.has(req.path.slice(1))) {
    res.vary('Accept-Encoding');
    // Asked one by one: browsers name gzip first and take the smaller one just as well.
    if (req.acceptsEncodings('br')) req.url = `${req.path}.br`;
    else if (req.acceptsEncodings('gzip')) req.url = `${req.path}.gz`;
  }
  next();
};

function nameEncoding(res: express.Response, path: string): void {
  const [, ending, compression] = /\.(css|js|svg)\.(br|gz)$/.exec(path) ?? [];
  if (!ending || !compression) return;
  res.type(ending).set('Content-Encoding', compression === 'br' ? 'br' : 'gzip');
}

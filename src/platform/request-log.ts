/** One JSON line per request: method, address without secrets, status, milliseconds. No network address, no person. */
import type { RequestHandler } from 'express';
import { type Log, withoutSecrets } from './log.js';

export function requestLog(log: Log): RequestHandler {
  return (req, res, next) => {
    if (!log.isLevelEnabled('info') || req.originalUrl.startsWith('/assets/')) return next();
    const begin = performance.now();
    const { method, originalUrl } = req;
    res.once('finish', () => {
      const line = {
        method,
        path: withoutSecrets(originalUrl),
        status: res.statusCode,
        ms: Math.round(performance.now() - begin),
      };
      log.info(line, 'request');
    });
    next();
  };
}

/** What every page needs around its content: the operator, the other language, the demo's clock, the assets. */
import type { RequestHandler } from 'express';
import { readOperator } from '../events/index.js';
import { assetPath } from '../platform/assets.js';
import type { Config } from '../platform/config.js';
import { formatDateTime } from '../platform/dates.js';
import type { Deps } from '../platform/deps.js';
import type { Lang } from '../platform/languages.js';
import { langOf } from '../platform/render.js';

/** Enough for an error page when nothing else could be read; what a request finds out lies above it. */
export function siteDefaults({ baseUrl }: Pick<Config, 'baseUrl'>) {
  return {
    asset: assetPath,
    jsonLd: toScriptSafeJson,
    baseUrl,
    otherLanguage: { lang: 'en', path: '' },
    demoTime: '',
    operator: undefined,
  };
}

/** For a router under one language: its pages speak that language. */
export function speak(lang: Lang): RequestHandler {
  return (req, res, next) => {
    const other: Lang = lang === 'de' ? 'en' : 'de';
    const path = req.method === 'GET' || req.method === 'HEAD' ? req.originalUrl : '';
    res.locals.lang = lang;
    res.locals.ownPath = path.split('?')[0];
    res.locals.otherLanguage = {
      lang: other,
      path: path.replace(new RegExp(`^/${lang}(?=/|\\?|$)`), `/${other}`),
    };
    next();
  };
}

export function siteLocals({ db, clock, config }: Deps): RequestHandler {
  return async (_req, res, next) => {
    if (config.clockStart) {
      Object.defineProperty(res.locals, 'demoTime', {
        enumerable: true,
        get: () => formatDateTime(langOf(res), clock.now()),
      });
    }
    res.locals.operator = (await readOperator(db)).operator;
    next();
  };
}

/** JSON inside a script element must not be able to end it. */
const toScriptSafeJson = (value: object): string => JSON.stringify(value).replace(/</g, '\\u003c');

/** What every page needs around its content: the operator, the other language, the demo's clock, the assets. */
import type { RequestHandler, Response } from 'express';
import { readOperator } from '../events/index.js';
import { assetPath } from '../platform/assets.js';
import { formatDateTime } from '../platform/dates.js';
import type { Deps } from '../platform/deps.js';
import type { Lang } from '../platform/languages.js';
import { langOf } from '../platform/render.js';

/** For a router under one language: its pages speak that language. */
export function speak(lang: Lang): RequestHandler {
  return (req, res, next) => {
    const other: Lang = lang === 'de' ? 'en' : 'de';
    const path =
      req.method === 'GET' ? req.originalUrl.replace(new RegExp(`^/${lang}(?=/|\\?|$)`), `/${other}`) : '';
    res.locals.lang = lang;
    res.locals.otherLanguage = { lang: other, path };
    next();
  };
}

export function siteLocals({ db, clock, config }: Deps): RequestHandler {
  return async (_req, res, next) => {
    Object.assign(res.locals, siteDefaults(res), { baseUrl: config.baseUrl });
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

/** Enough for an error page when nothing else could be read. */
function siteDefaults(res: Response) {
  return {
    asset: assetPath,
    jsonLd: toScriptSafeJson,
    otherLanguage: res.locals.otherLanguage ?? { lang: 'en', path: '' },
    demoTime: '',
    operator: undefined,
  };
}

/** JSON inside a script element must not be able to end it. */
const toScriptSafeJson = (value: object): string => JSON.stringify(value).replace(/</g, '\\u003c');

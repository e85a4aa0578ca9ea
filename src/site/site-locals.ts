/** What every page needs around its content: the operator, the other language, the demo's clock, the assets. */
import type { RequestHandler } from 'express';
import { type Operator, readOperator } from '../operator/index.js';
import { assetPath } from '../platform/assets.js';
import type { Config } from '../platform/config.js';
import { formatDateTime } from '../platform/dates.js';
import type { Deps } from '../platform/deps.js';
import { type Lang, otherLang } from '../platform/languages.js';
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
    const other = otherLang(lang);
    const path = req.method === 'GET' || req.method === 'HEAD' ? req.originalUrl : '';
    res.set('Content-Language', lang);
    res.locals.lang = lang;
    res.locals.ownPath = path.split('?')[0];
    res.locals.otherLanguage = {
      lang: other,
      path: path.replace(new RegExp(`^/${lang}(?=/|\\?|$)`), `/${other}`),
    };
    next();
  };
}

export function siteLocals(deps: Deps): RequestHandler {
  const { clock, config } = deps;
  const settings = freshSettings(deps);
  return async (req, res, next) => {
    if (config.clockStart) {
      Object.defineProperty(res.locals, 'demoTime', {
        enumerable: true,
        get: () => formatDateTime(langOf(res), clock.now()),
      });
    }
    if (req.method === 'POST' && req.path.startsWith('/staff/')) res.once('finish', settings.forget);
    res.locals.operator = await settings.read();
    next();
  };
}

const FRESH_MS = 1000;

/** Every page names the operator, who changes twice a year: read once a second, and anew after each change at the desk. */
function freshSettings({ db, realClock }: Deps) {
  let known: { operator: Operator; readAt: number } | undefined;
  return {
    async read(): Promise<Operator> {
      const at = realClock.now().getTime();
      if (known && at - known.readAt < FRESH_MS) return known.operator;
      const { operator } = await readOperator(db);
      known = { operator, readAt: at };
      return operator;
    },
    forget: () => {
      known = undefined;
    },
  };
}

/** JSON inside a script element must not be able to end it. */
const toScriptSafeJson = (value: object): string => JSON.stringify(value).replace(/</g, '\\u003c');

/** Renders a view inside its layout. Views receive one typed page model, the translator and the site's own facts. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ejs from 'ejs';
import type { Response } from 'express';
import type { ShownError } from './form.js';
import { headOf } from './head.js';
import { type Translate, translator } from './i18n.js';
import type { Lang } from './languages.js';
import { tagOf } from './public-file.js';
import { remember } from './remember.js';
import { addressPieces } from './typography.js';

export interface Crumb {
  label: string;
  href?: string;
}

export interface Page {
  title: string;
  errors?: ShownError[];
  /** The way here, without the page itself. */
  crumbs?: Crumb[];
  /** What the way here calls the page, where its title is too long for that. */
  crumb?: string;
  /** Which part of the navigation this page belongs to. */
  section?: string;
  /** For search engines and link previews. */
  description?: string;
  /** Where the other language stands, when it is not the same address with the other prefix; empty: nowhere. */
  alternatePath?: string;
  /** True where `alternatePath` leads to something nearby and not to a translation. */
  untranslated?: boolean;
  /** The one address of this content, when it is not this one without its query. */
  canonicalPath?: string;
  /** For link previews: a picture on this portal, with its alternative text. */
  picture?: { path: string; alt: string; width?: number; height?: number };
  /** `website` where it is not set. */
  previewType?: 'article' | 'website';
  /** While an embargo holds: its notice and what it asks for, above everything else. */
  embargo?: { title: string; text: string };
  /** One JSON-LD object, printed into the head. */
  jsonLd?: object;
}

export const langOf = (res: Response): Lang => (res.locals.lang as Lang | undefined) ?? 'de';
export const translateFor = (res: Response): Translate => translator(langOf(res));

/** A page outside the desk. */
export function renderPage(res: Response, view: string, page: Page, status = 200): Promise<void> {
  return renderInside(res, 'layout', view, page, status);
}

/** A page that says the same to everybody: it may be kept, but is asked for each time (`page-cache.ts`). */
export function renderShared(res: Response, view: string, page: Page): Promise<void> {
  res.set('Cache-Control', 'no-cache');
  return renderPage(res, view, page);
}

/** Pages for everybody as they were drawn last; some tens of kilobytes each, with what they were drawn from. */
const DRAWN = 200;
const drawn = new Map<string, { html: Buffer; tag: string }>();

/**
 * A page for everybody that shows nothing but these facts and what stands around every page: drawn once for the same
 * facts, because drawing costs far more than reading them. Nothing else may decide what it shows, also not the clock.
 */
export function renderFacts(res: Response, view: string, facts: object, makePage: () => Page): void {
  const key = JSON.stringify([view, res.app.locals.baseUrl, res.get('X-Robots-Tag'), res.locals, facts]);
  let page = drawn.get(key);
  if (!page) {
    const html = Buffer.from(drawInside(res, 'layout', view, makePage()));
    page = { html, tag: `W/${tagOf(html)}` };
    if (drawn.size >= DRAWN) drawn.clear();
    drawn.set(key, page);
  }
  // Weak: on the way it may be compressed.
  res.type('html').set('ETag', page.tag).send(page.html);
}

/** A page of the desk, for signed-in staff. */
export function renderDesk(res: Response, view: string, page: Page, status = 200): Promise<void> {
  return renderInside(res, 'desk-layout', view, page, status);
}

/** A page in front of the desk: signing in. It shows nothing of the desk and needs no member. */
export function renderGate(res: Response, view: string, page: Page, status = 200): Promise<void> {
  return renderInside(res, 'desk-gate-layout', view, page, status);
}

async function renderInside(
  res: Response,
  layout: string,
  view: string,
  page: Page,
  status: number,
): Promise<void> {
  res.status(status).send(drawInside(res, layout, view, page));
}

function drawInside(res: Response, layout: string, view: string, page: Page): string {
  const lang = langOf(res);
  const t = translator(lang);
  const otherPath = page.alternatePath ?? (res.locals.otherLanguage?.path as string | undefined) ?? '';
  const head = headOf(page, { ...addressOf(res), lang, otherPath }, t);
  const locals = { ...res.app.locals, ...res.locals, page, lang, t, head, otherPath, addressPieces };
  const folder = String(res.app.get('views'));
  const content = template(join(folder, `${view}.ejs`))(locals);
  return template(join(folder, `${layout}.ejs`))({ ...locals, content });
}

type Template = (locals: object) => string;

/**
 * Compiled once per process: Express would look the file up and merge all locals anew for every page, and EJS would
 * ask the disk for each part of each page.
 */
const template: (file: string) => Template = remember(500, (file: string): Template => {
  const compiled = ejs.compile(readFileSync(file, 'utf8'), { filename: file });
  return (locals) => {
    const include = (part: string, own: object = {}) =>
      template(join(dirname(file), `${part}.ejs`))({ ...locals, ...own });
    return compiled({ ...locals, include });
  };
});

function addressOf(res: Response) {
  return {
    baseUrl: String(res.app.locals.baseUrl ?? ''),
    path: String(res.locals.ownPath ?? ''),
    listed: !res.get('X-Robots-Tag'),
  };
}

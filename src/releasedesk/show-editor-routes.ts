/** What the routes of one release share: which one is meant, and showing its page. */
import type { Request, Response } from 'express';
import { issuerOf } from '../newsroom/index.js';
import type { Deps } from '../platform/deps.js';
import { idOf } from '../platform/desk-entry.js';
import { type Entered, enteredOf, textOf } from '../platform/form.js';
import type { Lang } from '../platform/languages.js';
import { langOf, renderDesk } from '../platform/render.js';
import type { Seen } from '../releaselife/index.js';
import { currentMember, may } from '../staff/index.js';
import type { Editor } from './editor.js';
import { type EditorShown, editorPage } from './editor-page.js';
import { readEditor } from './read-editor.js';

export const editorOf = (deps: Deps, req: Request): Promise<Editor> =>
  readEditor(deps, currentMember(req), idOf(req));

/** The revision that the sender of the form saw; 0, which no release has, where none was sent. */
export function seenOf(req: Request): Seen {
  const entered = enteredOf(req);
  const revision = Number(/^\d{1,9}$/.exec(textOf(entered, 'revision'))?.[0] ?? 0);
  return { id: idOf(req), revision, undecided: textOf(entered, 'undecided') === 'yes' };
}

export const siteOf = ({ config }: Deps, res: Response, lang: Lang): { baseUrl: string; issuer: string } => ({
  baseUrl: config.baseUrl,
  issuer: issuerOf(res, lang),
});

export type Wish = Pick<EditorShown, 'editor' | 'state' | 'revision'> &
  Partial<Pick<EditorShown, 'overtaken' | 'continued'>>;

export function showEditor(
  deps: Deps,
  req: Request,
  res: Response,
  { overtaken = false, continued, ...wish }: Wish,
  status = 200,
): Promise<void> {
  const { language } = wish.editor.desk.release;
  const page = editorPage(langOf(res), {
    ...wish,
    ...{ overtaken, continued, site: siteOf(deps, res, language) },
    writes: may(currentMember(req).role, 'newsroom', 'write'),
  });
  return renderDesk(res, 'releasedesk/editor', page, status);
}

/** Without what belongs to one sending of the form only. */
export function typedOf(req: Request): Entered {
  const { formToken: _token, step: _step, ...entered } = enteredOf(req);
  return entered;
}

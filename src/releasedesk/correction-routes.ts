/** Saving what the public already reads: the question, and then the correction or the mended typo. */
import type { Request, Response } from 'express';
import type { ReleaseContent } from '../newsroom/index.js';
import type { Deps } from '../platform/deps.js';
import { Conflict } from '../platform/errors.js';
import { enteredOf, type FieldError } from '../platform/form.js';
import { langOf, renderDesk } from '../platform/render.js';
import { leaveNotice } from '../platform/session.js';
import { correctRelease, gapsOf, isSameContent, keepAutosave } from '../releaselife/index.js';
import { currentMember } from '../staff/index.js';
import { correctionPage } from './correction-page.js';
import type { Editor } from './editor.js';
import { fieldOf } from './entries.js';
import { paths } from './paths.js';
import { seenOf, showEditor, typedOf } from './show-editor-routes.js';
import { readMending } from './step-form.js';

interface Written {
  editor: Editor;
  content: ReleaseContent;
  overtaken(deps: Deps, req: Request, res: Response): Promise<void>;
}

export async function receiveCorrection(
  deps: Deps,
  req: Request,
  res: Response,
  { editor, content, overtaken }: Written,
): Promise<void> {
  const { release, revision } = editor.desk;
  const seen = seenOf(req);
  const ask = (errors: FieldError[], status: number) => {
    const state = { entered: enteredOf(req), errors };
    return renderDesk(
      res,
      'releasedesk/correct',
      correctionPage(langOf(res), editor, { content, state }),
      status,
    );
  };
  if (isSameContent(release, content)) {
    leaveNotice(req, 'releasedesk:correct.same');
    return res.redirect(303, paths.release(release.id));
  }
  if (seen.revision !== revision) return overtaken(deps, req, res);
  const missing = gapErrors(editor, content);
  if (missing.length > 0) {
    const state = { entered: typedOf(req), errors: missing };
    return showEditor(deps, req, res, { editor, state, revision }, 400);
  }
  if (enteredOf(req).kind === undefined && enteredOf(req).note === undefined) {
    // Whoever leaves the question without an answer finds the text again.
    if (!seen.undecided) await keepAutosave(deps, currentMember(req), seen, typedOf(req));
    return ask([], 200);
  }
  const form = await readMending(req);
  if (!form.ok) return ask(form.errors, 400);
  try {
    await correctRelease(deps, currentMember(req), seen, { content, mending: form.input });
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return overtaken(deps, req, res);
  }
  leaveNotice(req, `releasedesk:correct.done.${form.input.kind}`);
  res.redirect(303, paths.release(release.id));
}

/** What is public stays complete. */
const gapErrors = ({ desk, assets }: Editor, content: ReleaseContent): FieldError[] =>
  gapsOf({ ...desk.release, ...content }, assets).map((gap) => ({
    field: fieldOf(gap),
    message:
      'name' in gap ? { key: `releasedesk:gaps.${gap.kind}`, values: { name: gap.name } } : 'fields:required',
  }));

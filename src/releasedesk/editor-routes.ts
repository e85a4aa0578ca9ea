/** One release at the desk: reading and writing it, and what is typed meanwhile. */
import { type Request, type Response, Router } from 'express';
import type { Deps } from '../platform/deps.js';
import { idOf } from '../platform/desk-entry.js';
import { Conflict, NotFound } from '../platform/errors.js';
import { type Entered, textOf } from '../platform/form.js';
import { langOf, renderDesk } from '../platform/render.js';
import { leaveNotice } from '../platform/session.js';
import {
  createTranslation,
  discardTyped,
  editOf,
  isStep,
  keepAutosave,
  saveRelease,
} from '../releaselife/index.js';
import { currentMember, requireRight } from '../staff/index.js';
import { receiveCorrection } from './correction-routes.js';
import { type Editor, savingOf } from './editor.js';
import { contentFrom, enterEdit, enterPlan, rearranged, settled } from './entries.js';
import { historyEntryPage } from './history-log-page.js';
import { paths } from './paths.js';
import { readRelease } from './release-form.js';
import { editorOf, seenOf, showEditor, typedOf } from './show-editor-routes.js';

export function editorRoutes(deps: Deps): Router {
  const router = Router();
  const writes = requireRight('newsroom', 'write');

  router.get('/releases/:id', (req, res) => open(deps, req, res));
  router.post('/releases/:id', writes, (req, res) => receive(deps, req, res));

  router.post('/releases/:id/translation', writes, async (req, res) => {
    const id = await createTranslation(deps, currentMember(req), idOf(req));
    leaveNotice(req, 'releasedesk:translate.done');
    res.redirect(303, paths.release(id));
  });

  router.get('/releases/:id/history/:entry', async (req, res) => {
    const editor = await editorOf(deps, req);
    const entry = editor.history.find(({ id }) => String(id) === req.params.entry);
    if (!entry?.content) throw new NotFound();
    const page = historyEntryPage(langOf(res), editor, entry.id, savingOf(editor) !== undefined);
    await renderDesk(res, 'releasedesk/history', page);
  });

  return router;
}

/** As it was saved, as the member typed it last, or as it stood on an earlier day. */
async function open(deps: Deps, req: Request, res: Response): Promise<void> {
  const editor = await editorOf(deps, req);
  const { desk, autosave, history } = editor;
  const { revision } = desk;
  if (req.query.text === 'autosave' && autosave) {
    // A quote or an attachment that is not in it was taken out; the plan is missing where the form does not ask for it.
    const state = { entered: { ...enterPlan(editOf(desk).plan), ...autosave.entered }, errors: [] };
    const overtaken = autosave.revision !== revision;
    return showEditor(deps, req, res, { editor, state, revision, overtaken, continued: autosave.savedAt });
  }
  const earlier = history.find(({ id }) => String(id) === req.query.text)?.content;
  const saved = editOf(desk);
  const entered = enterEdit(earlier ? { ...saved, content: earlier } : saved);
  return showEditor(deps, req, res, { editor, state: { entered, errors: [] }, revision });
}

async function receive(deps: Deps, req: Request, res: Response): Promise<void> {
  const editor = await editorOf(deps, req);
  const member = currentMember(req);
  const entered = typedOf(req);
  const step = textOf(req.body as Entered, 'step');
  const seen = seenOf(req);
  if (step === 'theirs') {
    await discardTyped(deps, member, seen.id, contentFrom(settled(entered)));
    leaveNotice(req, 'releasedesk:conflict.theirsTaken');
    return res.redirect(303, paths.release(seen.id));
  }
  const moved = rearrangedWith(editor, entered, step);
  if (moved) {
    const state = { entered: moved, errors: [] };
    return showEditor(deps, req, res, { editor, state, revision: seen.revision });
  }
  const saving = savingOf(editor);
  if (!saving) return overtaken(deps, req, res);
  const eventIds = editor.events.map(({ id }) => id);
  const form = await readRelease(req, { timed: saving === 'save', eventIds });
  if (!form.ok) {
    const state = { entered, errors: form.errors };
    return showEditor(deps, req, res, { editor, state, revision: seen.revision }, 400);
  }
  if (saving === 'correct')
    return receiveCorrection(deps, req, res, { editor, content: form.input.content, overtaken });
  try {
    await saveRelease(deps, member, seen, form.input);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return overtaken(deps, req, res);
  }
  const next = /^next:(\w+)$/.exec(step)?.[1] ?? '';
  if (isStep(next)) return res.redirect(303, paths.step(seen.id, next));
  leaveNotice(req, 'releasedesk:notices.saved');
  res.redirect(303, paths.release(seen.id));
}

/** The preview, rows that come and go, and the chosen boilerplate: nothing is saved. */
function rearrangedWith({ desk, boilerplates }: Editor, entered: Entered, step: string): Entered | undefined {
  if (step === 'preview') return entered;
  if (step !== 'boilerplate') return rearranged(entered, step);
  const chosen = boilerplates.find(({ id }) => String(id) === textOf(entered, 'boilerplateChoice'));
  if (!chosen) return entered;
  return { ...entered, boilerplate: chosen.texts.text[desk.release.language], boilerplateChoice: '' };
}

/** What was typed is kept at once, and both texts are shown beside each other. */
async function overtaken(deps: Deps, req: Request, res: Response): Promise<void> {
  const entered = typedOf(req);
  const editor = await editorOf(deps, req);
  const { revision, release } = editor.desk;
  const { autosave } = editor;
  // There is room for one text: what the member typed on another day goes to the history.
  if (autosave && seenOf(req).undecided)
    await discardTyped(deps, currentMember(req), release.id, contentFrom(settled(autosave.entered)));
  await keepAutosave(deps, currentMember(req), { id: release.id, revision }, entered);
  const state = { entered, errors: [] };
  return showEditor(deps, req, res, { editor, state, revision, overtaken: true }, 409);
}

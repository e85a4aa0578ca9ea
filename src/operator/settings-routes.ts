/** The operator's settings at the desk, and the logo they bring for everybody. */
import { type Request, type Response, Router } from 'express';
import type { Deps } from '../platform/deps.js';
import { Conflict, NotFound } from '../platform/errors.js';
import { type Entered, enteredOf, type FieldError } from '../platform/form.js';
import { langOf, renderDesk } from '../platform/render.js';
import { leaveNotice, requireSessionTokenInMultipart } from '../platform/session.js';
import { readMultipart } from '../platform/uploads.js';
import { actorOf, currentMember, requireRight } from '../staff/index.js';
import { changeSettings } from './change-settings.js';
import { logoFile } from './operator.js';
import { readOperator } from './operator-repository.js';
import { paths } from './paths.js';
import { readLogo, readSettings, toFields } from './settings-form.js';
import { enterSettings, settingsPage } from './settings-page.js';

export function settingsRoutes(deps: Deps): Router {
  const router = Router();

  router.get('/settings', requireRight('settings', 'read'), async (_req, res) => {
    const stored = await readOperator(deps.db);
    const state = { entered: enterSettings(stored.operator), errors: [] };
    const page = settingsPage(langOf(res), { ...stored, state, texts: stored.operator });
    await renderDesk(res, 'operator/settings', page);
  });

  router.post(
    '/settings',
    requireRight('settings', 'write'),
    readMultipart('logo'),
    requireSessionTokenInMultipart,
    (req, res) => saveSettings(deps, req, res),
  );

  return router;
}

async function saveSettings(deps: Deps, req: Request, res: Response): Promise<void> {
  const sent = enteredOf(req);
  if (sent.step === 'preview') return showAgain(deps, res, { sent, status: 200 });
  const form = await readSettings(req);
  const logo = await readLogo(req);
  if (!form.ok || !logo.ok) {
    const errors = [...(form.ok ? [] : form.errors), ...(logo.ok ? [] : [logo.error])];
    return showAgain(deps, res, { sent, status: logo.ok ? 400 : logo.status, errors });
  }
  try {
    const change = { fields: form.input, logo: logo.logo };
    await changeSettings(deps, actorOf(currentMember(req)), Number(sent.version), change);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return showAgain(deps, res, { sent, status: 409, overtaken: true });
  }
  leaveNotice(req, 'operator:settings.saved');
  res.redirect(303, paths.deskSettings);
}

interface Again {
  sent: Entered;
  status: number;
  errors?: FieldError[];
  overtaken?: boolean;
}

/** With everything that was typed. Only after a notice of a colleague's version may the next save replace it. */
async function showAgain({ db }: Deps, res: Response, again: Again): Promise<void> {
  const { sent, status, errors = [], overtaken = false } = again;
  const stored = await readOperator(db);
  const version = overtaken ? stored.version : Number(sent.version) || 0;
  const state = { entered: sent, errors };
  const shown = { ...stored, version, state, texts: toFields(sent), overtaken };
  await renderDesk(res, 'operator/settings', settingsPage(langOf(res), shown), status);
}

/** Serves the current logo and no other stored file. */
export function logoRoutes({ db, files }: Deps): Router {
  const router = Router();
  router.get(paths.operatorLogo(':name'), async (req, res) => {
    const { logo } = (await readOperator(db)).operator;
    if (!logo || req.params.name !== logo) throw new NotFound();
    const content = await files.read(logoFile(logo));
    res.set('Cache-Control', 'public, max-age=31536000, immutable');
    res.type(logo.endsWith('.png') ? 'image/png' : 'image/jpeg').send(content);
  });
  return router;
}

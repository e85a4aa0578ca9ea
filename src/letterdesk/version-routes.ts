/** The past of a letter's texts at the desk: looking back, comparing, taking an earlier text again. */
import { type Response, Router } from 'express';
import type { Deps } from '../platform/deps.js';
import { NotFound } from '../platform/errors.js';
import { langOf, renderDesk } from '../platform/render.js';
import { leaveNotice } from '../platform/session.js';
import { currentMember, requireRight } from '../staff/index.js';
import { getLetterEntry } from './catalogue.js';
import { restoreLetterText } from './change-letter-text.js';
import { paths } from './paths.js';
import { readNames } from './read-names.js';
import { versionPage, versionsPage } from './version-page.js';
import { listVersions } from './version-repository.js';

const VERSION = '/settings/letters/:group/:name/versions/:number';

/** Behind the guard of the letters' routes. */
export function versionRoutes(deps: Deps): Router {
  const router = Router();
  const { db } = deps;
  const readingFor = async (res: Response) => ({ lang: langOf(res), names: await readNames(db) });

  router.get('/settings/letters/:group/:name/versions', async (req, res) => {
    const entry = getLetterEntry(req.params);
    const page = versionsPage(await readingFor(res), entry, await listVersions(db, entry.key));
    await renderDesk(res, 'letterdesk/versions', page);
  });

  router.get(VERSION, async (req, res) => {
    const entry = getLetterEntry(req.params);
    const versions = await listVersions(db, entry.key);
    const known = [0, ...versions.map(({ number }) => number)];
    const number = numberOf(req.params.number, known);
    if (number === undefined) throw new NotFound();
    const newest = versions[0]?.number ?? 0;
    const other = numberOf(req.query.with, known) ?? (number === newest ? Math.max(0, number - 1) : newest);
    const page = versionPage(await readingFor(res), { entry, versions, number, other });
    await renderDesk(res, 'letterdesk/version', page);
  });

  router.post(`${VERSION}/restore`, requireRight('settings', 'write'), async (req, res) => {
    const entry = getLetterEntry(req.params);
    const number = numberOf(req.params.number);
    if (number === undefined) throw new NotFound();
    const seen = Number(req.body.version) || 0;
    await restoreLetterText(deps, { member: currentMember(req), entry, seen }, number);
    leaveNotice(req, number === 0 ? 'letterdesk:reset' : 'letterdesk:restored', { number: String(number) });
    res.redirect(303, paths.letter(entry));
  });

  return router;
}

/** Undefined for anything that is no number of a version. */
function numberOf(value: unknown, known?: readonly number[]): number | undefined {
  const number = typeof value === 'string' && /^\d{1,6}$/.test(value) ? Number(value) : undefined;
  return number !== undefined && (known?.includes(number) ?? true) ? number : undefined;
}

/** Previews at the desk: what is under embargo, whose link is good, who opened what, and sending the link to all. */
import { type Request, Router } from 'express';
import { fullName } from '../accreditation/index.js';
import { findRelease, listEmbargoedReleases, type Release } from '../newsroom/index.js';
import type { Deps } from '../platform/deps.js';
import { entryIdOf, orFasterNotice } from '../platform/desk-entry.js';
import { NotFound } from '../platform/errors.js';
import { langOf, renderDesk } from '../platform/render.js';
import { leaveNotice } from '../platform/session.js';
import { actorOf, currentMember, may, requireRight } from '../staff/index.js';
import { ACCESS_STEPS, type AccessStep } from './access.js';
import { listOpenings } from './opening-repository.js';
import { OPENINGS_PER_PAGE, openingsPage } from './openings-page.js';
import { paths } from './paths.js';
import { planLetters, sampleLetter } from './plan-letters.js';
import { previewDeskPage, sendPage } from './preview-desk-page.js';
import { readPreviewDesk } from './read-preview-desk.js';
import { sendPreviewLetters } from './send-letters.js';
import { steerAccess } from './steer-access.js';

/** Before the desk of releases, whose numbers stand in the same place of the address. */
export function previewDeskRoutes(deps: Deps): Router {
  const router = Router();
  const { db, clock } = deps;
  const base = '/releases/previews';
  const reads = requireRight('newsroom', 'read');
  const writes = requireRight('newsroom', 'write');

  router.get(base, reads, async (req, res) => {
    const mayWrite = may(currentMember(req).role, 'newsroom', 'write');
    const question = typeof req.query.q === 'string' ? req.query.q.trim().slice(0, 200) : '';
    const facts = { ...(await readPreviewDesk(deps)), question, writes: mayWrite };
    const page = previewDeskPage(langOf(res), facts);
    await renderDesk(res, 'previews/desk', page);
  });

  router.get(`${base}/openings`, reads, async (req, res) => {
    const release = await chosenRelease(deps, req);
    const page = Math.min(Math.max(1, Math.trunc(Number(req.query.page)) || 1), 100_000);
    const offset = (page - 1) * OPENINGS_PER_PAGE;
    const wanted = release ? { releaseIds: await versionIds(deps, release) } : {};
    const lines = await listOpenings(db, { ...wanted, limit: OPENINGS_PER_PAGE + 1, offset });
    await renderDesk(res, 'previews/openings', openingsPage(langOf(res), { release, lines, page }));
  });

  router.get(`${base}/:id/letters`, writes, async (req, res) => {
    const lang = langOf(res);
    const id = entryIdOf(req) ?? 0;
    const plan = await planLetters(db, id, clock.now());
    const { due, told, blocked } = plan;
    const release = plan.versions.find((version) => version.id === id)!;
    const sample = await sampleLetter(db, plan);
    const page = sendPage(lang, { release, due: due.length, told, blocked, sample });
    await renderDesk(res, 'previews/send', page);
  });

  router.post(`${base}/:id/letters`, writes, async (req, res) => {
    const count = await sendPreviewLetters(deps, actorOf(currentMember(req)), entryIdOf(req) ?? 0);
    leaveNotice(req, `previews:desk.notices.sent_${plural(count)}`, { count: String(count) });
    res.redirect(303, paths.desk);
  });

  for (const step of Object.keys(ACCESS_STEPS) as AccessStep[])
    router.post(`${base}/:reference/${step}`, writes, async (req, res) => {
      await orFasterNotice(req, 'previews:errors.step', async () => {
        const actor = actorOf(currentMember(req));
        const request = await steerAccess(deps, actor, String(req.params.reference), step);
        leaveNotice(req, `previews:desk.notices.${step}`, { name: fullName(request) });
      });
      res.redirect(303, paths.desk);
    });
  return router;
}

const plural = (count: number): string => (count === 0 ? 'zero' : count === 1 ? 'one' : 'other');

async function chosenRelease({ db }: Deps, { query }: Request): Promise<Release | undefined> {
  if (query.release === undefined) return undefined;
  const id = /^[1-9]\d{0,8}$/.test(String(query.release)) ? Number(query.release) : 0;
  const release = await findRelease(db, id);
  if (!release) throw new NotFound();
  return release;
}

/** Both languages are one release for the team. */
async function versionIds({ db, clock }: Deps, { id, pair }: Release): Promise<number[]> {
  const embargoed = await listEmbargoedReleases(db, { now: clock.now() });
  return [id, ...embargoed.filter((other) => other.pair === pair && other.id !== id).map((each) => each.id)];
}

/** Signs of life of a page that shows a request, and the sign that it was left. */
import { type Request, type Response, Router } from 'express';
import { getRequest } from '../accreditation/index.js';
import type { Deps } from '../platform/deps.js';
import { enteredOf, textOf } from '../platform/form.js';
import { langOf, translateFor } from '../platform/render.js';
import { currentMember, requireRight } from '../staff/index.js';
import { keepPresence, leavePresence } from './keep-presence.js';
import { listPresence } from './presence-repository.js';
import { presenceWords } from './presence-words-page.js';

export function presenceRoutes(deps: Deps): Router {
  const router = Router();
  const writes = requireRight('requests', 'write');
  router.post('/:reference/presence', writes, async (req, res) => signOfLife(deps, req, res));
  return router;
}

async function signOfLife(deps: Deps, req: Request, res: Response): Promise<void> {
  const { id } = await getRequest(deps.db, String(req.params.reference));
  const place = { requestId: id, by: currentMember(req) };
  const leaves = textOf(enteredOf(req), 'leave') === 'yes';
  await (leaves ? leavePresence(deps, place) : keepPresence(deps, place));
  const present = await listPresence(deps.db, [id], deps.realClock.now());
  const others = presenceWords({ t: translateFor(res), lang: langOf(res) }, present, place.by.id);
  res.set('Cache-Control', 'no-store').json({ others });
}

/** The list of releases at the desk, and beginning a new one. */
import { type Request, Router } from 'express';
import { EVENT_STATES, listEvents } from '../events/index.js';
import { RELEASE_STATES } from '../newsroom/index.js';
import type { Deps } from '../platform/deps.js';
import { enteredOf } from '../platform/form.js';
import { isLang } from '../platform/languages.js';
import { langOf, renderDesk } from '../platform/render.js';
import { leaveNotice } from '../platform/session.js';
import { createRelease, listPairs } from '../releaselife/index.js';
import { currentMember, listMembers, may, requireRight } from '../staff/index.js';
import { readBeginning } from './new-release-form.js';
import { newReleasePage } from './new-release-page.js';
import { type ListQuery, paths } from './paths.js';
import { PAGE_SIZE, releaseListPage } from './release-list-page.js';
import { countByState, listFoundPairs } from './release-list-repository.js';

export function releaseListRoutes(deps: Deps): Router {
  const router = Router();
  const { db, clock } = deps;
  const writes = requireRight('newsroom', 'write');

  router.get('/releases', async (req, res) => {
    const query = queryOf(req);
    const now = clock.now();
    const offset = (query.page - 1) * PAGE_SIZE;
    const names = await listFoundPairs(db, query, { now, limit: PAGE_SIZE + 1, offset });
    const versions = await listPairs(db, names);
    const members = await listMembers(db);
    const found = {
      pairs: names.map((name) => versions.filter(({ release }) => release.pair === name)),
      counts: await countByState(db, query, now),
      events: await listEvents(db, EVENT_STATES),
      names: new Map(members.map(({ id, name }) => [id, name])),
      now,
    };
    const mayWrite = may(currentMember(req).role, 'newsroom', 'write');
    await renderDesk(res, 'releasedesk/list', releaseListPage(langOf(res), found, query, mayWrite));
  });

  router.get('/releases/new', writes, async (_req, res) => {
    const events = await listEvents(db, ['draft', 'published']);
    const entered = { language: langOf(res), event: String(events.length === 1 ? events[0]!.id : '') };
    await renderDesk(res, 'releasedesk/new', newReleasePage(langOf(res), events, { entered, errors: [] }));
  });

  router.post('/releases/new', writes, async (req, res) => {
    const events = await listEvents(db, EVENT_STATES);
    const form = await readBeginning(
      req,
      events.map(({ id }) => id),
    );
    if (!form.ok) {
      const state = { entered: enteredOf(req), errors: form.errors };
      return renderDesk(res, 'releasedesk/new', newReleasePage(langOf(res), events, state), 400);
    }
    const id = await createRelease(deps, currentMember(req), form.input);
    leaveNotice(req, 'releasedesk:new.done');
    res.redirect(303, paths.release(id));
  });

  return router;
}

function queryOf(req: Request): ListQuery {
  const text = (name: string): string => {
    const value = req.query[name];
    return typeof value === 'string' ? value.trim() : '';
  };
  const lang = text('lang');
  const page = Number(text('page'));
  const event = text('event');
  return {
    state: RELEASE_STATES.find((state) => state === text('state')),
    lang: isLang(lang) ? lang : undefined,
    eventId: /^[1-9]\d{0,8}$/.test(event) ? Number(event) : undefined,
    question: text('q').slice(0, 200),
    page: Number.isInteger(page) && page > 0 && page < 1000 ? page : 1,
  };
}

/** The outbox at the desk: every letter and where it stands. */
import { type Request, type Response, Router } from 'express';
import type { Deps } from '../platform/deps.js';
import { idOf } from '../platform/desk-entry.js';
import { NotFound } from '../platform/errors.js';
import { countMails, listMails, MAIL_HEAPS, type MailPlace } from '../platform/outbox-list.js';
import { getMail } from '../platform/outbox-repository.js';
import { langOf, renderDesk, translateFor } from '../platform/render.js';
import { leaveNotice } from '../platform/session.js';
import { currentMember, requireRight } from '../staff/index.js';
import { changeLetter } from './change-letter.js';
import { LETTER_STEPS, maySee, type RecordLink, subjectsFor } from './letter.js';
import { letterPage } from './letter-page.js';
import { outboxPage, PAGE_SIZE, type Reading } from './outbox-page.js';
import { type OutboxQuery, paths } from './paths.js';

type FindRecord = (deps: Deps, about: string) => Promise<RecordLink | undefined>;

/** For members only: mount it behind `requireMember`. `findRecord` finds what a letter is about. */
export function outboxRoutes(deps: Deps, findRecord: FindRecord): Router {
  const router = Router();
  const read = requireRight('outbox', 'read');

  router.get('/outbox', read, async (req, res) => {
    const reading = readingOf(deps, req, res);
    const query = queryOf(req);
    const subjects = subjectsFor(reading.role);
    const counts = await countMails(deps.db, subjects);
    const mails = await listMails(deps.db, { ...query, subjects, limit: PAGE_SIZE + 1 });
    await renderDesk(res, 'outbox/list', outboxPage(reading, { query, counts, mails }));
  });

  router.get('/outbox/:id', read, async (req, res) => {
    const reading = readingOf(deps, req, res);
    const mail = await getMail(deps.db, idOf(req));
    if (!maySee(reading.role, mail)) throw new NotFound();
    const record = mail.about ? await findRecord(deps, mail.about) : undefined;
    const page = letterPage(reading, mail, record);
    await renderDesk(res, 'outbox/letter', page);
  });

  for (const step of LETTER_STEPS) {
    router.post(`/outbox/:id/${step}`, requireRight('outbox', 'own'), async (req, res) => {
      const id = idOf(req);
      await changeLetter(deps, currentMember(req), id, step);
      leaveNotice(req, `outbox:notices.${step}`);
      res.redirect(303, paths.letter(id));
    });
  }
  return router;
}

function readingOf({ clock, config }: Deps, req: Request, res: Response): Reading {
  const mailServer = config.smtpUrl && new URL(config.smtpUrl).hostname;
  const { role } = currentMember(req);
  return { t: translateFor(res), lang: langOf(res), role, now: clock.now(), mailServer };
}

function queryOf({ query }: Request): OutboxQuery {
  return {
    heap: MAIL_HEAPS.find((heap) => heap === query.state),
    search: typeof query.q === 'string' ? query.q.trim().slice(0, 200) : '',
    before: placeOf(String(query.before)),
  };
}

/** `1728543600000-12`: the moment in milliseconds and the number. */
function placeOf(text: string): MailPlace | undefined {
  const [, at, id] = /^(\d{1,13})-([1-9]\d{0,8})$/.exec(text) ?? [];
  return at && id ? { queuedAt: new Date(Number(at)), id: Number(id) } : undefined;
}

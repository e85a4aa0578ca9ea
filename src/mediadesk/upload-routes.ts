/** Uploading to the media kit: a form with many files, or one file after the other where scripts run. */
import { type Request, type Response, Router } from 'express';
import { EVENT_STATES, type Event, listEvents } from '../events/index.js';
import type { Deps } from '../platform/deps.js';
import { enteredOf, type FieldError, textOf } from '../platform/form.js';
import { receivedOf, receiveFiles } from '../platform/received-files.js';
import { langOf, renderDesk, translateFor } from '../platform/render.js';
import { requireSessionTokenInMultipart } from '../platform/session.js';
import { actorOf, currentMember, requireRight } from '../staff/index.js';
import { takeFile } from './take-file.js';
import { type CommonRights, MAX_FILES, MAX_MEDIA_BYTES, type Taken } from './taking.js';
import { resultOf, uploadPage } from './upload-page.js';

export function uploadRoutes(deps: Deps): Router {
  const router = Router();
  const writes = requireRight('media', 'write');
  const limits = { maxBytes: MAX_MEDIA_BYTES, maxFiles: MAX_FILES };

  router.get('/media/upload', writes, (_req, res) => showUpload(deps, res));
  router.post(
    '/media/upload',
    writes,
    receiveFiles(deps.config.dataDir, 'files', limits),
    requireSessionTokenInMultipart,
    (req, res) => upload(deps, req, res),
  );
  return router;
}

async function upload(deps: Deps, req: Request, res: Response): Promise<void> {
  const files = receivedOf(req);
  const events = await listEvents(deps.db, EVENT_STATES);
  const errors = problemsOf(req, events);
  if (files === 'broken' || files.length === 0 || errors.length > 0)
    return showUpload(deps, res, { req, errors, status: 400 });
  const common = commonRightsOf(req);
  const taken: Taken[] = [];
  for (const file of files) taken.push(await takeFile(deps, actorOf(currentMember(req)), file, common));
  const status = statusOf(taken);
  if (req.accepts(['html', 'json']) === 'json') {
    res.status(status).json(taken.map((one) => resultOf(translateFor(res), langOf(res), one)));
    return;
  }
  await showUpload(deps, res, { req, taken, status });
}

function commonRightsOf(req: Request): CommonRights {
  const sent = enteredOf(req);
  const word = (name: string) => textOf(sent, name).trim().slice(0, 300);
  return {
    eventId: Number(word('eventId')) || undefined,
    creator: word('creator'),
    credit: word('credit'),
    licence: { de: word('licenceDe'), en: word('licenceEn') },
    licenceUrl: word('licenceUrl'),
    licensor: word('licensor'),
  };
}

function problemsOf(req: Request, events: readonly Event[]): FieldError[] {
  const files = receivedOf(req);
  const chosen = textOf(enteredOf(req), 'eventId');
  const isEvent = chosen === 'none' || events.some(({ id }) => String(id) === chosen);
  return [
    ...(isEvent ? [] : [{ field: 'eventId', message: 'mediadesk:form.errors.eventId' }]),
    ...(files === 'broken'
      ? [{ field: 'files', message: { key: 'mediadesk:upload.broken', values: { files: MAX_FILES } } }]
      : []),
    ...(files.length === 0 ? [{ field: 'files', message: 'mediadesk:upload.missing' }] : []),
  ];
}

/** One file taken is a success; where none was, the first refusal says what HTTP calls it. */
function statusOf(taken: readonly Taken[]): number {
  const [first] = taken;
  return taken.some(({ ok }) => ok) || !first || first.ok ? 200 : first.status;
}

interface Sent {
  req: Request;
  errors?: FieldError[];
  taken?: Taken[];
  status: number;
}

async function showUpload({ db }: Deps, res: Response, sent?: Sent): Promise<void> {
  const events = await listEvents(db, EVENT_STATES);
  const entered = sent ? enteredOf(sent.req) : { eventId: String(events[0]?.id ?? 'none') };
  const page = uploadPage({
    t: translateFor(res),
    lang: langOf(res),
    events,
    state: { entered, errors: sent?.errors ?? [] },
    taken: sent?.taken ?? [],
  });
  res.set('Cache-Control', 'private, no-store');
  await renderDesk(res, 'mediadesk/upload', page, sent?.status ?? 200);
}

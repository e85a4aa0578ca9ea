/** The letters of the portal at the desk: all of them, and one to look at and to write anew. */
import { type Request, type Response, Router } from 'express';
import { readOperator } from '../operator/index.js';
import type { Deps } from '../platform/deps.js';
import { Conflict } from '../platform/errors.js';
import { type Entered, textOf } from '../platform/form.js';
import { LANGUAGES, type Lang } from '../platform/languages.js';
import { langOf, renderDesk, translateFor } from '../platform/render.js';
import { leaveNotice } from '../platform/session.js';
import { currentMember, requireRight } from '../staff/index.js';
import { getLetterEntry, type LetterEntry } from './catalogue.js';
import { changeLetterText } from './change-letter-text.js';
import { type LetterShown, letterEditPage } from './letter-edit-page.js';
import { letterListPage } from './letter-list-page.js';
import { type LetterTextSent, readLetterText } from './letter-text-form.js';
import { paths } from './paths.js';
import { readNames } from './read-names.js';
import { sampleLetter, sampleValues } from './samples.js';
import { sendSample } from './send-sample.js';
import { enterTexts } from './typed.js';
import { byLanguage, type LetterTexts, textsOf } from './version.js';
import { findNewestVersion, listNewestVersions } from './version-repository.js';
import { versionRoutes } from './version-routes.js';

export function letterTextRoutes(deps: Deps): Router {
  const router = Router();
  const { db } = deps;

  router.use('/settings/letters', requireRight('settings', 'read'));

  router.get('/settings/letters', async (_req, res) => {
    const reading = { lang: langOf(res), names: await readNames(db) };
    const page = letterListPage(reading, await listNewestVersions(db));
    await renderDesk(res, 'letterdesk/list', page);
  });

  router.get('/settings/letters/:group/:name', async (req, res) => {
    const entry = getLetterEntry(req.params);
    const newest = await findNewestVersion(db, entry.key);
    const texts = textsOf(entry.key, newest?.own);
    await show(deps, res, { entry, texts, seen: newest?.number ?? 0, entered: enterTexts(texts) });
  });

  router.post('/settings/letters/:group/:name', requireRight('settings', 'write'), (req, res) =>
    receive(deps, req, res),
  );

  router.use(versionRoutes(deps));
  return router;
}

async function receive(deps: Deps, req: Request, res: Response): Promise<void> {
  const entry = getLetterEntry(req.params);
  const sent = await readLetterText(req, entry);
  const seen = Number(textOf(sent.entered, 'version')) || 0;
  const again = { entry, seen, ...sent };
  const step = textOf(sent.entered, 'step');
  if (sent.errors.length > 0) return show(deps, res, again, 400);
  if (step === 'preview') return show(deps, res, again);
  const testLanguage = LANGUAGES.find((lang) => step === `test-${lang}`);
  if (testLanguage) return sendTest(deps, req, res, { again, lang: testLanguage });
  try {
    await changeLetterText(deps, { member: currentMember(req), entry, seen }, sent.texts);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return show(deps, res, { ...again, overtaken: sent.texts }, 409);
  }
  leaveNotice(req, 'letterdesk:saved');
  res.redirect(303, paths.letter(entry));
}

type Again = LetterTextSent & { entry: LetterEntry; seen: number };

async function sendTest(
  deps: Deps,
  req: Request,
  res: Response,
  { again, lang }: { again: Again; lang: Lang },
): Promise<void> {
  const member = currentMember(req);
  const wish = { lang, baseUrl: deps.config.baseUrl, ...(await readOperator(deps.db)) };
  const { entry, texts } = again;
  await sendSample(deps, { member, entry, lang }, sampleLetter(entry, texts[lang], wish));
  const done = translateFor(res)('letterdesk:test.sent', { email: member.email });
  await show(deps, res, { ...again, done });
}

interface Shown {
  entry: LetterEntry;
  texts: LetterTexts;
  seen: number;
  entered: Entered;
  errors?: LetterShown['errors'];
  done?: string;
  overtaken?: LetterTexts;
}

/** With everything that was typed. Only after a notice of a colleague's version may the next save replace it. */
async function show(deps: Deps, res: Response, shown: Shown, status = 200): Promise<void> {
  const { entry, texts, errors = [], overtaken } = shown;
  const newest = await findNewestVersion(deps.db, entry.key);
  const { operator } = await readOperator(deps.db);
  const { baseUrl } = deps.config;
  const reading = { lang: langOf(res), names: await readNames(deps.db) };
  const page = letterEditPage(reading, {
    ...shown,
    errors,
    newest,
    seen: overtaken ? (newest?.number ?? 0) : shown.seen,
    previews: byLanguage((lang) => sampleLetter(entry, texts[lang], { lang, operator, baseUrl })),
    samples: sampleValues(entry, { lang: langOf(res), operator, baseUrl }),
  });
  await renderDesk(res, 'letterdesk/letter', page, status);
}

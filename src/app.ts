/** Puts the portal together: what every request passes, in this order, and then the features. */
import compression from 'compression';
import express, { type Express, Router } from 'express';
import { alertsDeskRoutes, alertsRoutes } from './alerts/index.js';
import { applicationRoutes } from './application/index.js';
import { boilerplateRoutes } from './boilerplates/index.js';
import { bulkRoutes } from './bulkdesk/index.js';
import { countsRoutes } from './counters/index.js';
import { deskEventRoutes } from './eventdesk/index.js';
import { eventRoutes } from './events/index.js';
import { exportRoutes } from './exports/index.js';
import { feedRoutes, newsSitemapRoutes } from './feeds/index.js';
import { importPaths, importRoutes } from './imports/index.js';
import { intakePaths, intakeRoutes } from './intake/index.js';
import { kitBoxFor, kitRoutes } from './kits/index.js';
import { letterTextRoutes } from './letterdesk/index.js';
import { mediaDeskPaths, mediaDeskRoutes, uploadRoutes } from './mediadesk/index.js';
import { mediaFileRoutes, mediaRoutes } from './mediakit/index.js';
import { newsroomRoutes } from './newsroom/index.js';
import { logoRoutes, operatorPaths, settingsRoutes } from './operator/index.js';
import { outboxRoutes } from './outbox/index.js';
import { overviewRoutes } from './overview/index.js';
import { serveAssets } from './platform/assets.js';
import type { Deps } from './platform/deps.js';
import { errorHandler, unknownPath } from './platform/error-handler.js';
import { offerFormToken } from './platform/form-token.js';
import { LANGUAGES, preferredLanguage } from './platform/languages.js';
import { fromRoot } from './platform/paths.js';
import { requestLog } from './platform/request-log.js';
import { securityHeaders } from './platform/security-headers.js';
import { offerSessionToken, requireSessionToken, staffSession } from './platform/session.js';
import { previewDeskRoutes, previewRoutes } from './previews/index.js';
import { reasonRoutes } from './reasons/index.js';
import { releaseDeskRoutes } from './releasedesk/index.js';
import { reviewRoutes } from './review/index.js';
import { selfServiceRoutes } from './selfservice/index.js';
import { keysRoutes } from './shortcuts/index.js';
import { signInRoutes } from './signin/index.js';
import { namesOfCounted } from './site/counted-names.js';
import { deskLocals } from './site/desk-locals.js';
import { machineRoutes } from './site/machine-routes.js';
import { linkToRecord } from './site/record-links.js';
import { siteDefaults, siteLocals, speak } from './site/site-locals.js';
import { siteRoutes } from './site/site-routes.js';
import { requireMember } from './staff/index.js';
import { teamRoutes } from './team/index.js';
import { textBlockRoutes } from './textblocks/index.js';
import { timetableRoutes } from './timetable/index.js';
import { versionRoutes } from './versions/index.js';

/** The forms of the desk that carry files; every other multipart POST there is refused. */
const PATHS_WITH_FILES = [
  operatorPaths.deskSettings,
  intakePaths.newRequest,
  importPaths.imports,
  mediaDeskPaths.upload,
];

export function createApp(deps: Deps): Express {
  const reading = readingOnly(deps);
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', deps.config.trustProxy ?? false);
  app.set('query parser', 'simple');
  app.set('views', fromRoot('views'));
  Object.assign(app.locals, siteDefaults(deps.config));

  app.use(requestLog(deps.log));
  app.use(securityHeaders(deps.config));
  app.use('/assets', serveAssets());
  app.use(machineRoutes(reading), newsSitemapRoutes(reading));
  app.use(siteLocals(reading));
  app.use(express.urlencoded({ extended: false, limit: '2mb' }));

  app.get('/', (req, res) => {
    res.set('Vary', 'Accept-Language').redirect(302, `/${preferredLanguage(req.get('accept-language'))}`);
  });
  app.use('/media', mediaFileRoutes(reading));
  app.use(logoRoutes(reading));
  const visitors = publicRoutes(deps);
  for (const lang of LANGUAGES)
    app.use(`/${lang}`, compression(), speak(lang), offerFormToken(deps), visitors);
  app.use(
    '/staff',
    staffSession(deps),
    offerSessionToken,
    requireSessionToken(PATHS_WITH_FILES),
    deskRoutes(deps),
  );

  app.use(unknownPath);
  app.use(errorHandler(deps.log));
  return app;
}

/** For features whose pages for everybody only read. */
const readingOnly = (deps: Deps): Deps => ({ ...deps, db: deps.reader });

/** Pages for everybody, once per language. */
function publicRoutes(deps: Deps): Router {
  const reading = readingOnly(deps);
  const router = Router();
  router.use(eventRoutes(reading));
  router.use(applicationRoutes(deps));
  router.use(previewRoutes(deps));
  router.use(alertsRoutes(deps));
  router.use(feedRoutes(reading), newsroomRoutes(reading), versionRoutes(reading));
  router.use(kitRoutes(reading), mediaRoutes(reading, kitBoxFor));
  router.use(selfServiceRoutes(deps));
  router.use(siteRoutes(reading));
  return router;
}

/** The desk: signing in first, everything else for members only. */
function deskRoutes(deps: Deps): Router {
  const router = Router();
  router.use(signInRoutes(deps));
  router.use(requireMember(deps), deskLocals(deps));
  router.use(overviewRoutes(readingOnly(deps)));
  router.use(teamRoutes(deps), keysRoutes(deps));
  router.use(previewDeskRoutes(deps), alertsDeskRoutes(deps));
  router.use(outboxRoutes(deps, linkToRecord));
  router.use(settingsRoutes(deps), textBlockRoutes(deps), reasonRoutes(deps));
  router.use(letterTextRoutes(deps));
  router.use(boilerplateRoutes(deps), releaseDeskRoutes(deps));
  router.use(deskEventRoutes(deps), timetableRoutes(deps));
  router.use(uploadRoutes(deps), mediaDeskRoutes(deps), countsRoutes(readingOnly(deps), namesOfCounted));
  router.use(exportRoutes(deps));
  router.use(intakeRoutes(deps), importRoutes(deps));
  router.use('/requests/bulk', bulkRoutes(deps));
  router.use(reviewRoutes(deps));
  return router;
}

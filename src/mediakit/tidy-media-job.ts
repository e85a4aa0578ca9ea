/**
 * Removes files of the media kit that no rendition points to any more. They stay an hour: a download that runs while a
 * colleague changes the rights still gets every byte it began with. What was on its way when a portal died goes too.
 */
import type { JobKind } from '../platform/jobs.js';
import { openMediaFiles } from '../platform/media-files.js';
import { removeLeftBehind } from '../platform/received-files.js';
import { listKeptFiles } from './asset-repository.js';

const STAY_MS = 3600_000;

export const tidyMediaJob: JobKind = {
  name: 'tidy-media',
  everyMinutes: 60,
  run: async ({ db, realClock, config }) => {
    const before = new Date(realClock.now().getTime() - STAY_MS);
    await openMediaFiles(config.dataDir).removeOthers(await listKeptFiles(db), before);
    await removeLeftBehind(config.dataDir, realClock.now());
  },
};

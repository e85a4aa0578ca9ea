/** Every minute: the figures of the dashboard follow what happened. */
import type { JobKind } from '../platform/jobs.js';
import { countRequests } from './count-requests.js';

export const figuresJob: JobKind = {
  name: 'figures',
  everyMinutes: 1,
  run: (deps, { progress, stopping }) =>
    countRequests(deps, { pace: { stopping, progress: (done) => progress(done, done, null) } }),
};

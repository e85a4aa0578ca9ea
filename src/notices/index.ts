/** The door of `notices/`: what other floors may use. */
export { digestJob } from './digest-job.js';
export { teamNoticeJob } from './team-notice-job.js';

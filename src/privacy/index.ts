/** The door of `privacy/`: what other floors may use. */
export { eraseRequest } from './erase-request.js';
export { type Due, listDue } from './list-due.js';
export { removeFilesJob } from './remove-files-job.js';
export { retentionJob } from './retention-job.js';
export { type Deleted, runDeletionPlan } from './run-deletion-plan.js';

/** The door of `bulk/`: what other floors may use. */
export { bulkJob, tidyBulkJob } from './bulk-job.js';

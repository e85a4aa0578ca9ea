/** The door of `reminders/`: what other floors may use. */
export { enquiryRemindersJob } from './enquiry-reminders-job.js';
export { undecidedJob } from './undecided-job.js';
export { visitRemindersJob } from './visit-reminders-job.js';

/** The door of `badges/`: what other floors may use. */
export { makeBadgeAttachment, makeCalendarAttachment } from './attachments-job.js';
export { makeBadge } from './badge-pdf.js';
export { makeVisit } from './visit-ics.js';

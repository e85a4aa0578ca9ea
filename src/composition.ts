/** What the features contribute to background work: jobs, attachments of letters, what follows a sent letter. */
import { alertsJob, checkAlert, noteAlertFailed, noteAlertSent, tidyAlertsJob } from './alerts/index.js';
import { expireUnconfirmedJob } from './application/index.js';
import { makeBadgeAttachment, makeCalendarAttachment } from './badges/index.js';
import { bulkJob, tidyBulkJob } from './bulk/index.js';
import { figuresJob } from './figures/index.js';
import { importJob, tidyImportsJob } from './imports/index.js';
import { tidyMediaJob } from './mediakit/index.js';
import { digestJob, teamNoticeJob } from './notices/index.js';
import type { JobKind } from './platform/jobs.js';
import type { MailHooks } from './platform/outbox.js';
import { clearPreviewLetter } from './previews/index.js';
import { removeFilesJob, retentionJob } from './privacy/index.js';
import { enquiryRemindersJob, undecidedJob, visitRemindersJob } from './reminders/index.js';
import { tidySignInJob } from './signin/index.js';
import { showDecision } from './undo/index.js';

export const jobKinds: JobKind[] = [
  expireUnconfirmedJob,
  removeFilesJob,
  retentionJob,
  tidySignInJob,
  teamNoticeJob,
  digestJob,
  enquiryRemindersJob,
  visitRemindersJob,
  undecidedJob,
  figuresJob,
  bulkJob,
  tidyBulkJob,
  tidyMediaJob,
  importJob,
  tidyImportsJob,
  alertsJob,
  tidyAlertsJob,
];

export const mailHooks: MailHooks = {
  attachments: { badge: makeBadgeAttachment, calendar: makeCalendarAttachment },
  afterSent: { decision: showDecision, alert: noteAlertSent },
  beforeSending: { request: clearPreviewLetter, alert: checkAlert },
  afterFailure: { alert: noteAlertFailed },
};

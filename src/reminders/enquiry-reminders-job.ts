/** Every quarter of an hour: reminds of enquiries that are due soon, and notes those that stayed without an answer. */
import type { Deps } from '../platform/deps.js';
import type { JobKind, JobRun } from '../platform/jobs.js';
import { farthestDue, isEnquiryReminderDue } from './due.js';
import { eachInTurn } from './each-in-turn.js';
import { noteSilence, remindOfEnquiry } from './remind-applicant.js';
import { listUnmarkedEnquiries } from './reminder-repository.js';

const BATCH = 50;

export const enquiryRemindersJob: JobKind = {
  name: 'remind-enquiries',
  everyMinutes: 15,
  run: async (deps, job) => {
    await remindAll(deps, job);
    await noteAll(deps, job);
  },
};

function remindAll(deps: Deps, job: JobRun): Promise<void> {
  const now = deps.clock.now();
  const window = { dueAfter: now, dueUntil: farthestDue(now), limit: BATCH };
  return eachInTurn(deps, job, {
    next: (after) => listUnmarkedEnquiries(deps.db, 'enquiry', { ...window, after }),
    idOf: ({ requestId }) => requestId,
    act: async (enquiry) => {
      if (isEnquiryReminderDue(enquiry, now)) await remindOfEnquiry(deps, enquiry);
    },
    batch: BATCH,
  });
}

function noteAll(deps: Deps, job: JobRun): Promise<void> {
  const window = { dueUntil: deps.clock.now(), limit: BATCH };
  return eachInTurn(deps, job, {
    next: (after) => listUnmarkedEnquiries(deps.db, 'silence', { ...window, after }),
    idOf: ({ requestId }) => requestId,
    act: async (enquiry) => {
      await noteSilence(deps, enquiry);
    },
    batch: BATCH,
  });
}

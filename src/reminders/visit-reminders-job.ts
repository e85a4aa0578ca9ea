/** Every quarter of an hour: events that begin in three days remind everybody who is approved, once. */
import { listEvents } from '../events/index.js';
import { toDay } from '../platform/dates.js';
import type { JobKind } from '../platform/jobs.js';
import { isVisitReminderDue } from './due.js';
import { eachInTurn } from './each-in-turn.js';
import { remindOfVisit } from './remind-applicant.js';
import { listUnremindedVisits } from './reminder-repository.js';

const BATCH = 50;

export const visitRemindersJob: JobKind = {
  name: 'remind-visits',
  everyMinutes: 15,
  run: async (deps, job) => {
    const now = deps.clock.now();
    for (const event of await listEvents(deps.db, ['published'])) {
      if (!isVisitReminderDue(event, now)) continue;
      // By the day: an event that moves is worth another letter.
      const day = toDay(event.startsAt);
      await eachInTurn(deps, job, {
        next: (after) => listUnremindedVisits(deps.db, { eventId: event.id, day, after, limit: BATCH }),
        idOf: (requestId) => requestId,
        act: async (requestId) => {
          await remindOfVisit(deps, { requestId, day });
        },
        batch: BATCH,
      });
    }
  },
};

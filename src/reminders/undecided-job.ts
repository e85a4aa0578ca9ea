/** Every quarter of an hour: when the promised answer date is near, the team hears once a day what is undecided. */
import { type Event, listEvents } from '../events/index.js';
import type { Db } from '../platform/database.js';
import { toDay } from '../platform/dates.js';
import type { JobKind } from '../platform/jobs.js';
import { listReviewers } from '../queue/index.js';
import type { Member } from '../staff/index.js';
import { isPromiseNear } from './due.js';
import type { Undecided } from './mails.js';
import { remindMember, UNDECIDED } from './remind-team.js';
import { countUndecided, listMarkedMembers, listUndecided, type OpenCount } from './reminder-repository.js';

/** The rest is one click away. */
const MAX_REFERENCES = 10;

export const undecidedJob: JobKind = {
  name: 'remind-team',
  everyMinutes: 15,
  run: async (deps) => {
    const { db, clock } = deps;
    const now = clock.now();
    const near = (await listEvents(db, ['published'])).filter((event) => isPromiseNear(event, now));
    const members = near.length > 0 ? await listUntold(db, toDay(now)) : [];
    if (members.length === 0) return;
    const undecided = await readUndecided(db, near);
    if (undecided.length === 0) return;
    for (const member of members)
      await remindMember(deps, { member, undecided: undecided.map((facts) => factsFor(member, facts)) });
  },
};

/** Who wants notices, at once or as a digest, and has not heard today. */
async function listUntold(db: Db, day: string): Promise<Member[]> {
  const told = await listMarkedMembers(db, UNDECIDED, day);
  return (await listReviewers(db)).filter(({ id, notices }) => notices !== 'never' && !told.includes(id));
}

type EventFacts = Omit<Undecided, 'mine'> & { counts: OpenCount[] };

async function readUndecided(db: Db, events: Event[]): Promise<EventFacts[]> {
  const all = await countUndecided(
    db,
    events.map(({ id }) => id),
  );
  const facts: EventFacts[] = [];
  for (const event of events) {
    const counts = all.filter(({ eventId }) => eventId === event.id);
    const count = counts.reduce((sum, part) => sum + part.count, 0);
    if (count > 0)
      facts.push({ event, count, counts, references: await listUndecided(db, event.id, MAX_REFERENCES) });
  }
  return facts;
}

const factsFor = (member: Member, { counts, ...facts }: EventFacts): Undecided => ({
  ...facts,
  mine: counts.find(({ assignedTo }) => assignedTo === member.id)?.count ?? 0,
});

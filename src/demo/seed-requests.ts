/** Volume for measurements: many confirmed requests in mixed states with notes and messages, without letters. */
import { randomInt } from 'node:crypto';
import { insertRequests, type NewRequest, type State } from '../accreditation/index.js';
import { EVENT_STATES, type Event, insertEvent, listEvents } from '../events/index.js';
import { countRequests } from '../figures/index.js';
import type { Deps } from '../platform/deps.js';
import { listMembers } from '../staff/index.js';
import { pick, readSeedWords, type SeedWords, seedInput } from './seed-people.js';
import { noteVolume, type SeedFate, settleSeeds } from './seed-rows-repository.js';

const STATES: readonly State[] = [
  ...(['received', 'received', 'received', 'in_review', 'in_review', 'info_requested'] as const),
  ...(['approved', 'approved', 'approved', 'rejected', 'waitlisted'] as const),
];
/** SQLite takes at most 500 rows in one insert, and some requests have two entries of history. */
const BATCH = 250;
/** From so many on they spread over several events. */
const MANY = 1000;
const OTHER_EVENTS = 4;

/** Adds `count` requests, most of them to the newest event; throws when there is none. */
export async function seedRequests(deps: Deps, count: number): Promise<void> {
  const { db, clock } = deps;
  const [newest] = await listEvents(db, ['published', 'draft', 'archived']);
  if (!newest) throw new Error('Load the demo or create an event first.');
  const seeding = {
    words: readSeedWords(),
    events: count < MANY ? [newest] : [newest, newest, newest, newest, ...(await otherEvents(deps, newest))],
    members: (await listMembers(db)).filter(({ role }) => role === 'reviewer' || role === 'administrator'),
    start: clock.now().getTime(),
    count,
    // Drawn by lot: a process in a container may have the same number each time.
    run: randomInt(36 ** 4).toString(36),
  };
  for (let from = 0; from < count; from += BATCH) {
    const numbers = Array.from({ length: Math.min(BATCH, count - from) }, (_, at) => from + at);
    await db.transaction(async (trx) => {
      const made = await insertRequests(
        trx,
        numbers.map((number) => newRequest(seeding, number)),
      );
      await settleSeeds(
        trx,
        made.map(({ id, createdAt }, at) => fateOf(seeding, numbers[at]!, { id, at: createdAt })),
      );
    });
  }
  // They bear earlier dates, so the figures go through everything.
  await countRequests(deps, { all: true });
  if (count >= MANY) await noteVolume(db);
}

interface Seeding {
  words: SeedWords;
  events: Event[];
  members: { id: number }[];
  start: number;
  count: number;
  run: string;
}

function newRequest({ words, events, run, start, count }: Seeding, number: number): NewRequest {
  const code = `${run}${number.toString(36).padStart(5, '0')}`.toUpperCase();
  const event = pick(events, number, 17);
  return {
    eventId: event.id,
    reference: `${event.shortCode}-Z${code}`,
    lang: number % 9 === 0 ? 'en' : 'de',
    submission: `seed-${code}`,
    input: seedInput(words, number, code),
    // A minute apart, and never more than the two weeks before.
    at: new Date(start - (count - number) * Math.min(60_000, Math.floor(1_209_600_000 / count))),
  };
}

function fateOf(
  { words, members, start }: Seeding,
  number: number,
  { id, at }: { id: number; at: Date },
): SeedFate {
  const state = STATES[number % STATES.length]!;
  // One more than there are members stands for nobody.
  const assigned = state === 'received' ? undefined : members[Math.floor(number / 11) % (members.length + 1)];
  return {
    ...{ id, state, at, assignedTo: assigned?.id ?? null },
    // Between one hour and two days, but never in the future.
    decidedAt: new Date(Math.min(at.getTime() + (1 + (number % 48)) * 3_600_000, start)),
    note: number % 7 === 0 ? pick(words.notes, number, 31) : undefined,
    message: number % 4 === 3 ? pick(words.messages, number, 37) : undefined,
  };
}

/** Archived, so that no visitor meets them; the first has not kept its promise, so that something is late. */
async function otherEvents({ db, clock }: Deps, { id: _id, ...model }: Event): Promise<Event[]> {
  const known = await listEvents(db, EVENT_STATES);
  const events: Event[] = [];
  for (let number = 1; number <= OTHER_EVENTS; number += 1) {
    const slug = `mustertagung-${number}`;
    const title = { de: `Mustertagung ${number}`, en: `Sample conference ${number}` };
    events.push(
      known.find((event) => event.slug === slug) ??
        (await insertEvent(
          db,
          {
            ...model,
            ...{ slug, shortCode: `MT${number}`, state: 'archived', texts: { ...model.texts, title } },
            ...(number === 1 ? { answerBy: new Date(clock.now().getTime() - 86_400_000) } : {}),
          },
          clock.now(),
        )),
    );
  }
  return events;
}

/** Volume for measurements: many confirmed requests in mixed states, without letters. */
import { randomInt } from 'node:crypto';
import {
  addHistory,
  changeRequest,
  type Decision,
  insertRequests,
  OUTLET_TYPES,
  type RequestInput,
  type State,
  WORK_AREAS,
} from '../accreditation/index.js';
import { type Event, listEvents } from '../events/index.js';
import { countRequests } from '../figures/index.js';
import type { Deps } from '../platform/deps.js';

const STATES: readonly State[] = [
  'received',
  'received',
  'in_review',
  'info_requested',
  'approved',
  'rejected',
  'waitlisted',
];
const DECISIONS: Partial<Record<State, Decision>> = {
  info_requested: 'enquire',
  approved: 'approve',
  rejected: 'reject',
  waitlisted: 'waitlist',
};
const BATCH = 500;

/** Adds `count` requests to the newest event; throws when there is none. */
export async function seedRequests(deps: Deps, count: number): Promise<void> {
  const { db, clock } = deps;
  const [event] = await listEvents(db, ['published', 'draft', 'archived']);
  if (!event) throw new Error('Load the demo or create an event first.');
  const start = clock.now().getTime();
  // Drawn by lot: a process in a container may have the same number each time.
  const run = randomInt(36 ** 4).toString(36);
  for (let from = 0; from < count; from += BATCH) {
    await db.transaction(async (trx) => {
      for (let number = from; number < Math.min(from + BATCH, count); number += 1) {
        const code = `${run}${number.toString(36).padStart(5, '0')}`.toUpperCase();
        const at = new Date(start - (count - number) * 60_000);
        await seedRequest(trx, event, { number, code, now: clock.now() }, at);
      }
    });
  }
  // They bear earlier dates, so the figures go through everything.
  await countRequests(deps, { all: true });
}

async function seedRequest(
  db: Parameters<typeof insertRequests>[0],
  event: Event,
  { number, code, now }: { number: number; code: string; now: Date },
  at: Date,
): Promise<void> {
  const [request] = await insertRequests(db, [
    {
      eventId: event.id,
      reference: `${event.shortCode}-Z${code}`,
      lang: 'de',
      submission: `seed-${code}`,
      input: inputFor(number, code),
      at,
    },
  ]);
  const state = STATES[number % STATES.length] ?? 'received';
  const decision = decisionFor(state, number, at, now);
  const change = { state, shownState: state, confirmedAt: at, ...(decision ? { decision } : {}) };
  await changeRequest(db, request!, change, decision?.at ?? at);
  await addHistory(db, request!.id, {
    step: 'confirm',
    state: 'received',
    actor: 'applicant',
    actorName: '',
    details: {},
    at,
    shownAt: at,
  });
}

/** After some minutes to some hours, never in the future. */
function decisionFor(state: State, number: number, confirmedAt: Date, now: Date) {
  const decision = DECISIONS[state];
  const after = (1 + (number % 50)) * 36 * 60_000;
  const at = new Date(Math.min(confirmedAt.getTime() + after, now.getTime()));
  return decision && { decision, reason: 'capacity', text: '', limits: '', at };
}

function inputFor(number: number, code: string): RequestInput {
  return {
    firstName: `Person${number}`,
    lastName: 'Mustermann',
    email: `person-${code.toLowerCase()}@muster.example`,
    phone: '',
    jobTitle: 'Redaktion',
    outletName: `Musterblatt ${number % 300}`,
    outletType: OUTLET_TYPES[number % OUTLET_TYPES.length] ?? 'print',
    outletWebsite: 'https://musterblatt.example',
    editorialContact: '',
    workArea: WORK_AREAS[number % WORK_AREAS.length] ?? 'text',
    proofKind: 'imprint',
    pressCardIssuer: '',
    pressCardNumber: '',
    pressCardYear: '',
    sampleUrl1: '',
    sampleUrl2: '',
    imprintUrl: 'https://musterblatt.example/impressum',
    equipmentNeeds: '',
    vehiclePlate: '',
    accessNeeds: '',
    note: '',
  };
}

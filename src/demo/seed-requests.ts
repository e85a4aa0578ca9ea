/** Volume for measurements: many confirmed requests in mixed states, without letters. */
import { randomInt } from 'node:crypto';
import {
  addHistory,
  changeRequest,
  insertRequests,
  OUTLET_TYPES,
  type RequestInput,
  type State,
  WORK_AREAS,
} from '../accreditation/index.js';
import { type Event, listEvents } from '../events/index.js';
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
const BATCH = 500;

/** Adds `count` requests to the newest event; throws when there is none. */
export async function seedRequests({ db, clock }: Deps, count: number): Promise<void> {
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
        await seedRequest(trx, event, { number, code }, at);
      }
    });
  }
}

async function seedRequest(
  db: Parameters<typeof insertRequests>[0],
  event: Event,
  { number, code }: { number: number; code: string },
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
  await changeRequest(db, request!, { state, shownState: state, confirmedAt: at }, at);
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

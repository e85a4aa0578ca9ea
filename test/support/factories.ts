/** Ready-made events, requests and files, so that a test names only what it is about. */
import sharp from 'sharp';
import {
  type AccreditationRequest,
  changeRequest,
  type RequestInput,
} from '../../src/accreditation/index.js';
import { confirmRequest } from '../../src/application/confirm-request.js';
import { type Submission, submitRequest } from '../../src/application/submit-request.js';
import { type Event, type EventInput, insertEvent, insertSlot, type Slot } from '../../src/events/index.js';
import type { Deps } from '../../src/platform/deps.js';

let count = 0;
const same = (text: string) => ({ de: text, en: text });

/** Published, open from 1 to 22 October 2024, 18:00; the day is 24 October 2024, 09:15 in Erfurt. */
export function anEvent({ db, clock }: Deps, overrides: Partial<EventInput> = {}): Promise<Event> {
  count += 1;
  const event: EventInput = {
    slug: `kongress-${count}`,
    shortCode: `K${count}`,
    state: 'published',
    startsAt: new Date('2024-10-24T07:15:00Z'),
    endsAt: new Date('2024-10-24T15:00:00Z'),
    pressEntryAt: new Date('2024-10-24T06:30:00Z'),
    accreditationOpensAt: new Date('2024-09-30T22:00:00Z'),
    accreditationClosesAt: new Date('2024-10-22T16:00:00Z'),
    answerBy: new Date('2024-10-23T10:00:00Z'),
    texts: {
      title: { de: 'Beispielkongress', en: 'Example congress' },
      summary: { de: 'Ein Tag über Beispiele.', en: 'A day about examples.' },
      place: { de: 'Erfurt, Musterhalle', en: 'Erfurt, Sample Hall' },
      directions: { de: 'Eingang Nord.', en: 'North entrance.' },
      allocationRule: same(''),
      organiser: { de: 'Musterministerium', en: 'Sample ministry' },
      contactName: { de: 'Presseteam Musterministerium', en: 'Press team, Sample ministry' },
    },
    programmeUrl: undefined,
    contactEmail: 'presse@ministerium.example',
    contactPhone: '+49 361 0000000',
    undoDelayMinutes: 10,
    fourEyes: false,
    releaseApproval: false,
    ...overrides,
  };
  return insertEvent(db, event, clock.now());
}

export function aSlot({ db }: Deps, event: Event, overrides: Partial<Omit<Slot, 'id'>> = {}): Promise<Slot> {
  count += 1;
  return insertSlot(db, {
    eventId: event.id,
    key: `slot-${count}`,
    kind: 'photo_call',
    startsAt: new Date('2024-10-24T07:00:00Z'),
    endsAt: new Date('2024-10-24T07:15:00Z'),
    capacity: 12,
    texts: { title: { de: 'Fototermin', en: 'Photo call' }, note: same('') },
    ...overrides,
  });
}

/** What the form asks for, filled in completely; the proof is an imprint entry. */
export function aRequestInput(overrides: Partial<RequestInput> = {}): RequestInput {
  return {
    firstName: 'Mara',
    lastName: 'Musterfeld',
    email: 'mara.musterfeld@beispielbote.example',
    phone: '+49 170 0000000',
    jobTitle: '',
    outletName: 'Beispielbote',
    outletType: 'print',
    outletWebsite: 'https://beispielbote.example',
    editorialContact: '',
    workArea: 'text',
    proofKind: 'imprint',
    pressCardIssuer: '',
    pressCardNumber: '',
    pressCardYear: '',
    sampleUrl1: '',
    sampleUrl2: '',
    imprintUrl: 'https://beispielbote.example/impressum',
    equipmentNeeds: '',
    vehiclePlate: '',
    accessNeeds: '',
    note: '',
    ...overrides,
  };
}

/** The same as the fields of a browser. */
export const aFilledForm = (overrides: Record<string, string | string[]> = {}) => ({
  ...aRequestInput(),
  privacyNotice: 'yes',
  ...overrides,
});

type RequestWishes = Partial<Omit<Submission, 'input'>> & { input?: Partial<RequestInput> };

/** Handed in, the address not confirmed yet; every call is another person unless `input.email` says who. */
export async function anUnconfirmedRequest(
  deps: Deps,
  { input, ...wishes }: RequestWishes = {},
): Promise<AccreditationRequest> {
  count += 1;
  return submitRequest(deps, {
    event: wishes.event ?? (await anEvent(deps)),
    lang: 'de',
    nonce: `nonce-${count}`,
    input: aRequestInput({ email: `person-${count}@beispielbote.example`, ...input }),
    slotIds: [],
    ...wishes,
  });
}

/** Handed in and confirmed through the real acts: state `received`. */
export async function aRequest(deps: Deps, wishes: RequestWishes = {}): Promise<AccreditationRequest> {
  return confirmRequest(deps, await anUnconfirmedRequest(deps, wishes));
}

/** Taken back by the applicant. */
export function aWithdrawal(deps: Deps, request: AccreditationRequest): Promise<AccreditationRequest> {
  return changeRequest(deps.db, request, { state: 'withdrawn', shownState: 'withdrawn' }, deps.clock.now());
}

/** A small PDF; `bytes` makes it at least that long. */
export function aPdf(bytes = 0): Buffer {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>',
  ];
  let text = `%PDF-1.4\n%${'x'.repeat(bytes)}\n`;
  const offsets = objects.map((object, at) => {
    const offset = text.length;
    text += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return String(offset).padStart(10, '0');
  });
  const start = text.length;
  const lines = offsets.map((offset) => `${offset} 00000 n \n`).join('');
  text += `xref\n0 4\n0000000000 65535 f \n${lines}trailer << /Size 4 /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}

const picture = () =>
  sharp({ create: { width: 60, height: 40, channels: 3, background: { r: 11, g: 74, b: 143 } } });

/** A photo as a phone makes it: with a place (GPS) and a camera in its metadata. */
export function aJpeg(): Promise<Buffer> {
  return picture()
    .withExif({
      IFD0: { Make: 'Musterkamera', Model: 'Serie 1' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '50/1 58/1 0/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '11/1 1/1 0/1',
      },
    })
    .jpeg()
    .toBuffer();
}

export const aPng = (): Promise<Buffer> => picture().png().toBuffer();

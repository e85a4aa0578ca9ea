/** Plays the requests of the demo through the same acts as real ones, each at its own time. */
import type { AccreditationRequest, RequestInput } from '../accreditation/index.js';
import { confirmRequest, submitRequest } from '../application/index.js';
import { decideRequest, NO_WORDS, type Ruling } from '../decisions/index.js';
import { type Event, listSlots } from '../events/index.js';
import type { Deps } from '../platform/deps.js';
import { type MailHooks, sendWaitingMails } from '../platform/outbox.js';
import type { Upload } from '../platform/uploads.js';
import { answerEnquiry, withdrawRequest } from '../selfservice/index.js';
import type { Member } from '../staff/index.js';
import { type DemoApplicant, type Outcome, readApplicants } from './demo-applicants.js';
import { drawCard, writeAssignment } from './demo-proofs.js';

const HOUR = 3_600_000;
/** Nothing of the demo happens after this instant: its clock starts five minutes later. */
const END = new Date('2024-10-10T08:55:00+02:00').getTime();

export async function loadDemoRequests(
  deps: Deps,
  { event, by, hooks }: { event: Event; by: Member; hooks: MailHooks },
): Promise<void> {
  const slots = new Map((await listSlots(deps.db, event.id)).map(({ key, id }) => [key, id]));
  for (const [number, applicant] of readApplicants().entries()) {
    const asked = new Date(`2024-10-${applicant.asked}:00+02:00`);
    const slotIds = (applicant.slots ?? []).flatMap((key) => slots.get(key) ?? []);
    const request = await ask(deps, { event, applicant, slotIds, number, asked, hooks });
    if (!applicant.unconfirmed) await play(deps, { ...request, asked, applicant, by, hooks });
  }
}

interface Asking {
  event: Event;
  applicant: DemoApplicant;
  slotIds: number[];
  number: number;
  asked: Date;
  hooks: MailHooks;
}

const atTime = (deps: Deps, at: Date): Deps => ({ ...deps, clock: { now: () => at } });

async function ask(
  deps: Deps,
  { event, applicant, slotIds, number, asked, hooks }: Asking,
): Promise<AccreditationRequest> {
  const request = await submitRequest(atTime(deps, asked), {
    event,
    lang: applicant.lang ?? 'de',
    nonce: `demo-${number}`,
    input: { ...EMPTY, ...applicant.input, email: applicant.input.email ?? addressOf(applicant) },
    slotIds,
    upload: await proofOf(applicant),
  });
  await send(deps, hooks, asked);
  if (applicant.unconfirmed) return request;
  // The letter with the link has to arrive before somebody can follow it.
  const at = new Date(asked.getTime() + 180_000);
  const confirmed = await confirmRequest(atTime(deps, at), request);
  await send(deps, hooks, at);
  return confirmed;
}

interface Playing extends Pick<AccreditationRequest, 'id' | 'reference'> {
  asked: Date;
  applicant: DemoApplicant;
  by: Member;
  hooks: MailHooks;
}

/** What happened to the request after it came in, a working day between two steps. */
async function play(deps: Deps, playing: Playing): Promise<void> {
  const { asked, applicant, hooks } = playing;
  for (const [step, outcome] of (applicant.then ?? []).entries()) {
    const at = new Date(Math.min(asked.getTime() + (step + 1) * 23 * HOUR, END - (5 - step) * 60_000));
    await take(atTime(deps, at), playing, outcome);
    await send(deps, hooks, at);
  }
}

async function take(deps: Deps, { id, reference, by, applicant }: Playing, outcome: Outcome): Promise<void> {
  if (outcome.do === 'withdraw') return withdrawRequest(deps, id);
  if (outcome.do === 'answer') {
    const upload = outcome.file ? await writeAssignment(applicant.input) : undefined;
    return answerEnquiry(deps, id, { text: outcome.text, upload, submission: `demo-answer-${id}` });
  }
  await decideRequest(deps, { reference, version: undefined, ruling: rulingOf(outcome), by });
}

function rulingOf(outcome: Exclude<Outcome, { do: 'answer' | 'withdraw' }>): Ruling {
  if (outcome.do !== 'approve') {
    const due = outcome.do === 'enquire' ? new Date('2024-10-14T18:00:00+02:00') : undefined;
    return { ...NO_WORDS, decision: outcome.do, reason: outcome.reason, text: outcome.text, due };
  }
  return outcome.limits
    ? { ...NO_WORDS, decision: 'approve_limited', reason: 'area', limits: outcome.limits }
    : { ...NO_WORDS, decision: 'approve' };
}

/** The letters of the demo count as sent at their time; none leaves the house, and no attachment is drawn for them. */
async function send(deps: Deps, hooks: MailHooks, at: Date): Promise<void> {
  const nothing = async () => ({ filename: '', content: Buffer.alloc(0), contentType: '' });
  const attachments = Object.fromEntries(Object.keys(hooks.attachments).map((kind) => [kind, nothing]));
  const transport = { send: async () => undefined, close: () => undefined };
  const until = new Date(at.getTime() + HOUR);
  await sendWaitingMails(atTime(deps, at), { ...hooks, attachments }, transport, { until });
}

async function proofOf({ file, input }: DemoApplicant): Promise<Upload | undefined> {
  if (file === 'card') return drawCard(input, input.pressCardNumber ?? '');
  return file === 'letter' ? writeAssignment(input) : undefined;
}

const PLAIN: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' };

function addressOf({ input }: DemoApplicant): string {
  const plain = (text: string) =>
    text
      .toLowerCase()
      .replace(/[äöüß]/g, (letter) => PLAIN[letter] ?? '')
      .replace(/[^a-z]/g, '');
  return `${plain(input.firstName)}.${plain(input.lastName)}@${plain(input.outletName)}.example`;
}

const EMPTY: RequestInput = {
  ...{ firstName: '', lastName: '', email: '', phone: '', jobTitle: '', outletName: '', outletType: 'print' },
  ...{ outletWebsite: '', editorialContact: '', workArea: 'text', proofKind: 'imprint', pressCardIssuer: '' },
  ...{ pressCardNumber: '', pressCardYear: '', sampleUrl1: '', sampleUrl2: '', imprintUrl: '' },
  ...{ equipmentNeeds: '', vehiclePlate: '', accessNeeds: '', note: '' },
};

/** A request as the queue shows it, and what the queue asks about several requests at once. */
import type { OutletType, ProofKind, State, WorkArea } from '../accreditation/index.js';
import type { Db } from '../platform/database.js';
import type { Lang } from '../platform/languages.js';
import type { QueueItem } from './queue.js';

export const QUEUE_COLUMNS: readonly (keyof QueueRow)[] = [
  'id',
  'event_id',
  'reference',
  'state',
  'language',
  'first_name',
  'last_name',
  'email',
  'outlet_name',
  'outlet_type',
  'outlet_website',
  'work_area',
  'proof_kind',
  'press_card_issuer',
  'press_card_year',
  'needs_reapproval',
  'answered',
  'enquiry_due_at',
  'decided_at',
  'assigned_to',
  'confirmed_at',
];

export interface QueueRow {
  id: number;
  event_id: number;
  reference: string;
  state: string;
  language: string;
  first_name: string;
  last_name: string;
  email: string;
  outlet_name: string;
  outlet_type: string;
  outlet_website: string;
  work_area: string;
  proof_kind: string;
  press_card_issuer: string;
  press_card_year: string;
  needs_reapproval: boolean | number;
  answered: boolean | number;
  enquiry_due_at: string | null;
  decided_at: string | null;
  assigned_to: number | null;
  confirmed_at: string;
}

export function toQueueItem(row: QueueRow): QueueItem {
  return {
    id: row.id,
    eventId: row.event_id,
    reference: row.reference,
    state: row.state as State,
    lang: row.language as Lang,
    firstName: row.first_name,
    lastName: row.last_name,
    email: row.email,
    outletName: row.outlet_name,
    outletType: row.outlet_type as OutletType,
    outletWebsite: row.outlet_website,
    workArea: row.work_area as WorkArea,
    proofKind: row.proof_kind as ProofKind,
    pressCardIssuer: row.press_card_issuer,
    pressCardYear: row.press_card_year,
    needsReapproval: Boolean(row.needs_reapproval),
    enquiryDueAt: row.enquiry_due_at ? new Date(row.enquiry_due_at) : undefined,
    decidedAt: row.decided_at ? new Date(row.decided_at) : undefined,
    assignedTo: row.assigned_to ?? undefined,
    confirmedAt: new Date(row.confirmed_at),
  };
}

export interface RowFacts {
  /** How many documents a request carries. */
  documents: Map<number, number>;
  /** When the latest answer to a further enquiry came. */
  answers: Map<number, Date>;
  /** A colleague who has it open at this moment, by number. */
  present: Map<number, number>;
}

/** What the rows of one page say beyond the request itself, in one statement. `realNow`: leases are kept in real time. */
export async function readRowFacts(
  db: Db,
  ids: readonly number[],
  { memberId, realNow }: { memberId: number; realNow: Date },
): Promise<RowFacts> {
  const present = db('request_presence')
    .whereRaw('request_id = requests.id')
    .where('until', '>', realNow.toISOString())
    .whereNot({ staff_id: memberId })
    .max('staff_id');
  const documents = db('request_documents').whereRaw('request_id = requests.id').count('*');
  const answer = db('request_history')
    .whereRaw('request_id = requests.id')
    .where({ step: 'answer' })
    .max('at');
  const rows: { id: number; documents: number | string; answer: string | null; present: number | null }[] =
    await db('accreditation_requests as requests')
      .whereIn('id', [...ids])
      .select(
        'id',
        db.raw('(?) as documents', [documents]),
        db.raw('(?) as answer', [answer]),
        db.raw('(?) as present', [present]),
      );
  return {
    documents: new Map(rows.map((row) => [row.id, Number(row.documents)])),
    answers: new Map(rows.flatMap(({ id, answer }) => (answer ? [[id, new Date(answer)]] : []))),
    present: new Map(rows.flatMap(({ id, present }) => (present ? [[id, Number(present)]] : []))),
  };
}

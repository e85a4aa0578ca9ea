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

/** How many documents each of these requests carries. */
export async function countDocuments(db: Db, ids: readonly number[]): Promise<Map<number, number>> {
  const rows: { request_id: number; count: string | number }[] = await db('request_documents')
    .whereIn('request_id', ids as number[])
    .groupBy('request_id')
    .select('request_id', db.raw('count(*) as count'));
  return new Map(rows.map((row) => [row.request_id, Number(row.count)]));
}

/** When the latest answer to a further enquiry came, by request. */
export async function listAnswers(db: Db, ids: readonly number[]): Promise<Map<number, Date>> {
  const rows: { request_id: number; latest: string }[] = await db('request_history')
    .whereIn('request_id', ids as number[])
    .where({ step: 'answer' })
    .groupBy('request_id')
    .select('request_id', db.raw('max(at) as latest'));
  return new Map(rows.map((row) => [row.request_id, new Date(row.latest)]));
}

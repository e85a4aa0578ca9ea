/** Every SQL statement about reminders: who is still to be reminded of what, and who was. */
import { APPROVED, OPEN } from '../accreditation/index.js';
import type { Db } from '../platform/database.js';
import type { Asked } from './due.js';

/** `enquiry`: the applicant was reminded; `silence`: the team was told that no answer came; `visit`: the event is near. */
export type Kind = 'enquiry' | 'silence' | 'visit';

export interface OpenEnquiry extends Asked {
  requestId: number;
  /** The number of its entry in the history. */
  enquiryId: number;
}

interface Window {
  /** Exclusive. */
  dueAfter?: Date;
  dueUntil: Date;
  /** The number of the last request seen; 0 at the start. */
  after: number;
  limit: number;
}

/** Enquiries whose letter has left and whose due date lies in the window, without this mark. */
export async function listUnmarkedEnquiries(
  db: Db,
  kind: Kind,
  { dueAfter, dueUntil, after, limit }: Window,
): Promise<OpenEnquiry[]> {
  const latest = db('request_history')
    .where({ step: 'enquire' })
    .whereNotNull('shown_at')
    .groupBy('request_id')
    .select('request_id')
    .max({ enquiry_id: 'id' })
    .as('latest');
  const rows = db('accreditation_requests as request')
    .join(latest, 'latest.request_id', 'request.id')
    .join('request_history as enquiry', 'enquiry.id', 'latest.enquiry_id')
    .where({ 'request.state': 'info_requested', 'request.shown_state': 'info_requested' })
    .where('request.enquiry_due_at', '<=', dueUntil.toISOString())
    .where('request.id', '>', after)
    .whereNotExists(
      db('request_reminders as mark')
        .whereRaw('mark.request_id = request.id and mark.about = cast(latest.enquiry_id as text)')
        .where('mark.kind', kind)
        .select('mark.request_id'),
    )
    .orderBy('request.id')
    .limit(limit)
    .select('request.id', 'request.enquiry_due_at', 'enquiry.shown_at', 'latest.enquiry_id');
  if (dueAfter) rows.where('request.enquiry_due_at', '>', dueAfter.toISOString());
  return (await rows).map((row) => ({
    requestId: row.id,
    enquiryId: row.enquiry_id,
    askedAt: new Date(row.shown_at),
    dueAt: new Date(row.enquiry_due_at),
  }));
}

/** The numbers of approved requests of an event that are not marked for this day. */
export async function listUnremindedVisits(
  db: Db,
  { eventId, day, after, limit }: { eventId: number; day: string; after: number; limit: number },
): Promise<number[]> {
  const rows: { id: number }[] = await db('accreditation_requests as request')
    .where({ 'request.event_id': eventId, 'request.kept': false })
    .whereIn('request.state', APPROVED as string[])
    .whereIn('request.shown_state', APPROVED as string[])
    .where('request.id', '>', after)
    .whereNotExists(
      db('request_reminders as mark')
        .whereRaw('mark.request_id = request.id')
        .where({ 'mark.kind': 'visit', 'mark.about': day })
        .select('mark.request_id'),
    )
    .orderBy('request.id')
    .limit(limit)
    .select('request.id');
  return rows.map(({ id }) => id);
}

/** False when it was marked before: whoever marks first writes the letter, in the same transaction. */
export async function markReminder(
  db: Db,
  { requestId, kind, about, at }: { requestId: number; kind: Kind; about: string; at: Date },
): Promise<boolean> {
  const marked = await db('request_reminders')
    .insert({ request_id: requestId, kind, about, at: at.toISOString() })
    .onConflict(['request_id', 'kind', 'about'])
    .ignore()
    .returning('request_id');
  return marked.length > 0;
}

/** False when the member was told on this day already. */
export async function markMember(db: Db, staffId: number, kind: string, day: string): Promise<boolean> {
  const row = { staff_id: staffId, kind };
  if ((await db('member_reminders').where(row).where('day', '<', day).update({ day })) > 0) return true;
  const marked = await db('member_reminders')
    .insert({ ...row, day })
    .onConflict(['staff_id', 'kind'])
    .ignore()
    .returning('staff_id');
  return marked.length > 0;
}

/** Members who were told on this day. */
export async function listMarkedMembers(db: Db, kind: string, day: string): Promise<number[]> {
  const rows = await db('member_reminders').where({ kind, day }).select('staff_id');
  return rows.map(({ staff_id }) => staff_id);
}

export interface OpenCount {
  eventId: number;
  assignedTo: number | undefined;
  count: number;
}

/** Undecided requests of these events, by who is in charge. */
export async function countUndecided(db: Db, eventIds: readonly number[]): Promise<OpenCount[]> {
  const rows: { event_id: number; assigned_to: number | null; count: string | number }[] = await db(
    'accreditation_requests',
  )
    .whereIn('event_id', eventIds as number[])
    .whereIn('state', OPEN as string[])
    .whereNotNull('confirmed_at')
    .groupBy('event_id', 'assigned_to')
    .select('event_id', 'assigned_to', db.raw('count(*) as count'));
  return rows.map((row) => ({
    eventId: row.event_id,
    assignedTo: row.assigned_to ?? undefined,
    count: Number(row.count),
  }));
}

/** References of an event's undecided requests, those that wait longest first. */
export async function listUndecided(db: Db, eventId: number, limit: number): Promise<string[]> {
  const rows = await db('accreditation_requests')
    .where({ event_id: eventId })
    .whereIn('state', OPEN as string[])
    .whereNotNull('confirmed_at')
    .orderBy([{ column: 'confirmed_at' }, { column: 'id' }])
    .limit(limit)
    .select('reference');
  return rows.map(({ reference }) => reference);
}

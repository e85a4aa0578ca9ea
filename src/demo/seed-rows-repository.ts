/** Writes what belongs to seeded requests in few statements: their states, histories, notes and messages. */
import { addHistories, type Decision, type HistoryEntry, type State } from '../accreditation/index.js';
import { type Db, isSqlite } from '../platform/database.js';

export interface SeedFate {
  id: number;
  state: State;
  assignedTo: number | null;
  at: Date;
  decidedAt: Date;
  note: string | undefined;
  message: string | undefined;
}

/** Confirming comes last, because from then on every note and message is indexed once more. */
export async function settleSeeds(db: Db, fates: readonly SeedFate[]): Promise<void> {
  await addHistories(db, fates.flatMap(historyOf));
  const notes = fates.filter(({ note }) => note);
  if (notes.length > 0)
    await db('request_notes').insert(
      notes.map(({ id, note, at }) => ({
        ...{ request_id: id, author: 'Ute Ordner', text: note, at: at.toISOString() },
      })),
    );
  const messages = fates.filter(({ message }) => message);
  if (messages.length > 0)
    await db('request_messages').insert(
      messages.map(({ id, message, at }) => ({
        ...{ request_id: id, direction: 'from_applicant', author: 'applicant', text: message },
        ...{ at: at.toISOString(), shown_at: at.toISOString() },
      })),
    );
  for (const { id, state, decidedAt } of fates) {
    const decision = DECISIONS[state];
    const empty = { decision_reason: 'capacity', decision_text: '', decision_limits: '' };
    if (decision)
      await db('accreditation_requests')
        .where({ id })
        .update({ ...empty, decision, decided_at: decidedAt.toISOString() });
  }
  for (const [key, group] of grouped(fates)) await confirm(db, key, group);
}

/** After much was written: what the planner knows of the tables, and on PostgreSQL what index-only reading needs. */
export async function noteVolume(db: Db): Promise<void> {
  if (isSqlite(db)) return;
  for (const table of ['accreditation_requests', 'request_words', 'request_history', 'request_messages'])
    await db.raw('vacuum analyze ??', [table]);
}

function historyOf({ id, state, at, message }: SeedFate): { requestId: number; entry: HistoryEntry }[] {
  const entry = { actor: 'applicant', actorName: '', details: {}, at, shownAt: at };
  const confirmed = {
    requestId: id,
    entry: { ...entry, step: 'confirm' as const, state: 'received' as const },
  };
  if (state !== 'in_review' || !message) return [confirmed];
  return [confirmed, { requestId: id, entry: { ...entry, step: 'answer', state } }];
}

function grouped(fates: readonly SeedFate[]): Map<string, SeedFate[]> {
  const groups = new Map<string, SeedFate[]>();
  for (const fate of fates) {
    const key = `${fate.state}/${fate.assignedTo}/${fate.state === 'approved' && fate.id % 20 === 0}`;
    groups.set(key, [...(groups.get(key) ?? []), fate]);
  }
  return groups;
}

const DECISIONS: Partial<Record<State, Decision>> = {
  info_requested: 'enquire',
  approved: 'approve',
  rejected: 'reject',
  waitlisted: 'waitlist',
};

async function confirm(db: Db, key: string, group: readonly SeedFate[]): Promise<void> {
  const { state, assignedTo } = group[0]!;
  await db('accreditation_requests')
    .whereIn(
      'id',
      group.map(({ id }) => id),
    )
    .update({
      ...{ state, shown_state: state, assigned_to: assignedTo, version: 2 },
      confirmed_at: db.ref('created_at'),
      live_key: db.raw("event_id || ':' || email_key"),
      ...(key.endsWith('true') ? { needs_reapproval: true } : {}),
    });
}

/** Reads the outbox in pages and counts it, for the page of the team. */
import type { Knex } from 'knex';
import type { Db } from './database.js';
import { type MailState, UNDELIVERED } from './mail-status.js';
import type { OutgoingMail } from './outbox.js';
import { type MailRow, toMail } from './outbox-repository.js';

/** Where a letter stands, as the team sorts them. */
export const MAIL_HEAPS = ['waiting', 'retry', 'undelivered', 'sent', 'cancelled'] as const;
export type MailHeap = (typeof MAIL_HEAPS)[number];

const STATES_OF: Record<MailHeap, readonly MailState[]> = {
  waiting: ['waiting', 'sending'],
  retry: ['waiting'],
  undelivered: UNDELIVERED,
  sent: ['sent'],
  cancelled: ['cancelled'],
};

/**
 * Whose letters are looked at: `request` finds those about `request:12`. Letters of the kinds in `always` belong to
 * them, those in `never` do not, whatever they are about. Undefined: all letters.
 */
export type Subjects =
  | { about: readonly string[]; always: readonly string[]; never: readonly string[] }
  | undefined;

/** The place of a letter in the list, newest first; two letters of one moment follow their number. */
export interface MailPlace {
  queuedAt: Date;
  id: number;
}

export interface MailPage {
  subjects: Subjects;
  heap: MailHeap | undefined;
  /** Part of an address or a subject line. */
  search: string;
  /** The place of the last letter of the page before. */
  before: MailPlace | undefined;
  limit: number;
}

/** Newest first. Letters of a mailing to many are told of by whoever started it, not one by one. */
export async function listMails(db: Db, page: MailPage): Promise<OutgoingMail[]> {
  const rows = await db<MailRow>('outgoing_mails')
    .where({ bulk: false })
    .modify(onlyAbout(page.subjects))
    .modify((query: Knex.QueryBuilder) => {
      if (page.heap) inHeap(query, page.heap);
      if (page.before) isOlder(query, page.before);
      if (page.search) search(query, page.search);
    })
    .orderBy([
      { column: 'queued_at', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .limit(page.limit);
  return rows.map(toMail);
}

function isOlder(query: Knex.QueryBuilder, { queuedAt, id }: MailPlace): void {
  const at = queuedAt.toISOString();
  query
    .where('queued_at', '<=', at)
    .where((older) => older.where('queued_at', '<', at).orWhere('id', '<', id));
}

export async function countMails(db: Db, subjects: Subjects): Promise<Record<MailHeap, number>> {
  const rows = (await db('outgoing_mails')
    .where({ bulk: false })
    .modify(onlyAbout(subjects))
    .groupBy('state')
    .select(
      'state',
      db.raw('count(*) as letters'),
      db.raw('count(case when tries > 0 then 1 end) as tried'),
    )) as {
    state: MailState;
    letters: string | number;
    tried: string | number;
  }[];
  const counts: Record<MailHeap, number> = { waiting: 0, retry: 0, undelivered: 0, sent: 0, cancelled: 0 };
  for (const { state, letters, tried } of rows) {
    const again = state === 'waiting' ? Number(tried) : 0;
    counts.retry += again;
    counts[heapOf(state)] += Number(letters) - again;
  }
  return counts;
}

/** Quick by its index however many letters there are: the navigation of the desk asks for it on every page. */
export async function countUndeliveredMails(db: Db, subjects: Subjects): Promise<number> {
  const row = await db('outgoing_mails')
    .whereIn('state', UNDELIVERED)
    .where({ bulk: false })
    .modify(onlyAbout(subjects))
    .count({ count: '*' })
    .first();
  return Number(row?.count ?? 0);
}

const heapOf = (state: MailState): MailHeap =>
  MAIL_HEAPS.find((heap) => STATES_OF[heap].includes(state)) ?? 'sent';

export function isAbout(subjects: Subjects, { about, kind }: Pick<OutgoingMail, 'about' | 'kind'>): boolean {
  if (!subjects) return true;
  if (subjects.never.includes(kind)) return false;
  return subjects.always.includes(kind) || subjects.about.some((subject) => about?.startsWith(`${subject}:`));
}

const onlyAbout = (subjects: Subjects) => (query: Knex.QueryBuilder) => {
  if (!subjects) return;
  query.whereNotIn('kind', [...subjects.never]).where((some) => {
    some.whereIn('kind', [...subjects.always]);
    for (const subject of subjects.about) some.orWhere('about', 'like', `${subject}:%`);
  });
};

function inHeap(query: Knex.QueryBuilder, heap: MailHeap): void {
  query.whereIn('state', STATES_OF[heap]);
  if (heap === 'waiting') query.where((fresh) => fresh.where({ tries: 0 }).orWhere({ state: 'sending' }));
  if (heap === 'retry') query.where('tries', '>', 0);
}

function search(query: Knex.QueryBuilder, text: string): void {
  const pattern = `%${text.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
  query.whereRaw("(lower(recipient) like ? escape '\\' or lower(subject) like ? escape '\\')", [
    pattern,
    pattern,
  ]);
}

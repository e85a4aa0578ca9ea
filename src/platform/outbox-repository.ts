/** Every SQL statement about letters in the outbox. */
import { randomUUID } from 'node:crypto';
import type { Db } from './database.js';
import { Conflict, NotFound } from './errors.js';
import type { Lang } from './languages.js';
import { type MailState, type MailStep, mailStep } from './mail-status.js';
import type { AttachmentRef, Letter, OutgoingMail } from './outbox.js';
import { type Part, partOf, readPart } from './together.js';

export interface MailRow {
  id: number;
  message_id: string;
  kind: string;
  recipient: string;
  language: string;
  subject: string;
  body: string;
  link: string | null;
  attachments: string;
  about: string | null;
  after_sent: string | null;
  state: string;
  tries: number;
  last_error: string | null;
  queued_at: string;
  not_before: string;
  bulk: boolean | number;
  claimed_by: string | null;
  claimed_until: string | null;
  sent_at: string | null;
}

export async function insertMail(db: Db, letter: Letter, at: Date): Promise<number> {
  const [row] = await db<MailRow>('outgoing_mails').insert(newRow(letter, at)).returning('id');
  return row!.id;
}

export type QueuedMail = Pick<MailRow, 'id' | 'about'>;

export function insertMails(db: Db, letters: readonly Letter[], at: Date): Promise<QueuedMail[]> {
  const rows = letters.map((letter) => newRow(letter, at));
  return db<MailRow>('outgoing_mails').insert(rows).returning(['id', 'about']);
}

function newRow(letter: Letter, at: Date) {
  return {
    message_id: randomUUID(),
    kind: letter.kind,
    recipient: letter.to,
    language: letter.lang,
    subject: letter.subject,
    body: letter.body,
    link: letter.link ? JSON.stringify(letter.link) : null,
    attachments: JSON.stringify(letter.attachments ?? []),
    about: letter.about ?? null,
    after_sent: letter.afterSent ?? null,
    state: 'waiting' as const,
    tries: 0,
    queued_at: at.toISOString(),
    not_before: (letter.notBefore ?? at).toISOString(),
    bulk: letter.bulk ?? false,
  };
}

/** The numbers of letters that may leave now, those to single people first; a letter whose sender died is due again. */
export async function listDueMails(db: Db, at: Date, realNow: Date, limit: number): Promise<number[]> {
  const rows = await db<MailRow>('outgoing_mails')
    .where((due) => due.where({ state: 'waiting' }).andWhere('not_before', '<=', at.toISOString()))
    .orWhere((stuck) =>
      stuck.where({ state: 'sending' }).andWhere('claimed_until', '<', realNow.toISOString()),
    )
    .orderBy(['bulk', 'id'])
    .limit(limit)
    .select('id');
  return rows.map((row) => row.id);
}

/** Takes the letter for this process; undefined when another process has it or it moved on. */
export async function claimMail(
  db: Db,
  id: number,
  owner: string,
  realNow: Date,
  until: Date,
): Promise<OutgoingMail | undefined> {
  const [row] = await db<MailRow>('outgoing_mails')
    .where({ id })
    .andWhere((free) =>
      free
        .where({ state: 'waiting' })
        .orWhere((stuck) =>
          stuck.where({ state: 'sending' }).andWhere('claimed_until', '<', realNow.toISOString()),
        ),
    )
    .update({
      state: 'sending',
      claimed_by: owner,
      claimed_until: until.toISOString(),
      tries: db.raw('tries + 1'),
    })
    .returning('*');
  return row && toMail(row);
}

export interface MailChange {
  step: Exclude<MailStep, 'claim'>;
  at: Date;
  error?: string;
  notBefore?: Date;
}

/** Moves a letter on by the table of its life; a Conflict when it has moved in the meantime. */
export async function changeMail(
  db: Db,
  id: number,
  { step, at, error, notBefore }: MailChange,
): Promise<void> {
  const { from, to } = mailStep(step);
  const changed = await db<MailRow>('outgoing_mails')
    .where({ id })
    .whereIn('state', from as readonly string[])
    .update({
      state: to,
      claimed_by: null,
      claimed_until: null,
      ...(to === 'sent' ? { sent_at: at.toISOString(), last_error: null } : {}),
      ...(error === undefined ? {} : { last_error: error.slice(0, 500) }),
      ...(notBefore ? { not_before: notBefore.toISOString() } : {}),
      ...(step === 'resend' ? freshStart() : {}),
    });
  if (changed === 0) throw new Conflict();
}

/** A new Message-ID, because mail programs hide a second letter under the same one. */
const freshStart = () => ({ tries: 0, message_id: randomUUID() });

export async function getMail(db: Db, id: number): Promise<OutgoingMail> {
  const row = await db<MailRow>('outgoing_mails').where({ id }).first();
  if (!row) throw new NotFound();
  return toMail(row);
}

export function listMailsAbout(db: Db, about: string): Promise<OutgoingMail[]> {
  return readPart(mailsPart(db, about));
}

export function mailsPart(db: Db, about: string): Part<OutgoingMail[]> {
  return partOf<Omit<MailRow, 'bulk'>, OutgoingMail[]>({
    rows: db('outgoing_mails').where({ about }),
    columns: {
      ...{ id: 'number', tries: 'number', message_id: 'text', kind: 'text', recipient: 'text' },
      ...{ language: 'text', subject: 'text', body: 'text', link: 'text', attachments: 'text' },
      ...{ about: 'text', after_sent: 'text', state: 'text', last_error: 'text', queued_at: 'text' },
      ...{ not_before: 'text', claimed_by: 'text', claimed_until: 'text', sent_at: 'text' },
    },
    order: ['id'],
    read: (rows) => rows.map(toMail),
  });
}

/** Letters about a record that is erased go with it. */
export async function deleteMailsAbout(db: Db, about: string): Promise<void> {
  await db('outgoing_mails').where({ about }).delete();
}

export function toMail(row: Omit<MailRow, 'bulk'>): OutgoingMail {
  return {
    id: row.id,
    messageId: row.message_id,
    kind: row.kind,
    to: row.recipient,
    lang: row.language as Lang,
    subject: row.subject,
    body: row.body,
    link: row.link ? JSON.parse(row.link) : undefined,
    attachments: JSON.parse(row.attachments) as AttachmentRef[],
    about: row.about ?? undefined,
    afterSent: row.after_sent ?? undefined,
    state: row.state as MailState,
    tries: row.tries,
    lastError: row.last_error ?? undefined,
    queuedAt: new Date(row.queued_at),
    notBefore: new Date(row.not_before),
    sentAt: row.sent_at ? new Date(row.sent_at) : undefined,
  };
}

/**
 * Letters wait in a table until they are sent, so that a decision and its letter are saved together or not at all.
 * Several processes may send at once: each letter is claimed first. A crash between sending and noting it down
 * repeats that one letter under the same Message-ID, which mail programs recognise.
 */
import { randomUUID } from 'node:crypto';
import type { Trx } from './database.js';
import type { Deps } from './deps.js';
import { Conflict, Refusal } from './errors.js';
import type { Lang } from './languages.js';
import { type Clearance, hookAbout, type MailHooks } from './mail-hooks.js';
import { type MailState, RETRY_MINUTES, toOwnReason } from './mail-status.js';
import type { MailTransport } from './mail-transport.js';
import {
  changeMail,
  claimMail,
  insertMail,
  insertMails,
  listDueMails,
  type QueuedMail,
} from './outbox-repository.js';
import { toToken } from './personal-links.js';
import { isRefusal, isUnknownMailbox } from './smtp-answers.js';

export type { Clearance, MailHooks } from './mail-hooks.js';

/** What to attach, made only while the letter is sent: `{ kind: 'badge', id: 12 }`. */
export interface AttachmentRef {
  kind: string;
  id: number;
}

export interface Letter {
  /** The name of its template, for the outbox page. */
  kind: string;
  to: string;
  lang: Lang;
  subject: string;
  /** Plain text; `{link}` is replaced by the personal link while sending. */
  body: string;
  link?: { path: string; purpose: string; id: number; version: number } | undefined;
  attachments?: AttachmentRef[];
  /** The record it belongs to, `request:12`. */
  about?: string | undefined;
  /** Name of the act that runs in the same transaction that notes the letter as sent for the first time. */
  afterSent?: string | undefined;
  /** Business time before which the letter stays (undo delay). */
  notBefore?: Date | undefined;
  /** One of many of the same mailing: leaves after the letters to single people, and is not listed by itself. */
  bulk?: boolean;
}

export interface OutgoingMail extends Letter {
  id: number;
  messageId: string;
  attachments: AttachmentRef[];
  state: MailState;
  tries: number;
  lastError: string | undefined;
  queuedAt: Date;
  notBefore: Date;
  /** The latest time; also set while a letter waits that left before. */
  sentAt: Date | undefined;
}

/** Part of the caller's transaction. Returns the number of the letter. */
export function queueMail(trx: Trx, letter: Letter, at: Date): Promise<number> {
  return insertMail(trx, letter, at);
}

/** Part of the caller's transaction. Returns the number of each letter with the record it is about, in any order. */
export function queueMails(trx: Trx, letters: readonly Letter[], at: Date): Promise<QueuedMail[]> {
  return insertMails(trx, letters, at);
}

const LEASE_MS = 120_000;
const owner = randomUUID();

interface SendingPass {
  until?: Date;
  limit?: number;
  /** True when the portal is stopping: the letter at hand is finished, no other one begun. */
  stopping?: () => boolean;
}

/** One pass: sends every letter that is due. `until` lets letters leave that still wait for their undo delay. */
export async function sendWaitingMails(
  deps: Deps,
  hooks: MailHooks,
  transport: MailTransport,
  { until = deps.clock.now(), limit = 200, stopping = () => false }: SendingPass = {},
): Promise<number> {
  let sent = 0;
  for (const id of await listDueMails(deps.db, until, deps.realClock.now(), limit)) {
    if (stopping()) break;
    const realNow = deps.realClock.now();
    const mail = await claimMail(deps.db, id, owner, realNow, new Date(realNow.getTime() + LEASE_MS));
    if (mail && (await sendUnlessGone(deps, hooks, transport, mail))) sent += 1;
  }
  return sent;
}

/** A letter that was erased with its record while the mail server took it has nothing left to note. */
async function sendUnlessGone(...sending: Parameters<typeof sendOne>): Promise<boolean> {
  try {
    return await sendOne(...sending);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return false;
  }
}

async function sendOne(
  deps: Deps,
  hooks: MailHooks,
  transport: MailTransport,
  mail: OutgoingMail,
): Promise<boolean> {
  try {
    const clearance = (await hookAbout(hooks.beforeSending, mail)?.(deps, mail)) ?? { headers: {} };
    if (!('headers' in clearance)) {
      await keepIn(deps, mail, clearance);
      return false;
    }
    await transport.send(await toMessage(deps, hooks, mail, clearance.headers));
  } catch (error) {
    await noteFailure(deps, hooks, mail, error);
    return false;
  }
  const at = deps.clock.now();
  await deps.db.transaction(async (trx) => {
    // The record before its letter, in the order in which erasing a record takes them.
    // Once: a letter that is sent again left before, and what followed it has happened.
    if (mail.afterSent && !mail.sentAt) await hooks.afterSent[mail.afterSent]?.(trx, mail, at);
    await changeMail(trx, mail.id, { step: 'send', at });
  });
  return true;
}

function keepIn(
  { db, clock }: Deps,
  { id }: OutgoingMail,
  verdict: Exclude<Clearance, { headers: object }>,
): Promise<void> {
  const at = clock.now();
  if ('wait' in verdict) return changeMail(db, id, { step: 'postpone', at, notBefore: verdict.wait });
  return changeMail(db, id, { step: 'withhold', at, error: toOwnReason(verdict.withhold) });
}

async function toMessage(deps: Deps, hooks: MailHooks, mail: OutgoingMail, headers: Record<string, string>) {
  const attachments = [];
  for (const { kind, id } of mail.attachments) {
    const make = hooks.attachments[kind];
    if (!make) throw new Error(`Nobody makes attachments of kind ${kind}`);
    attachments.push(await make(deps, id, mail));
  }
  const { messageId, to, subject, lang } = mail;
  return { messageId, to, subject, lang, text: bodyWithLink(deps, mail), attachments, headers };
}

/** The letter as its reader sees it; the only moment in which the personal link exists. */
export function bodyWithLink({ keys, config }: Deps, { body, link }: Pick<Letter, 'body' | 'link'>): string {
  if (!link) return body;
  return body.replaceAll('{link}', config.baseUrl + link.path.replace('TOKEN', toToken(keys, link)));
}

async function noteFailure(
  { db, clock, log }: Deps,
  hooks: MailHooks,
  mail: OutgoingMail,
  failure: unknown,
): Promise<void> {
  const error = failure instanceof Error ? failure : new Error(String(failure));
  const at = clock.now();
  const wait = RETRY_MINUTES[mail.tries - 1];
  log.warn(
    { mail: mail.id, tries: mail.tries, code: (error as { code?: string }).code },
    'a letter could not be sent',
  );
  const reason = error instanceof Refusal ? toOwnReason(error.message) : error.message;
  const refused = error instanceof Refusal || isRefusal(error);
  if (refused || wait === undefined) {
    const noMailbox = isUnknownMailbox(error);
    return db.transaction(async (trx) => {
      await hookAbout(hooks.afterFailure, mail)?.(trx, mail, { at, noMailbox });
      await changeMail(trx, mail.id, { step: refused ? 'refuse' : 'giveUp', at, error: reason });
    });
  }
  const notBefore = new Date(at.getTime() + wait * 60_000);
  return changeMail(db, mail.id, { step: 'postpone', at, error: reason, notBefore });
}

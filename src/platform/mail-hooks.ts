/** What features do around the sending of their letters: made in `composition.ts`, so that the platform knows no feature. */
import type { Trx } from './database.js';
import type { Deps } from './deps.js';
import type { Attachment } from './mail-transport.js';
import type { OutgoingMail } from './outbox.js';

export interface MailHooks {
  /** Throws a Refusal when the letter must not leave (any more): it ends as refused, with that reason. */
  attachments: Record<string, (deps: Deps, id: number, mail: OutgoingMail) => Promise<Attachment>>;
  afterSent: Record<string, (trx: Trx, mail: OutgoingMail, at: Date) => Promise<void>>;
  /** Asked once more just before a letter leaves, by the kind of record it is about: `alert` for `alert:12`. */
  beforeSending: Record<string, (deps: Deps, mail: OutgoingMail) => Promise<Clearance>>;
  /** For a letter that is given up, by the same kind, in the transaction that notes it. */
  afterFailure: Record<string, (trx: Trx, mail: OutgoingMail, failure: Failure) => Promise<void>>;
}

/** Whether a letter may leave: now, with these headers of its own; at this business time; or not any more. */
export type Clearance = { headers: Record<string, string> } | { wait: Date } | { withhold: string };

export interface Failure {
  at: Date;
  /** The mail server says that there is no such mailbox, and not only that it dislikes the letter. */
  noMailbox: boolean;
}

/** The hook for letters about this kind of record. */
export const hookAbout = <Hook>(
  hooks: Record<string, Hook>,
  { about }: Pick<OutgoingMail, 'about'>,
): Hook | undefined => hooks[about?.split(':')[0] ?? ''];

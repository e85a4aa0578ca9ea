/** The life of a letter in the outbox, as one table. */
import type { Translate } from './i18n.js';

export const MAIL_STATES = [
  'waiting',
  'sending',
  'sent',
  'refused',
  'failed',
  'bounced',
  'cancelled',
] as const;
export type MailState = (typeof MAIL_STATES)[number];

interface Step {
  from: readonly MailState[];
  to: MailState;
}

const STEPS = {
  claim: { from: ['waiting', 'sending'], to: 'sending' },
  send: { from: ['sending'], to: 'sent' },
  /** A passing fault: the mail server is down or says "later". */
  postpone: { from: ['sending'], to: 'waiting' },
  /** The mail server will not take it for this address: another try is useless. */
  refuse: { from: ['sending'], to: 'refused' },
  /** Overtaken while it waited: it must not leave any more. */
  withhold: { from: ['sending'], to: 'cancelled' },
  /** Given up after the last try. */
  giveUp: { from: ['sending'], to: 'failed' },
  /** The team saw it come back. */
  bounce: { from: ['sent'], to: 'bounced' },
  cancel: { from: ['waiting'], to: 'cancelled' },
  resend: { from: ['sent', 'refused', 'failed', 'bounced'], to: 'waiting' },
} as const satisfies Record<string, Step>;
export type MailStep = keyof typeof STEPS;

export function mailStep(step: MailStep): Step {
  return STEPS[step];
}

export function allowsStep(state: MailState, step: MailStep): boolean {
  return (STEPS[step].from as readonly MailState[]).includes(state);
}

/** States in which a letter did not reach its reader. */
export const UNDELIVERED: readonly MailState[] = ['refused', 'failed', 'bounced'];

/** Minutes until the next try, by the number of tries so far; after the last one the letter is given up. */
export const RETRY_MINUTES = [1, 5, 15, 60, 240, 720, 1440] as const;

/** Marks a reason of our own among what mail servers say: behind it stands the key of its text. */
const OWN_REASON = 'text:';

export const toOwnReason = (key: string): string => OWN_REASON + key;

/** The portal itself kept the letter in, so it says nothing about the address. */
export const isWithheld = ({ lastError }: { lastError: string | undefined }): boolean =>
  lastError?.startsWith(OWN_REASON) ?? false;

/** Our own reason in the reader's language; what the mail server said, as it said it. */
export function reasonText(t: Translate, mail: { lastError: string | undefined }): string {
  const { lastError = '' } = mail;
  return isWithheld(mail) ? t(lastError.slice(OWN_REASON.length)) : lastError;
}

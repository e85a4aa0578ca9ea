/** Somebody enters an address: it gets a letter with the link that confirms it, or, known already, one that says so. */
import { readOperator } from '../operator/index.js';
import type { Trx } from '../platform/database.js';
import type { Deps } from '../platform/deps.js';
import type { Lang } from '../platform/languages.js';
import { type Letter, queueMail } from '../platform/outbox.js';
import { listMailsAbout } from '../platform/outbox-repository.js';
import { confirmLetter, subscribedLetter } from './mails.js';
import { type Subscriber, subjectOf, type Wishes } from './subscriber.js';
import { askAgain, ensureSubscriber } from './subscriber-repository.js';

export interface Subscription {
  email: string;
  lang: Lang;
  wishes: Wishes;
  /** The mailbox has had its letters for now: everything is kept, nothing is sent. */
  quiet: boolean;
}

/** Changes nothing about a confirmed address, whoever enters it. The caller answers the same either way. */
export function subscribeAddress(
  deps: Deps,
  { email, lang, wishes, quiet }: Subscription,
): Promise<Pick<Subscriber, 'id'>> {
  const at = deps.clock.now();
  return deps.db.transaction(async (trx) => {
    const subscriber = await ensureSubscriber(trx, { email, lang, at });
    if (!subscriber.confirmedAt) await askAgain(trx, subscriber.id, { lang, wishes, at });
    if (quiet) return subscriber;
    const { operator } = await readOperator(trx);
    const letter = subscriber.confirmedAt
      ? await subscribedLetter(trx, operator, subscriber, lang)
      : await confirmLetter(trx, operator, { ...subscriber, lang, askedAt: at });
    if (!(await isUnderWay(trx, subscriber, letter))) await queueMail(trx, letter, at);
    return subscriber;
  });
}

/** A second click within the same moment is not a second letter. */
async function isUnderWay(trx: Trx, subscriber: Subscriber, letter: Letter): Promise<boolean> {
  const mails = await listMailsAbout(trx, subjectOf(subscriber));
  return mails.some(({ kind, state, tries }) => kind === letter.kind && state === 'waiting' && tries === 0);
}

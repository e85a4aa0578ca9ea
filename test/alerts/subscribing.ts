/** Ready-made subscribers and mailings, so that a test names only what it is about. */
import { carryOutMailings, startMailings } from '../../src/alerts/carry-out-mailings.js';
import { confirmSubscriber } from '../../src/alerts/confirm-subscriber.js';
import { subscribeAddress } from '../../src/alerts/subscribe-address.js';
import type { Subscriber, Wishes } from '../../src/alerts/subscriber.js';
import { findSubscriberByEmail } from '../../src/alerts/subscriber-repository.js';
import type { Deps } from '../../src/platform/deps.js';
import type { Lang } from '../../src/platform/languages.js';
import type { TestPortal } from '../support/portal.js';

let count = 0;

export const EVERYTHING: Wishes = { languages: ['de'], topics: ['all'] };

interface Wish {
  email?: string;
  wishes?: Wishes;
  lang?: Lang;
}

export async function anEntry(
  deps: Deps,
  { email, wishes = EVERYTHING, lang = 'de' }: Wish = {},
): Promise<Subscriber> {
  count += 1;
  const address = email ?? `leser-${count}@beispielbote.example`;
  await subscribeAddress(deps, { email: address, lang, wishes, quiet: false });
  return (await findSubscriberByEmail(deps.db, address))!;
}

/** Entered and confirmed through the real acts. */
export async function aSubscriber(deps: Deps, wish: Wish = {}): Promise<Subscriber> {
  return confirmSubscriber(deps, (await anEntry(deps, wish)).id);
}

/** One turn of the job. */
export async function mailOut(deps: Deps): Promise<void> {
  await startMailings(deps);
  await carryOutMailings(deps);
}

/** One turn of the job and of the outbox; what left for the press list, as `address: subject`. */
export async function sentBy(portal: TestPortal): Promise<string[]> {
  await mailOut(portal);
  const mails = await portal.sendMails();
  return mails
    .filter(({ headers }) => headers['List-Id'])
    .map(({ to, subject }) => `${to}: ${subject}`)
    .sort();
}

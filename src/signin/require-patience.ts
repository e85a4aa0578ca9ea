/** Slows down guessing: by network and account together, so that nobody is locked out by a stranger, and by network. */
import type { Request } from 'express';
import type { Deps } from '../platform/deps.js';
import { TooManyRequests } from '../platform/errors.js';
import { networkKey, type RateLimit, rateLimit } from '../platform/rate-limits.js';

export interface Patience {
  /** Before a try; throws TooManyRequests. */
  spend(req: Request, email: string): Promise<void>;
  /** After a try that was right. */
  clear(req: Request, email: string): Promise<void>;
}

const QUARTER = 15 * 60;
const HOUR = 3600;

/** Five tries at one account and sixty at all accounts in 15 minutes, per network. */
export function signInPatience(deps: Deps): Patience {
  return patience(deps, {
    account: rateLimit(deps, 'sign-in-account', 5, QUARTER),
    network: rateLimit(deps, 'sign-in-network', 60, QUARTER),
    key: 'signin:problems.tooManySignIns',
  });
}

/** Three letters to one account and twenty in all in an hour, per network. */
export function linkPatience(deps: Deps): Patience {
  return patience(deps, {
    account: rateLimit(deps, 'staff-link-account', 3, HOUR),
    network: rateLimit(deps, 'staff-link-network', 20, HOUR),
    key: 'signin:problems.tooManyLinks',
  });
}

function patience(
  deps: Deps,
  { account, network, key }: { account: RateLimit; network: RateLimit; key: string },
): Patience {
  const accountKey = (req: Request, email: string) =>
    deps.keys.sign('sign-in-account', `${networkKey(deps, req)} ${email}`);
  return {
    spend: async (req, email) => {
      try {
        await network.spend(networkKey(deps, req));
        await account.spend(accountKey(req, email));
      } catch (error) {
        throw error instanceof TooManyRequests ? new TooManyRequests(error.retryAfter, key) : error;
      }
    },
    clear: (req, email) => account.clear(accountKey(req, email)),
  };
}

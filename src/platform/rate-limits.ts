/** Rate limits that survive a restart. Addresses are kept only as a hash under a key that changes every day. */
import type { Request } from 'express';
import { RateLimiterPostgres, RateLimiterRes, RateLimiterSQLite } from 'rate-limiter-flexible';
import { type Db, isSqlite } from './database.js';
import type { Deps } from './deps.js';
import { TooManyRequests } from './errors.js';

export interface RateLimit {
  /** Throws TooManyRequests when the budget of this key is used up. */
  spend(key: string): Promise<void>;
  /** Gives the budget back, for instance after a successful sign-in. */
  clear(key: string): Promise<void>;
}

/** `points` acts within `seconds`, counted per key under `name`. */
export function rateLimit({ db, config }: Deps, name: string, points: number, seconds: number): RateLimit {
  if (!config.rateLimits) return { spend: async () => undefined, clear: async () => undefined };
  const options = {
    storeClient: db,
    storeType: 'knex',
    tableName: 'rate_limits',
    tableCreated: true,
    clearExpiredByTimeout: false,
    keyPrefix: name,
    points,
    duration: seconds,
  } as const;
  const limiter = isSqlite(db) ? new RateLimiterSQLite(options) : new RateLimiterPostgres(options);
  return {
    spend: async (key) => {
      try {
        await limiter.consume(key);
      } catch (refusal) {
        if (refusal instanceof RateLimiterRes)
          throw new TooManyRequests(Math.ceil(refusal.msBeforeNext / 1000));
        throw refusal;
      }
    },
    clear: async (key) => {
      await limiter.delete(key);
    },
  };
}

/** Rows whose time is over count for nothing. */
export async function deleteSpentRateLimits(db: Db, now: Date): Promise<void> {
  await db('rate_limits').where('expire', '<', now.getTime()).delete();
}

/** Spends silently: false when the budget of this key is used up. */
export async function hasBudget(limit: RateLimit, key: string): Promise<boolean> {
  try {
    await limit.spend(key);
    return true;
  } catch (refusal) {
    if (refusal instanceof TooManyRequests) return false;
    throw refusal;
  }
}

/** The network a request comes from, unreadable tomorrow. IPv6 is counted by its /64, which is one household. */
export function networkKey({ keys, realClock }: Deps, req: Request): string {
  const address = req.ip ?? '';
  const network =
    address.includes(':') && !address.includes('.') ? address.split(':').slice(0, 4).join(':') : address;
  return keys.sign(`network:${realClock.now().toISOString().slice(0, 10)}`, network);
}

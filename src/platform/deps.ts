/** What every feature is handed at start-up, built once in `main.ts` and once per test. */
import type { Knex } from 'knex';
import type { Clock } from './clock.js';
import type { Config } from './config.js';
import type { Files } from './files.js';
import type { Keys } from './keys.js';
import type { Log } from './log.js';

export interface Deps {
  db: Knex;
  /** The same data for pages that only read. */
  reader: Knex;
  /** Business time. */
  clock: Clock;
  /** Real time, for sessions, tokens and leases. */
  realClock: Clock;
  config: Config;
  keys: Keys;
  files: Files;
  log: Log;
}

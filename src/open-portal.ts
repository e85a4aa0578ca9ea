/** Opens what the server and the operators' commands both need: data folder, database, keys, files, clock, log. */
import { mkdirSync } from 'node:fs';
import { businessClock, realClock } from './platform/clock.js';
import type { Config } from './platform/config.js';
import { migrate, openDatabase, openReader } from './platform/database.js';
import type { Deps } from './platform/deps.js';
import { openFiles } from './platform/files.js';
import { openKeys, readSecret } from './platform/keys.js';
import { openLog } from './platform/log.js';
import { readLatestInstant } from './platform/portal-facts.js';

/** Brings the tables up to date; close with `closeDatabase`. */
export async function openPortal(config: Config): Promise<Deps> {
  mkdirSync(config.dataDir, { recursive: true, mode: 0o700 });
  const keys = openKeys(readSecret(config.dataDir, config.secretKey), config.secretKeyPrevious);
  const db = openDatabase(config.databaseUrl, config.dataDir);
  await migrate(db);
  return {
    db,
    reader: openReader(config.databaseUrl, config.dataDir, db),
    clock: businessClock(config.clockStart, await readLatestInstant(db)),
    realClock,
    config,
    keys,
    files: openFiles(config.dataDir, keys),
    log: openLog(config.logLevel),
  };
}

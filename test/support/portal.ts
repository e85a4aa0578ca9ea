/** The real portal on an empty database, with a clock that stands still until a test moves it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Express } from 'express';
import { createApp } from '../../src/app.js';
import { mailHooks } from '../../src/composition.js';
import { realClock } from '../../src/platform/clock.js';
import { type Config, readConfig } from '../../src/platform/config.js';
import { openPostgres } from '../../src/platform/database.js';
import type { Deps } from '../../src/platform/deps.js';
import { openFiles } from '../../src/platform/files.js';
import { openKeys } from '../../src/platform/keys.js';
import { openLog } from '../../src/platform/log.js';
import type { MailMessage } from '../../src/platform/mail-transport.js';
import { sendWaitingMails } from '../../src/platform/outbox.js';
import { freshPostgres } from './postgres.js';
import { freshSqlite } from './sqlite.js';

/** 10 October 2024, 09:00 in Erfurt. */
export const MORNING = new Date('2024-10-10T07:00:00Z');

export type Engine = 'sqlite' | 'postgres';

export interface TestPortal extends Deps {
  app: Express;
  /** Moves business time. */
  moveClock(to: Date): void;
  /** One pass of the outbox into a list; `until` also lets letters leave that wait for their undo delay. */
  sendMails(until?: Date): Promise<MailMessage[]>;
  close(): Promise<void>;
}

export async function openPortal(
  engine: Engine = 'sqlite',
  settings: Partial<Config> = {},
): Promise<TestPortal> {
  const dataDir = mkdtempSync(join(tmpdir(), 'portal-test-'));
  const database = engine === 'sqlite' ? undefined : await freshPostgres();
  const db = database ? openPostgres(database.url) : await freshSqlite();
  const keys = openKeys('a secret for tests, at least 32 long');
  let now = MORNING;
  const deps: Deps = {
    db,
    // An SQLite database in memory exists in its own connection only.
    reader: db,
    clock: { now: () => now },
    realClock,
    config: {
      ...readConfig({ NODE_ENV: 'test', DATA_DIR: dataDir, BASE_URL: 'https://press.example' }),
      rateLimits: false,
      ...settings,
    },
    keys,
    files: openFiles(dataDir, keys),
    log: openLog('silent'),
  };
  return {
    ...deps,
    app: createApp(deps),
    moveClock: (to) => {
      now = to;
    },
    sendMails: async (until) => {
      const sent: MailMessage[] = [];
      const transport = {
        send: async (message: MailMessage) => void sent.push(message),
        close: () => undefined,
      };
      await sendWaitingMails(deps, mailHooks, transport, until ? { until } : {});
      return sent;
    },
    close: async () => {
      await db.destroy();
      database?.release();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** The same sentences on SQLite and on PostgreSQL. */
export function onBothDatabases(
  name: string,
  tests: (open: (settings?: Partial<Config>) => Promise<TestPortal>) => void,
): void {
  for (const engine of ['sqlite', 'postgres'] as const) {
    describe(`${name} (${engine})`, () => tests((settings) => openPortal(engine, settings)));
  }
}

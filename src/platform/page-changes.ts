/** On PostgreSQL, tells this process at once when another one (or a command) changed what public pages show. */
import pg from 'pg';
import type { Deps } from './deps.js';

/** The channel of the triggers in the migration `…_page_changes`. */
const CHANNEL = 'public_pages';
const RETRY_MS = 2000;

export interface Watch {
  stop(): Promise<void>;
}

/**
 * Calls back after each commit that touched such a table. On SQLite a command is the only other process; what it changes
 * shows within the second for which pages are kept. The same holds here while the connection is lost.
 */
export async function watchPageChanges({ config, log }: Deps, changed: () => void): Promise<Watch> {
  const { databaseUrl } = config;
  if (!databaseUrl) return { stop: async () => undefined };
  let client: pg.Client | undefined;
  let retry: NodeJS.Timeout | undefined;
  let stopped = false;

  const connect = async (): Promise<void> => {
    const opened = new pg.Client({ connectionString: databaseUrl });
    opened.on('notification', changed);
    opened.on('error', (error) => again(opened, error));
    try {
      await opened.connect();
      await opened.query(`LISTEN ${CHANNEL}`);
      client = opened;
      changed();
    } catch (error) {
      again(opened, error);
    }
  };
  const again = (failed: pg.Client, error: unknown) => {
    failed.removeAllListeners();
    failed.on('error', () => undefined);
    failed.end().catch(() => undefined);
    client = undefined;
    if (stopped) return;
    log.warn({ err: error }, 'changes of pages are not heard at the moment');
    retry = setTimeout(() => void connect(), RETRY_MS);
    retry.unref();
  };

  await connect();
  return {
    stop: async () => {
      stopped = true;
      clearTimeout(retry);
      await client?.end();
    },
  };
}

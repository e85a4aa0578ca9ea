/** A real portal is killed in the middle of a mailing, as by a power cut, and started again. */
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ParsedMail } from 'mailparser';
import { openPortal } from '../../src/open-portal.js';
import { readConfig } from '../../src/platform/config.js';
import { closeDatabase } from '../../src/platform/database.js';
import type { Deps } from '../../src/platform/deps.js';
import { addRelease } from '../newsroom/example-release.js';
import { type MailServer, startMailServer } from '../support/mail-server.js';
import { MORNING } from '../support/portal.js';
import { freePort, freshPostgres } from '../support/postgres.js';
import { aSubscriber } from './subscribing.js';

const MAIN = fileURLToPath(new URL('../../src/main.js', import.meta.url));
const READERS = 40;
const recipientOf = ({ to }: ParsedMail) => (Array.isArray(to) ? to[0] : to)?.text ?? '';

for (const engine of ['sqlite', 'postgres'] as const) {
  describe(`the mailings of a portal that is killed (${engine})`, () => {
    let folder: string;
    let server: MailServer;
    let database: Awaited<ReturnType<typeof freshPostgres>> | undefined;
    let running: ChildProcess | undefined;
    beforeEach(async () => {
      folder = mkdtempSync(join(tmpdir(), 'portal-alerts-'));
      server = await startMailServer();
      database = engine === 'postgres' ? await freshPostgres() : undefined;
    });
    afterEach(async () => {
      if (running?.exitCode === null && running.signalCode === null) {
        running.kill('SIGKILL');
        await once(running, 'exit');
      }
      await server.close();
      database?.release();
      rmSync(folder, { recursive: true, force: true });
    });

    const environment = (port: number) => ({
      ...{ NODE_ENV: 'test', NOW: MORNING.toISOString(), PORT: String(port), DATA_DIR: folder },
      ...{ SMTP_URL: server.url, LOG_LEVEL: 'silent' },
      ...(database ? { DATABASE_URL: database.url } : {}),
    });

    async function withDatabase(work: (deps: Deps) => Promise<unknown>): Promise<void> {
      const deps = await openPortal(readConfig(environment(1)));
      await work(deps);
      await closeDatabase(deps);
    }

    async function start(): Promise<ChildProcess> {
      const env = { PATH: process.env.PATH, ...environment(await freePort()) };
      running = spawn(process.execPath, [MAIN], { env, stdio: 'ignore' });
      return running;
    }

    async function until(isDone: () => boolean): Promise<void> {
      while (!isDone()) await new Promise((resolve) => setTimeout(resolve, 20));
    }

    it('reach everybody; one letter at most comes twice for each time, under the same Message-ID', async function () {
      this.timeout(180_000);
      await withDatabase(async (deps) => {
        for (let count = 0; count < READERS; count += 1) await aSubscriber(deps);
        await deps.db('outgoing_mails').delete();
        await addRelease(deps.db, { publishAt: deps.clock.now(), title: 'Für alle' });
      });
      const first = await start();
      await until(() => server.mails.length >= READERS / 4);
      first.kill('SIGKILL');
      await once(first, 'exit');
      assert.ok(server.mails.length < READERS, 'it was killed in the middle');
      await withDatabase(async ({ db }) => {
        // Nobody waits two minutes here for the lease of the letter that was on its way.
        await db('outgoing_mails')
          .where({ state: 'sending' })
          .update({ claimed_until: MORNING.toISOString() });
        await db('jobs').where({ state: 'running' }).update({ lease_until: MORNING.toISOString() });
      });
      const second = await start();
      await until(() => new Set(server.mails.map(recipientOf)).size === READERS);
      second.kill('SIGTERM');
      await once(second, 'exit');

      assert.ok(server.mails.length <= READERS + 1, `${server.mails.length} letters`);
      assert.equal(new Set(server.mails.map(({ messageId }) => messageId)).size, READERS);
      await withDatabase(async ({ db }) => {
        const [mailing, ...others] = await db('alert_mailings');
        assert.deepEqual([mailing.letters, mailing.sent, others.length], [READERS, READERS, 0]);
      });
    });
  });
}

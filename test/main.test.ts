import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from './support/postgres.js';

const MAIN = fileURLToPath(new URL('../src/main.js', import.meta.url));

describe('starting the portal', () => {
  const folder = mkdtempSync(join(tmpdir(), 'portal-start-'));
  let running: ChildProcess | undefined;
  after(() => {
    running?.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });

  /** Starts with this environment and returns everything printed until `until` appears or the process ends. */
  async function start(
    env: Record<string, string>,
    until: RegExp,
  ): Promise<{ printed: string; code: number | null }> {
    const child = spawn(process.execPath, [MAIN], {
      env: { PATH: process.env.PATH, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    running = child;
    let printed = '';
    const ended = once(child, 'exit');
    const seen = new Promise<void>((resolve) => {
      const collect = (chunk: Buffer) => {
        printed += chunk.toString();
        if (until.test(printed)) resolve();
      };
      child.stdout.on('data', collect);
      child.stderr.on('data', collect);
    });
    await Promise.race([seen, ended]);
    return { printed, code: child.exitCode };
  }

  it('loads the demo, prints the way in, serves, and ends cleanly when asked to', async () => {
    const port = await freePort();
    const dataDir = join(folder, 'demo');
    const { printed } = await start({ PORT: String(port), DATA_DIR: dataDir }, /staff\/sign-in\/\S+/);

    assert.match(printed, new RegExp(`http://localhost:${port}`));
    assert.equal(statSync(dataDir).mode & 0o777, 0o700);
    const home = await fetch(`http://127.0.0.1:${port}/de`);
    assert.match(await home.text(), /3\. Thüringer/);

    const ended = once(running!, 'exit');
    running!.kill('SIGTERM');
    assert.deepEqual(await ended, [0, null]);
  });

  it('starts again on what is there, without a second demo', async () => {
    const port = await freePort();
    await start({ PORT: String(port), DATA_DIR: join(folder, 'demo') }, /staff\/sign-in\/\S+/);

    const events = await (await fetch(`http://127.0.0.1:${port}/de/events`)).text();
    assert.equal(events.match(/href="\/de\/events\/e-government-kongress-2024"/g)?.length, 1);
    running!.kill('SIGTERM');
    await once(running!, 'exit');
  });

  it('ends within ten seconds also when the mail server hangs', async () => {
    const silent = createServer((socket) => void socket.write('220 silent\r\n')).listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const smtp = `smtp://127.0.0.1:${(silent.address() as AddressInfo).port}`;
    const port = await freePort();
    const connected = once(silent, 'connection');
    await start(
      { PORT: String(port), DATA_DIR: join(folder, 'silent'), SMTP_URL: smtp },
      /staff\/sign-in\/\S+/,
    );
    await connected;
    const ended = once(running!, 'exit');
    running!.kill('SIGTERM');
    assert.deepEqual(await ended, [0, null]);
    silent.close();
  });

  it('does not go back in business time when it starts again', async () => {
    const env = { DATA_DIR: join(folder, 'clock'), NOW: '2024-10-24T07:14:45Z' };
    const release = '/de/press/2024/';
    const visible = async (port: number) =>
      (await (await fetch(`http://127.0.0.1:${port}/de/press`)).text()).split(`href="${release}`).length;
    const first = await freePort();
    await start({ ...env, PORT: String(first) }, /staff\/sign-in\/\S+/);
    const before = await visible(first);
    while ((await visible(first)) === before) await new Promise((resolve) => setTimeout(resolve, 200));
    running!.kill('SIGTERM');
    await once(running!, 'exit');

    const second = await freePort();
    await start({ ...env, PORT: String(second) }, /staff\/sign-in\/\S+/);
    assert.ok((await visible(second)) > before, 'what was published stays published');
    running!.kill('SIGTERM');
    await once(running!, 'exit');
  });

  it('says in a sentence that the port is taken', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as AddressInfo;
    const { printed, code } = await start(
      { PORT: String(port), DATA_DIR: join(folder, 'demo') },
      /never printed/,
    );
    assert.equal(code, 1);
    assert.match(printed, /^PORT: \d+ is already in use/m);
    taken.close();
  });

  it('refuses to start in production with unsafe settings and names them', async () => {
    const { printed, code } = await start(
      {
        NODE_ENV: 'production',
        SECRET_KEY: 'short',
        NOW: '2024-10-10T09:00:00Z',
        DATA_DIR: join(folder, 'production'),
      },
      /never printed/,
    );
    assert.equal(code, 1);
    for (const name of ['BASE_URL', 'SMTP_URL', 'MAIL_FROM', 'PRESS_OFFICE_EMAIL', 'SECRET_KEY', 'NOW']) {
      assert.match(printed, new RegExp(`- ${name}:`));
    }
  });
});

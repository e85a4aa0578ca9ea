/** Starts a server as a process of its own and tells how long that took and how much memory it holds. */
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

export interface Started {
  url: string;
  /** Milliseconds from the start of the process to its first answer. */
  startMs: number;
  /** Seconds of processor time so far. */
  cpu(): number;
  /** Resident memory in MB. */
  memory(): number;
  stop(): Promise<void>;
}

export async function startServer(
  command: string[],
  { port, path, env = {} }: { port: number; path: string; env?: NodeJS.ProcessEnv },
): Promise<Started> {
  const begin = performance.now();
  const child = spawn(process.execPath, command, {
    // As `npm start` does.
    env: { ...process.env, MALLOC_ARENA_MAX: '2', ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const url = `http://127.0.0.1:${port}`;
  await waitFor(child, url + path);
  return {
    url,
    startMs: performance.now() - begin,
    cpu: () => {
      // Fields 14 and 15 of proc(5) stat; the second one holds the name, in parentheses.
      const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
      return (Number(fields[11]) + Number(fields[12])) / 100;
    },
    memory: () => {
      const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
      return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
    },
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve());
        child.kill('SIGTERM');
      }),
  };
}

async function waitFor(child: ChildProcess, url: string): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`The server ended before it answered (${child.exitCode})`);
    try {
      await (await fetch(url)).arrayBuffer();
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}

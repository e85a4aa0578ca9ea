/** The portal behind its page cache, listening. */
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createApp } from './app.js';
import { startCounting } from './counters/index.js';
import type { Deps } from './platform/deps.js';
import { cachePages } from './platform/page-cache.js';
import { watchPageChanges } from './platform/page-changes.js';

export interface Serving {
  server: Server;
  /** Where it listens, which is another one than asked for when that was 0. */
  port: number;
  /** Takes no new requests, finishes what runs, and waits for no idle connection. */
  stop(): Promise<void>;
}

/** Throws when the address is taken. */
export async function serve(deps: Deps, { port, host }: { port: number; host: string }): Promise<Serving> {
  const isAct = ({ method, url = '' }: IncomingMessage) =>
    method !== 'GET' && method !== 'HEAD' && url.startsWith('/staff');
  const pages = cachePages(createApp(deps), { ...deps, isAct });
  const counting = startCounting(deps, pages.listener);
  const server = createServer(counting.listener).listen(port, host);
  await new Promise<void>((resolve, reject) => server.once('listening', resolve).once('error', reject));
  const watch = await watchPageChanges(deps, pages.empty);
  return {
    server,
    port: (server.address() as AddressInfo).port,
    stop: async () => {
      await closeServer(server);
      await watch.stop();
      await counting.stop();
    },
  };
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), 8000).unref();
  });
}

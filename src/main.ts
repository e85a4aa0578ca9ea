/** Starts the portal. */
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createApp } from './app.js';
import { jobKinds, mailHooks } from './composition.js';
import { loadDemoIntoEmptyDatabase } from './demo/index.js';
import { greet } from './greeting.js';
import { openPortal } from './open-portal.js';
import { startBackground } from './platform/background.js';
import { ConfigError, readConfig, sayWhatIsMissing } from './platform/config.js';
import { closeDatabase } from './platform/database.js';
import { openMailTransport } from './platform/mail-transport.js';

async function start(): Promise<void> {
  const config = readConfig(process.env);
  const deps = await openPortal(config);
  if (config.demoContent) await loadDemoIntoEmptyDatabase(deps, mailHooks);
  const transport = await openMailTransport(config);
  const server = createApp(deps).listen(config.port, config.host);
  await new Promise<void>((resolve, reject) => server.once('listening', resolve).once('error', reject));
  const background = startBackground(deps, { jobs: jobKinds, hooks: mailHooks, transport });
  await greet(deps, (server.address() as AddressInfo).port);

  const stop = async () => {
    // What still hangs then, a mail server for instance, is taken up again at the next start.
    setTimeout(() => process.exit(0), 9500).unref();
    await closeServer(server);
    await background.stop();
    transport.close();
    await closeDatabase(deps);
    process.exit(0);
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

/** Takes no new requests, finishes what runs, and waits for no idle connection. */
function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), 8000).unref();
  });
}

start().catch((error: unknown) => {
  console.error(error instanceof ConfigError ? error.message : sayWhatIsMissing(error));
  process.exit(1);
});

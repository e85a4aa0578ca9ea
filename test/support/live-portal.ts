/** The portal as a server of its own with the demo congress, a real mail server and its background work, for journeys. */
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createApp } from '../../src/app.js';
import { jobKinds, mailHooks } from '../../src/composition.js';
import { loadDemoIntoEmptyDatabase } from '../../src/demo/index.js';
import { startBackground } from '../../src/platform/background.js';
import type { Config } from '../../src/platform/config.js';
import { openMailTransport } from '../../src/platform/mail-transport.js';
import { type MailServer, startMailServer } from './mail-server.js';
import { type Engine, openPortal, type TestPortal } from './portal.js';
import { freePort } from './postgres.js';

export interface LivePortal extends TestPortal {
  /** http://localhost:PORT */
  url: string;
  mails: MailServer;
}

export async function openLivePortal(engine: Engine = 'sqlite', settings: Partial<Config> = {}): Promise<LivePortal> {
  const mails = await startMailServer();
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const portal = await openPortal(engine, { baseUrl: url, smtpUrl: mails.url, clockStart: new Date(), ...settings });
  await loadDemoIntoEmptyDatabase(portal, mailHooks);
  const transport = await openMailTransport(portal.config);
  const server: Server = createApp(portal).listen(port, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const background = startBackground(portal, { jobs: jobKinds, hooks: mailHooks, transport });
  return {
    ...portal,
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    mails,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await background.stop();
      transport.close();
      await mails.stop();
      await portal.close();
    },
  };
}

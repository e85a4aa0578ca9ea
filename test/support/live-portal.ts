/** The portal as a server of its own with the demo congress, a real mail server and its background work, for journeys. */
import type { Server, ServerResponse } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import type { ParsedMail } from 'mailparser';
import { jobKinds, mailHooks } from '../../src/composition.js';
import { loadDemoIntoEmptyDatabase } from '../../src/demo/index.js';
import { startBackground } from '../../src/platform/background.js';
import type { Config } from '../../src/platform/config.js';
import { openMailTransport } from '../../src/platform/mail-transport.js';
import { serve } from '../../src/serve.js';
import { type MailServer, startMailServer } from './mail-server.js';
import { type Engine, openPortal, type TestPortal } from './portal.js';
import { freePort } from './postgres.js';

export interface LivePortal extends TestPortal {
  /** http://localhost:PORT */
  url: string;
  mails: MailServer;
  /** Waits for a letter to this address whose subject fits; the outbox looks every second. */
  letterTo(address: string, subject: RegExp): Promise<ParsedMail>;
}

export async function openLivePortal(
  engine: Engine = 'sqlite',
  settings: Partial<Config> = {},
): Promise<LivePortal> {
  const mails = await startMailServer();
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const portal = await openPortal(engine, {
    baseUrl: url,
    smtpUrl: mails.url,
    clockStart: new Date(),
    ...settings,
  });
  await loadDemoIntoEmptyDatabase(portal, mailHooks);
  const transport = await openMailTransport(portal.config);
  const serving = await serve(portal, { port, host: '127.0.0.1' });
  const { server } = serving;
  const answers = watchAnswers(server);
  const background = startBackground(portal, { jobs: jobKinds, hooks: mailHooks, transport });
  return {
    ...portal,
    url,
    mails,
    letterTo: (address, subject) => waitForLetter(mails, address, subject),
    close: async () => {
      const stopped = serving.stop();
      await answers.done();
      server.closeAllConnections();
      await stopped;
      await background.stop();
      transport.close();
      await mails.close();
      await portal.close();
    },
  };
}

/**
 * Counts an answer until it is complete, also one for a browser that has gone: a sign of life of a page just left. A
 * file broken off by the browser never will be, so two seconds are enough.
 */
function watchAnswers(server: Server): { done(): Promise<void> } {
  const started = new Set<ServerResponse>();
  server.on('request', (_req, res) => {
    started.add(res);
    res.once('finish', () => started.delete(res));
  });
  return {
    done: async () => {
      const isUnderWay = () => [...started].some(({ writableEnded }) => !writableEnded);
      for (let tries = 0; tries < 100 && isUnderWay(); tries += 1) await setTimeout(20);
    },
  };
}

async function waitForLetter(server: MailServer, address: string, subject: RegExp): Promise<ParsedMail> {
  for (let tries = 0; tries < 150; tries += 1) {
    const found = server.mails.findLast(
      (mail) => recipientOf(mail) === address && subject.test(mail.subject ?? ''),
    );
    if (found) return found;
    await setTimeout(100);
  }
  const arrived = server.mails.map((mail) => `${recipientOf(mail)}: ${mail.subject}`);
  throw new Error(`No letter to ${address} with ${subject}; there came ${JSON.stringify(arrived)}`);
}

const recipientOf = ({ to }: ParsedMail): string => (Array.isArray(to) ? to[0] : to)?.value[0]?.address ?? '';

/** The first link of a letter that leads into the portal. */
export function linkIn(mail: ParsedMail): string {
  const link = /http:\/\/localhost:\d+\/\S+/.exec(mail.text ?? '')?.[0];
  if (!link) throw new Error(`No link in: ${mail.text}`);
  return link;
}

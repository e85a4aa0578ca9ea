/** Hands a letter to the mail server by SMTP, or writes it as an `.eml` file where none is set. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import nodemailer from 'nodemailer';
import type { Config } from './config.js';
import type { Lang } from './languages.js';

export interface Attachment {
  filename: string;
  content: Buffer;
  contentType: string;
}

export interface MailMessage {
  messageId: string;
  to: string;
  subject: string;
  lang: Lang;
  text: string;
  attachments: Attachment[];
  /** Besides those that every letter carries. */
  headers: Record<string, string>;
}

export interface MailTransport {
  /** Resolves when the mail server has taken the letter; rejects with nodemailer's error otherwise. */
  send(message: MailMessage): Promise<void>;
  close(): void;
}

/** One address and nothing else: a line break or a second address would redirect the letter. */
const ONE_ADDRESS = /^[^\s@<>,;:"()\\[\]]+@[^\s@<>,;:"()\\[\]]+$/;

/** Milliseconds; all together well below the lease of a letter, so that no second process takes it for abandoned. */
const PATIENCE = {
  connectionTimeout: 10_000,
  greetingTimeout: 10_000,
  socketTimeout: 30_000,
  dnsTimeout: 10_000,
};

export async function openMailTransport(config: Config): Promise<MailTransport> {
  const dkim = config.dkim && {
    domainName: config.dkim.domainName,
    keySelector: config.dkim.keySelector,
    privateKey: await readFile(config.dkim.keyFile, 'utf8'),
  };
  const toMail = (message: MailMessage) => withHeaders(config, message);
  if (!config.smtpUrl) return fileTransport(config, toMail);
  const url = config.smtpUrl;
  const dial = () => nodemailer.createTransport({ url, ...ONE_LINE, ...PATIENCE, ...(dkim ? { dkim } : {}) });
  return smtpTransport(dial, toMail);
}

/**
 * Letters that follow one another share a connection: greeting, encryption and sign-in anew for each of thousands would
 * take longer than the letters. Nodemailer does not try a letter again by itself; that is the outbox's task.
 */
const ONE_LINE = { pool: true, maxConnections: 1, maxMessages: 100, maxRequeues: 0 } as const;
/** Mail servers and firewalls forget idle connections, some without a word; the next letter would wait for nobody. */
const IDLE_MS = 5000;

function smtpTransport(
  dial: () => { sendMail(mail: object): Promise<unknown>; close(): void },
  toMail: (message: MailMessage) => object,
): MailTransport {
  let line: ReturnType<typeof dial> | undefined;
  let sending = 0;
  let idle: NodeJS.Timeout | undefined;
  const hangUp = () => {
    clearTimeout(idle);
    line?.close();
    line = undefined;
  };
  return {
    send: async (message) => {
      clearTimeout(idle);
      sending += 1;
      try {
        line ??= dial();
        await line.sendMail(toMail(message));
      } finally {
        sending -= 1;
        if (sending === 0) idle = setTimeout(hangUp, IDLE_MS).unref();
      }
    },
    close: hangUp,
  };
}

function fileTransport(config: Config, toMail: (message: MailMessage) => object): MailTransport {
  const folder = join(config.dataDir, 'mail');
  const writer = nodemailer.createTransport({ streamTransport: true, buffer: true });
  return {
    send: async (message) => {
      const { message: bytes } = await writer.sendMail(toMail(message));
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await writeFile(join(folder, `${message.messageId}.eml`), bytes as Buffer, { mode: 0o600 });
    },
    close: () => undefined,
  };
}

function withHeaders(config: Config, { messageId, to, lang, headers, ...letter }: MailMessage) {
  if (!ONE_ADDRESS.test(to)) {
    throw Object.assign(new Error('This is not one e-mail address'), { responseCode: 553 });
  }
  const domain = /@([^>\s]+)/.exec(config.mailFrom)?.[1] ?? 'localhost';
  return {
    from: config.mailFrom,
    replyTo: config.pressOfficeEmail,
    to,
    ...letter,
    messageId: `<${messageId}@${domain}>`,
    headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': lang, ...headers },
  };
}

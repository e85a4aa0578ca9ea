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
  const transport = nodemailer.createTransport({
    url: config.smtpUrl,
    ...PATIENCE,
    ...(dkim ? { dkim } : {}),
  });
  return {
    send: async (message) => {
      await transport.sendMail(toMail(message));
    },
    close: () => transport.close(),
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

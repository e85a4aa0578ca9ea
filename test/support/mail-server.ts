/** A real SMTP server on a free port: keeps what it gets, and can be told to refuse an address or to ask for patience. */
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

export interface MailServer {
  /** For `SMTP_URL`. */
  url: string;
  /** Everything taken so far, in the order of arrival. */
  mails: ParsedMail[];
  /** RCPT TO this address is answered with 550: never. */
  refuse(address: string): void;
  /** RCPT TO this address is answered with 451: later. */
  postpone(address: string): void;
  /** Every address is welcome again. */
  welcomeAll(): void;
  close(): Promise<void>;
}

export async function startMailServer(): Promise<MailServer> {
  const mails: ParsedMail[] = [];
  const answers = new Map<string, number>();
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo: ({ address }, _session, done) => {
      const code = answers.get(address);
      if (code === undefined) return done();
      done(
        Object.assign(new Error(code === 550 ? 'User unknown' : 'Please try again later'), {
          responseCode: code,
        }),
      );
    },
    onData: (stream, _session, done) => {
      simpleParser(stream).then((mail) => {
        mails.push(mail);
        done();
      }, done);
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as { port: number };
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    refuse: (address) => void answers.set(address, 550),
    postpone: (address) => void answers.set(address, 451),
    welcomeAll: () => answers.clear(),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** A real SMTP server on a free port: keeps what it gets, and can be told to refuse an address or to ask for patience. */
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

export interface MailServer {
  /** For `SMTP_URL`. */
  url: string;
  /** Everything taken so far, in the order of arrival. */
  mails: ParsedMail[];
  /** RCPT TO this address is answered with 550: never. `why` stands in the answer. */
  refuse(address: string, why?: string): void;
  /** RCPT TO this address is answered with 451: later. */
  postpone(address: string): void;
  /** How many connections there were. */
  connections(): number;
  /** Every address is welcome again. */
  welcomeAll(): void;
  close(): Promise<void>;
}

export async function startMailServer(): Promise<MailServer> {
  const mails: ParsedMail[] = [];
  const answers = new Map<string, { code: number; why: string }>();
  let connections = 0;
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    onConnect: (_session, done) => {
      connections += 1;
      done();
    },
    onRcptTo: ({ address }, _session, done) => {
      const answer = answers.get(address);
      if (!answer) return done();
      done(Object.assign(new Error(answer.why), { responseCode: answer.code }));
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
    refuse: (address, why = 'User unknown') => void answers.set(address, { code: 550, why }),
    postpone: (address) => void answers.set(address, { code: 451, why: 'Please try again later' }),
    connections: () => connections,
    welcomeAll: () => answers.clear(),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

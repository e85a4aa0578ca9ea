/** Everything the environment decides. No other file reads `process.env`. */
import { z } from 'zod';

/** 10 October 2024, 09:00 in Erfurt: accreditation for the demo congress is open. */
export const DEMO_START = '2024-10-10T09:00:00+02:00';

export interface Config {
  production: boolean;
  port: number;
  host: string;
  /** Prefix of links in mails, feeds and QR codes; without a slash at the end. */
  baseUrl: string;
  dataDir: string;
  databaseUrl: string | undefined;
  smtpUrl: string | undefined;
  mailFrom: string;
  pressOfficeEmail: string;
  dkim: { domainName: string; keySelector: string; keyFile: string } | undefined;
  secretKey: string | undefined;
  secretKeyPrevious: string | undefined;
  /** As Express understands it: hops, yes or no, or addresses. */
  trustProxy: string | number | boolean | undefined;
  logLevel: string;
  /** Where business time starts; undefined: real time. */
  clockStart: Date | undefined;
  rateLimits: boolean;
  demoContent: boolean;
}

/** The environment is missing something or unsafe; `problems` names each setting. */
export class ConfigError extends Error {
  constructor(readonly problems: string[]) {
    super(`The settings are not usable:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
  }
}

/** In the operator's words why the portal cannot start; the error itself where we do not know better. */
export function sayWhatIsMissing(error: unknown): unknown {
  const { code, address, port, path } = (error ?? {}) as NodeJS.ErrnoException & {
    address?: string;
    port?: number;
  };
  if (code === 'EADDRINUSE')
    return `PORT: ${port} is already in use at ${address}. Stop the other program or choose another PORT.`;
  if (code === 'EACCES' || code === 'ENOENT')
    return `${path}: cannot be read or written (${code}). Check DATA_DIR and DKIM_KEY_FILE.`;
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND')
    return `DATABASE_URL: nobody answers at ${address ?? 'that host'}${port ? `:${port}` : ''}.`;
  return error;
}

const text = z.string().trim().min(1).optional();
const environment = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  BASE_URL: z.url({ protocol: /^https?$/ }).optional(),
  DATA_DIR: z.string().default('./data'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must start with postgres://')
    .optional(),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, 'must start with smtp:// or smtps://')
    .optional(),
  MAIL_FROM: text,
  PRESS_OFFICE_EMAIL: text,
  DKIM_DOMAIN: text,
  DKIM_SELECTOR: text,
  DKIM_KEY_FILE: text,
  SECRET_KEY: z.string().optional(),
  SECRET_KEY_PREVIOUS: z.string().optional(),
  TRUST_PROXY: text,
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  NOW: z.union([z.literal('real'), z.iso.datetime({ offset: true, local: false })]).optional(),
  RATE_LIMITS: z.enum(['on', 'off']).default('on'),
});
type Environment = z.infer<typeof environment>;

/** Throws a ConfigError that names every setting that is wrong, not only the first. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const filled = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(filled);
  if (!parsed.success) {
    throw new ConfigError(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`));
  }
  const problems = problemsOf(parsed.data);
  if (problems.length > 0) throw new ConfigError(problems);
  return toConfig(parsed.data);
}

function problemsOf(env: Environment): string[] {
  const problems: string[] = [];
  const dkim = [env.DKIM_DOMAIN, env.DKIM_SELECTOR, env.DKIM_KEY_FILE];
  if (dkim.some(Boolean) && !dkim.every(Boolean)) {
    problems.push('DKIM_DOMAIN, DKIM_SELECTOR and DKIM_KEY_FILE belong together: set all three or none');
  }
  if (env.NODE_ENV !== 'production') return problems;
  for (const name of ['BASE_URL', 'SMTP_URL', 'MAIL_FROM', 'PRESS_OFFICE_EMAIL'] as const) {
    if (!env[name]) problems.push(`${name}: must be set in production`);
  }
  if (env.BASE_URL && !env.BASE_URL.startsWith('https://'))
    problems.push('BASE_URL: must start with https:// in production');
  if (env.SECRET_KEY && env.SECRET_KEY.length < 32)
    problems.push('SECRET_KEY: must have at least 32 characters');
  if (env.NOW && env.NOW !== 'real') problems.push('NOW: is for tests and demos, not for production');
  if (env.RATE_LIMITS === 'off') problems.push('RATE_LIMITS: cannot be off in production');
  return problems;
}

function toConfig(env: Environment): Config {
  const production = env.NODE_ENV === 'production';
  const demoContent = env.NODE_ENV === 'development';
  const start = env.NOW ?? (demoContent ? DEMO_START : 'real');
  return {
    production,
    port: env.PORT,
    host: env.HOST,
    baseUrl: (env.BASE_URL ?? `http://localhost:${env.PORT}`).replace(/\/+$/, ''),
    dataDir: env.DATA_DIR,
    databaseUrl: env.DATABASE_URL,
    smtpUrl: env.SMTP_URL,
    mailFrom: env.MAIL_FROM ?? 'Presseportal (Demo) <presseportal@demo.example>',
    pressOfficeEmail: env.PRESS_OFFICE_EMAIL ?? 'pressestelle@demo.example',
    dkim: env.DKIM_DOMAIN
      ? { domainName: env.DKIM_DOMAIN, keySelector: env.DKIM_SELECTOR!, keyFile: env.DKIM_KEY_FILE! }
      : undefined,
    secretKey: env.SECRET_KEY,
    secretKeyPrevious: env.SECRET_KEY_PREVIOUS,
    trustProxy: proxyTrust(env.TRUST_PROXY),
    logLevel: env.LOG_LEVEL,
    clockStart: production || start === 'real' ? undefined : new Date(start),
    rateLimits: env.RATE_LIMITS === 'on',
    demoContent,
  };
}

/** Express tells a number of hops from an address by its type: the text `1` would be the address 0.0.0.1. */
function proxyTrust(value: string | undefined): Config['trustProxy'] {
  if (value === 'true' || value === 'false') return value === 'true';
  return value !== undefined && /^\d+$/.test(value) ? Number(value) : value;
}

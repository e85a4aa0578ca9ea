/** JSON lines on stdout, without personal data: no addresses of people, no names, no tokens in paths. */
import pino, { type Logger } from 'pino';

export type Log = Logger;

export function openLog(level: string): Log {
  const serializers = { err: withoutPersons };
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers });
}

/**
 * What a log may say of an error. The message of a database error quotes the statement with its values, so only its
 * code, the broken constraint and the places in the code are kept.
 */
export function withoutPersons(error: unknown) {
  const { name, message, stack, code, constraint } = error as Error & { code?: string; constraint?: string };
  const places = (stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    type: name,
    message: isDatabaseError(error) ? undefined : message,
    code,
    constraint,
    stack: places.join('\n'),
  };
}

/** The same as one line, for tables that keep why something failed. */
export function reasonOf(error: unknown): string {
  const { message, code } = error as Error & { code?: string };
  return isDatabaseError(error) ? `database error ${code ?? ''}`.trim() : String(message ?? error);
}

function isDatabaseError(error: unknown): boolean {
  const { code, severity } = (error ?? {}) as { code?: unknown; severity?: unknown };
  return severity !== undefined || String(code ?? '').startsWith('SQLITE_');
}

/** Personal links carry their secret in the path; the log gets a placeholder instead. */
export function withoutSecrets(path: string): string {
  return path
    .replace(/[0-9a-z]{1,10}\.\d{1,9}\.[\w-]{32}/g, ':token')
    .replace(/(\/sign-in\/|\/invitation\/|\/password\/|\/preview\/)[^/?]+/g, '$1:token')
    .replace(/\?.*$/, '');
}

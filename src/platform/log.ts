/** JSON lines on stdout, without personal data: no addresses of people, no names, no tokens in paths. */
import pino, { type Logger } from 'pino';

export type Log = Logger;

export function openLog(level: string): Log {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
}

/** Personal links carry their secret in the path; the log gets a placeholder instead. */
export function withoutSecrets(path: string): string {
  return path
    .replace(/[0-9a-z]{1,10}\.\d{1,9}\.[\w-]{32}/g, ':token')
    .replace(/(\/sign-in\/|\/invitation\/|\/password\/|\/preview\/)[^/?]+/g, '$1:token')
    .replace(/\?.*$/, '');
}

/** Passwords of the team: one rule for choosing them, and Argon2id (RFC 9106, parameters of OWASP ASVS 5.0) for keeping them. */
import { hash, verify } from '@node-rs/argon2';

/** Length alone: no signs, no digits, no change by the calendar (BSI, NIST SP 800-63B). */
export const PASSWORD_LENGTH = 12;
/** Longer than anybody types, short enough not to keep the processor busy. */
export const PASSWORD_MAX = 200;

const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** 16 ms of work: never inside a transaction. */
export function hashPassword(password: string): Promise<string> {
  return hash(toOneSpelling(password), COST);
}

let nobody: Promise<string> | undefined;

/** Without a hash it works just as long against one that fits nothing, so that time does not tell who has an account. */
export async function fitsPassword(password: string, kept: string | undefined): Promise<boolean> {
  nobody ??= hashPassword('an account that does not exist');
  const fits = await verify(kept ?? (await nobody), toOneSpelling(password));
  return fits && kept !== undefined;
}

/** "é" typed as one sign or as two is the same password on every keyboard. */
const toOneSpelling = (password: string): string => password.normalize('NFKC');

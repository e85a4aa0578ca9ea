/**
 * All keys of the portal come from one secret: one derived key per purpose (HKDF, RFC 5869), so that what signs
 * cookies never signs links. The secret lives in the environment or in a file that only the portal's user can read.
 */
import { createHash, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { remember } from './remember.js';

export interface Keys {
  /** Names the current secret without telling it: 16 hexadecimal digits, kept with everything it protects. */
  readonly id: string;
  /** 32 bytes for this purpose under the current secret. */
  derive(purpose: string): Buffer;
  /** A signature of `text` that is good for this purpose only: 32 characters base64url (192 bits). */
  sign(purpose: string, text: string): string;
  /** Constant time; accepts the previous secret too, so that links in old mails survive a rotation. */
  verify(purpose: string, text: string, signature: string): boolean;
}

export function openKeys(secret: string, previous?: string): Keys {
  const derived = remember(200, (question: string) =>
    deriveFrom(...(JSON.parse(question) as [string, string])),
  );
  const sign = (root: string, purpose: string, text: string) =>
    createHmac('sha256', derived(JSON.stringify([root, purpose])))
      .update(text)
      .digest('base64url')
      .slice(0, 32);
  const secrets = previous ? [secret, previous] : [secret];
  return {
    id: createHash('sha256').update(`key id:${secret}`).digest('hex').slice(0, 16),
    derive: (purpose) => deriveFrom(secret, purpose),
    sign: (purpose, text) => sign(secret, purpose, text),
    verify: (purpose, text, signature) =>
      secrets.some((root) => sameText(sign(root, purpose, text), signature)),
  };
}

/** The secret from the environment, or one made once and kept in the data folder with mode 0600. */
export function readSecret(dataDir: string, fromEnvironment: string | undefined): string {
  if (fromEnvironment) return fromEnvironment;
  const file = join(dataDir, 'secret.key');
  if (!existsSync(file))
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' });
  return readFileSync(file, 'utf8').trim();
}

/** Compares two texts without telling by the time taken where they differ. */
export function sameText(a: string, b: string): boolean {
  const [left, right] = [a, b].map((text) => createHash('sha256').update(text).digest());
  return timingSafeEqual(left!, right!);
}

function deriveFrom(secret: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, 'press-portal', purpose, 32));
}

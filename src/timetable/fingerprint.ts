/** A short name for what an editor saw, so that a change in the meantime shows. */
import { createHash } from 'node:crypto';

export function fingerprint(seen: object): string {
  return createHash('sha256').update(JSON.stringify(seen)).digest('hex').slice(0, 16);
}

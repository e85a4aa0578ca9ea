/**
 * Personal links: the HMAC of purpose, record and version. The database holds nothing that could be stolen, and
 * raising the version of a record makes its old links worthless. Shape: `<id in base 36>.<version>.<32 characters>`.
 */
import type { Keys } from './keys.js';

export interface PersonalLink {
  /** What the link opens, for instance `status` or `confirm`; a link for one purpose never opens another. */
  purpose: string;
  id: number;
  version: number;
}

export function toToken(keys: Keys, { purpose, id, version }: PersonalLink): string {
  return `${id.toString(36)}.${version}.${keys.sign(`link:${purpose}`, `${id}:${version}`)}`;
}

/** The record and version a token was made for; undefined for anything we did not write and sign just so. */
export function readToken(keys: Keys, purpose: string, token: string): PersonalLink | undefined {
  const [, id36, version, signature] =
    /^([1-9a-z][0-9a-z]{0,9})\.(0|[1-9]\d{0,8})\.([\w-]{32})$/.exec(token) ?? [];
  if (!id36 || !version || !signature) return undefined;
  const link = { purpose, id: Number.parseInt(id36, 36), version: Number(version) };
  return keys.verify(`link:${purpose}`, `${link.id}:${link.version}`, signature) ? link : undefined;
}

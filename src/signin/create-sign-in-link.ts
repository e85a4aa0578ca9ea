/** The link that lets somebody in without a letter: for the terminal of the server. */
import type { Deps } from '../platform/deps.js';
import { toToken } from '../platform/personal-links.js';
import type { Member } from '../staff/index.js';
import { toPersonalLink } from './link.js';
import { insertLink } from './link-repository.js';
import { paths } from './paths.js';

/**
 * The path of a link that signs this member in once within 24 hours (an invited one accepts the invitation with it);
 * `config.baseUrl` goes before it.
 */
export async function createSignInLink({ db, keys, realClock }: Deps, member: Member): Promise<string> {
  const purpose = member.state === 'invited' ? 'invitation' : 'sign_in';
  const link = await db.transaction((trx) => insertLink(trx, member.id, purpose, realClock.now()));
  return paths.signInLink(toToken(keys, toPersonalLink(link)));
}

/** Members of the team for tests, and a browser in which one of them is signed in. */

import { createSignInLink } from '../../src/signin/index.js';
import { addStaff, type Member, type Role } from '../../src/staff/index.js';
import { type Browser, openBrowser } from './browser.js';
import type { TestPortal } from './portal.js';

let count = 0;

/** An active member with an invented name and an address of their own. */
export async function someMember(
  portal: TestPortal,
  role: Role = 'administrator',
  details: Partial<Pick<Member, 'email' | 'name' | 'language'>> = {},
): Promise<Member> {
  count += 1;
  const input = { email: `member${count}@behoerde.example`, name: `Mia Muster ${count}`, language: 'de' };
  const { member } = await addStaff(portal, { ...input, role, ...details } as Parameters<typeof addStaff>[1]);
  return member;
}

/** Signed in through the real one-time link. */
export async function signedIn(portal: TestPortal, member: Member): Promise<Browser> {
  const browser = openBrowser(portal.app);
  await browser.send(await createSignInLink(portal, member), {});
  return browser;
}

/** Somebody with this role, signed in. */
export async function signInAs(portal: TestPortal, role: Role): Promise<Browser & { member: Member }> {
  const member = await someMember(portal, role);
  return { ...(await signedIn(portal, member)), member };
}

/** Signs the demo's administrator in, as a browser would, and hands out the cookie. */
import { openPortal } from '../src/open-portal.js';
import { readConfig } from '../src/platform/config.js';
import { closeDatabase } from '../src/platform/database.js';
import { createSignInLink } from '../src/signin/index.js';
import { listMembers } from '../src/staff/index.js';

export async function signIn(settings: Record<string, string>, url: string): Promise<string> {
  const deps = await openPortal(readConfig(settings));
  const administrator = (await listMembers(deps.db)).find(({ role }) => role === 'administrator');
  if (!administrator) throw new Error('The demo has no administrator');
  const path = await createSignInLink(deps, administrator);
  await closeDatabase(deps);
  const shown = await fetch(url + path);
  const cookie = shown.headers.get('set-cookie')?.split(';')[0] ?? '';
  const formToken = /name="formToken" value="([^"]+)"/.exec(await shown.text())?.[1] ?? '';
  const signedIn = await fetch(url + path, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie },
    body: new URLSearchParams({ formToken }),
  });
  return signedIn.headers.get('set-cookie')?.split(';')[0] ?? cookie;
}

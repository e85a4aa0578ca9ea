/** The desk in a real browser: signing in by a one-time link, and finding what the demo holds. */
import type { Page } from 'playwright-core';
import { accreditationPaths, getRequest } from '../../src/accreditation/index.js';
import { createSignInLink } from '../../src/signin/index.js';
import { findMemberByEmail, type Role } from '../../src/staff/index.js';
import { tokenFor } from './applicant.js';
import { DESK, withPage } from './chromium.js';
import type { LivePortal } from './live-portal.js';

/** A browser of its own in which the demo's member with this role is signed in. */
export function atTheDesk<T>(
  portal: LivePortal,
  role: Role,
  work: (page: Page) => Promise<T>,
  options: Parameters<typeof withPage>[0] = {},
): Promise<T> {
  return withPage({ viewport: DESK, baseURL: portal.url, ...options }, async (page) => {
    const member = await findMemberByEmail(portal.db, `${role}@demo.example`);
    if (!member) throw new Error(`The demo has no ${role}`);
    await page.goto(await createSignInLink(portal, member));
    await page.locator('main button[type=submit]').first().click();
    await page.waitForURL(/\/staff(\?.*)?$/);
    return work(page);
  });
}

/** The reference of the demo's applicant with this surname, as the queue shows it. */
export async function referenceOf(portal: LivePortal, lastName: string): Promise<string> {
  const row = await portal.db('accreditation_requests').where({ last_name: lastName }).first('reference');
  return row.reference as string;
}

/** The address of this person's status page, as their letters name it. */
export async function statusPageOf(portal: LivePortal, lastName: string): Promise<string> {
  const request = await getRequest(portal.db, await referenceOf(portal, lastName));
  return portal.url + accreditationPaths.status(request.lang, tokenFor(portal, request));
}

/** Business time moves on by ten minutes: letters that waited for their undo delay may leave. */
export function letUndoDelayPass(portal: LivePortal): void {
  portal.moveClock(new Date(portal.clock.now().getTime() + 10 * 60_000));
}

/** A keyboard and nothing else at the desk: single keys, Tab until something is reached, Enter. */
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';

/** How long a page must have stood before a key saves something (`public/desk.js`), in milliseconds. */
const LOOKED_AT = 500;

/** From now on `press` does not wait for the half second in which a person looks at a page: its time moves on. */
export const lookQuickly = (page: Page): Promise<void> => page.clock.install();

/** Presses a key once the page counts keys that save something. */
export async function press(page: Page, key: string): Promise<void> {
  await page.locator('body[data-keys=ready]').waitFor();
  await page.keyboard.press(key);
}

/** Presses a key that opens another page, whose address must fit; it may be the same as before. */
export async function pressAndGo(page: Page, key: string, to: RegExp): Promise<void> {
  await Promise.all([page.waitForEvent('domcontentloaded'), press(page, key)]);
  assert.match(page.url(), to);
}

/** The same after `lookQuickly`. */
export async function glanceAndGo(page: Page, key: string, to: RegExp): Promise<void> {
  await page.clock.fastForward(LOOKED_AT);
  await pressAndGo(page, key, to);
}

/** Throws when so many presses do not reach it. */
export async function tabTo(page: Page, selector: string): Promise<void> {
  for (let tries = 0; tries < 80; tries += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return;
  }
  throw new Error(`The keyboard does not reach ${selector}`);
}

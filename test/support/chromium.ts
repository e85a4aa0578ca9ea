/** A real Chromium: CHROMIUM_PATH, the system's, or the one that npm installed. Opened once for all journeys. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import axe from 'axe-core';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core';

const ARGUMENTS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const INSTALLED = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

let opened: Promise<Browser> | undefined;

export function openChromium(): Promise<Browser> {
  opened ??= launch();
  return opened;
}

export async function closeChromium(): Promise<void> {
  await (await opened)?.close();
  opened = undefined;
}

async function launch(): Promise<Browser> {
  const installed = [process.env.CHROMIUM_PATH, ...INSTALLED].find((path) => path && existsSync(path));
  if (installed)
    return chromium.launch({ executablePath: installed, chromiumSandbox: false, args: ARGUMENTS });
  const { default: fromNpm } = await import('@sparticuz/chromium');
  return chromium.launch({
    executablePath: await fromNpm.executablePath(),
    chromiumSandbox: false,
    args: [...fromNpm.args.filter((argument) => argument !== '--single-process'), ...ARGUMENTS],
  });
}

/** A phone as narrow as WCAG asks for (1.4.10), and a desk. */
export const PHONE = { width: 320, height: 640 };
export const DESK = { width: 1280, height: 900 };

export async function withPage<T>(
  options: BrowserContextOptions,
  work: (page: Page, context: BrowserContext) => Promise<T>,
): Promise<T> {
  const context = await (await openChromium()).newContext({ viewport: DESK, locale: 'de-DE', ...options });
  try {
    context.setDefaultTimeout(10_000);
    return await work(await context.newPage(), context);
  } finally {
    await context.close();
  }
}

/** WCAG 2.2 A and AA: one line per finding, so that a failing test can be read. Axe is loaded once per page opened. */
export async function axeFindings(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() =>
    (window as unknown as { axe: typeof axe }).axe.run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
      resultTypes: ['violations'],
    }),
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      (node) => `${id}: ${node.target.join(' ')} ${node.failureSummary?.split('\n')[1]?.trim() ?? ''}`,
    ),
  );
}

/** Four looks at an open page: light and dark, on the narrowest phone and at a desk. Throws what is wrong, and where. */
export async function assertAccessible(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    for (const viewport of [PHONE, DESK]) {
      await page.setViewportSize(viewport);
      // At its end nothing lies half under the bar that a page of the desk keeps in sight: that would count as too small.
      await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
      const where = `${name}, ${colorScheme}, ${viewport.width} pixels wide`;
      assert.deepEqual(await axeFindings(page), [], where);
      assert.equal(await sidewaysScroll(page), 0, `${where}: has to be scrolled sideways`);
    }
  }
}

/** How many pixels a page is wider than the window: 0 where nobody has to scroll sideways. */
export function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { findBrowser, launchBrowser } from '../../support/browser.ts';
import type { FakeDesk } from '../../support/fake-desk.ts';
import type { RunningServer } from './web-server.ts';
import { startServer } from './web-server.ts';

const found = findBrowser();
if ('missing' in found) console.warn(`The tests of the web page in a browser are skipped: ${found.missing}.`);

/** Why the tests in a browser cannot run here; `undefined` when they can. */
export const missingBrowser: string | undefined = 'missing' in found ? found.missing : undefined;

export interface OpenedPage {
  readonly running: RunningServer;
  readonly context: BrowserContext;
  readonly page: Page;
}

/**
 * Before each test of the suite a server and an empty page in a fresh browser context; `opened` is told of them, and
 * again whenever a test opens others. No test may leave behind a script error, a dialog, a refusal by the content
 * security policy, or a request to elsewhere.
 */
export function usePage(suite: { createDesk: () => FakeDesk; opened: (now: OpenedPage) => void }) {
  let browser: Browser | undefined;
  let running: RunningServer | undefined;
  let context: BrowserContext | undefined;
  let troubles: string[] = [];

  beforeAll(async () => {
    if ('missing' in found) return;
    browser = await launchBrowser(found.path, ['--host-resolver-rules=MAP rebound.example 127.0.0.1']);
  }, 60_000);
  afterAll(() => browser?.close());
  beforeEach(() => restart({ desk: suite.createDesk() }));
  afterEach(async () => {
    await context?.close();
    await running?.server.close(0);
    expect(troubles).toEqual([]);
  });

  async function openContext(options: BrowserContextOptions = {}): Promise<void> {
    await context?.close();
    if (browser === undefined || running === undefined) throw new Error('The browser is not started.');
    const { origin } = running;
    context = await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce', ...options });
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    troubles = [];
    page.on('pageerror', (error) => troubles.push(`script error: ${error.message}`));
    page.on('dialog', (dialog) => troubles.push(`dialog: ${dialog.message()}`));
    page.on('console', (message) => {
      if (/content security|trusted|refused/i.test(message.text())) troubles.push(message.text());
    });
    page.on('request', (request) => {
      if (new URL(request.url()).origin !== origin) troubles.push(`request to ${request.url()}`);
    });
    suite.opened({ running, context, page });
  }

  /** Another server, and a page of it. */
  async function restart(options: Parameters<typeof startServer>[0]): Promise<void> {
    await running?.server.close(0);
    running = await startServer(options);
    await openContext();
  }

  return {
    openContext,
    restart,
    forgiveTroubles() {
      troubles = [];
    },
  };
}

export function hasFocus(locator: Locator): Promise<boolean> {
  return locator.evaluate((node) => node === node.ownerDocument.activeElement);
}

export async function pressUntil(page: Page, key: string, isThere: () => Promise<boolean>): Promise<void> {
  const enough = 60;
  for (let presses = 0; presses < enough; presses += 1) {
    await page.keyboard.press(key);
    if (await isThere()) return;
  }
  throw new Error(`${enough} presses of ${key} did not lead there.`);
}

/** The computed value of a style property of the first such element. */
export function styleOf(locator: Locator, property: string): Promise<string> {
  return locator
    .first()
    .evaluate(
      (node, name) => node.ownerDocument.defaultView?.getComputedStyle(node).getPropertyValue(name) ?? '',
      property,
    );
}

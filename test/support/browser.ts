import { existsSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { chromium } from 'playwright-core';

/** Where Debian, other distributions, Google's package, macOS and Windows put a Chromium. */
const KNOWN_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

export type BrowserFound = { readonly path: string } | { readonly missing: string };

/** The browser that `CHROMIUM_PATH` names, or the first that is installed where Chromium usually is. */
export function findBrowser(environment: NodeJS.ProcessEnv = process.env): BrowserFound {
  const named = environment.CHROMIUM_PATH;
  if (named !== undefined && named !== '') {
    return existsSync(named) ? { path: named } : { missing: `CHROMIUM_PATH names "${named}", which does not exist` };
  }
  const path = KNOWN_PLACES.find((place) => existsSync(place));
  return path === undefined
    ? { missing: 'no Chromium is installed (apt-get install chromium, or set CHROMIUM_PATH)' }
    : { path };
}

/** Starts the browser without a window. Chromium's sandbox does not run as root. */
export function launchBrowser(path: string, args: readonly string[] = []): Promise<Browser> {
  const isRoot = process.getuid?.() === 0;
  return chromium.launch({ executablePath: path, args: [...(isRoot ? ['--no-sandbox'] : []), ...args] });
}

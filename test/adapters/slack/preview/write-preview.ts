import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { openDesk } from '../../../../src/app.ts';
import { findBrowser, launchBrowser } from '../../../support/browser.ts';
import { DELIVERED_KNOWLEDGE } from '../../../support/desk-process.ts';
import { silentLogger } from '../../../support/open-test-desk.ts';
import { previewMessages } from './preview-messages.ts';
import { renderPreview } from './render-preview.ts';

/** `npm run preview:slack -- FOLDER`: writes the preview page, and a picture of each part where a Chromium is installed. */
const folder = resolve(process.argv[2] ?? '.');
const dataDir = await mkdtemp(join(tmpdir(), 'desk-preview-'));
const desk = await openDesk({ dataDir, knowledgeDir: DELIVERED_KNOWLEDGE, logger: silentLogger });
try {
  await desk.refresh();
  const messages = await previewMessages(desk, new Date());
  const page = renderPreview(messages);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'slack-preview.html'), page);
  const browser = findBrowser();
  if ('missing' in browser) process.stderr.write(`No pictures: ${browser.missing}\n`);
  else await takePictures(browser.path, page, messages.length);
} finally {
  await desk.close();
  await rm(dataDir, { recursive: true, force: true });
}

async function takePictures(path: string, page: string, count: number): Promise<void> {
  const browser = await launchBrowser(path);
  try {
    const tab = await browser.newPage({ viewport: { width: 820, height: 900 }, deviceScaleFactor: 1.5 });
    await tab.setContent(page);
    for (let at = 0; at < count; at += 1)
      await tab
        .locator('section')
        .nth(at)
        .screenshot({ path: join(folder, `slack-${at + 1}.png`) });
  } finally {
    await browser.close();
  }
}

import type { Page } from 'playwright-core';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Entity } from '../../../src/core/entity.ts';
import type { Reply } from '../../../src/core/message.ts';
import { DEFAULT_PLACE_SETTINGS } from '../../../src/core/platform.ts';
import {
  conflictAnswer,
  createFakeDesk,
  DAILY,
  HOSTILE,
  hostileAnswer,
  pricesAnswer,
} from '../../support/fake-desk.ts';
import { missingBrowser, usePage } from './web-page.ts';
import { type RunningServer, startServer } from './web-server.ts';

const PRIYA: Entity = {
  id: 'priya-natarajan',
  kind: 'person',
  name: 'Priya Natarajan',
  aliases: [],
  posts: [{ role: 'Vice President', organisation: 'Lodestar Research' }],
  statements: 12,
  documents: 3,
};
const ARUN: Entity = { ...PRIYA, id: 'arun natarajan', name: 'Arun Natarajan', posts: [] };
const { citations, sentences } = pricesAnswer();
const SUMMARY = {
  title: 'Summary: the price',
  text: 'x',
  sentences,
  citations,
  range: { since: '2026-05-01', until: '2026-06-18' },
};

/** Of the bodies that are looked at here. */
interface Body {
  readonly kind: string;
  readonly range?: unknown;
  readonly citations: readonly { readonly titleGivenByDesk: boolean | null }[];
}

const REPLIES: Readonly<Record<string, Reply>> = {
  'summary of the price': { kind: 'summary', summary: SUMMARY },
  digest: {
    kind: 'summary',
    summary: { title: 'Digest of 2026-06-18', text: 'Nothing today.', sentences: [], citations: [], range: {} },
  },
  'who-said Priya': { kind: 'speaker', entity: PRIYA, citations: citations.slice(0, 2) },
  'who-said Natarajan': { kind: 'choice', name: 'Natarajan', entities: [PRIYA, ARUN] },
  'check it': {
    kind: 'check',
    text: 'it',
    sources: conflictAnswer().citations.map((one) => ({ document: one.document, citations: [one] })),
  },
  'check lunch': { kind: 'check', text: 'lunch', sources: [] },
  'check hostile': {
    kind: 'check',
    text: 'x',
    sources: [{ document: HOSTILE.id, citations: hostileAnswer().citations }],
  },
  settings: { kind: 'settings', settings: DEFAULT_PLACE_SETTINGS },
};

function createCommandDesk() {
  const desk = createFakeDesk([DAILY, HOSTILE]);
  const { handleMessage } = desk;
  return {
    ...desk,
    handleMessage: async (message: Parameters<typeof handleMessage>[0]) =>
      REPLIES[message.text] ?? handleMessage(message),
  };
}

describe('what the page gets for commands', () => {
  async function ask(question: string) {
    const { origin, server } = await startServer({ desk: createCommandDesk() });
    onTestFinished(() => server.close(0));
    const response = await fetch(`${origin}/api/ask`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ question }),
    });
    return { status: response.status, body: (await response.json()) as Body };
  }

  it.each(Object.keys(REPLIES))('says of what kind it is: "%s"', async (question) => {
    const { status, body } = await ask(question);
    expect(status).toBe(200);
    expect(body.kind).toBe(REPLIES[question]?.kind);
  });

  it('cites as an answer does: with credit, who said it and whose page that is', async () => {
    const { body } = await ask('summary of the price');
    expect(body).toMatchObject({ title: 'Summary: the price', range: { since: '2026-05-01', until: '2026-06-18' } });
    expect(body.citations[0]).toMatchObject({
      n: 1,
      attribution: 'Wedoany',
      via: null,
      titleGivenByDesk: true,
      speakerId: expect.any(String),
    });
    expect((await ask('digest')).body.range).toEqual({ since: null, until: null });
  });

  it('tells of a document that is no longer held', async () => {
    const { body } = await ask('check it');
    expect(body.citations.map((one) => one.titleGivenByDesk)).toEqual([true, null]);
  });
});

describe.skipIf(missingBrowser !== undefined)('commands on the web page in Chromium', { timeout: 30_000 }, () => {
  let running: RunningServer;
  let page: Page;
  usePage({
    createDesk: createCommandDesk,
    opened(now) {
      ({ running, page } = now);
    },
  });

  async function ask(question: string) {
    await page.goto(running.origin);
    const box = page.getByRole('textbox', { name: 'Your question' });
    await box.fill(question);
    await box.press('Enter');
    const reply = page.locator('.exchange .reply');
    await reply.locator('.answer, .not-found, .problem, .help').first().waitFor();
    return reply;
  }

  it('show a summary with its markers, its sources and their credit', async () => {
    const reply = await ask('summary of the price');
    expect(await reply.getByRole('heading', { name: 'Summary: the price' }).isVisible()).toBe(true);
    expect(await reply.locator('.words').count()).toBe(sentences.length);
    expect(await reply.locator('.words').first().textContent()).toContain('[1]');
    expect(await reply.locator('.source-card').textContent()).toContain('Credit: Wedoany');
    expect(await reply.textContent()).toContain('18 June 2026');
  });

  it('show a digest of nothing as such', async () => {
    expect(await (await ask('digest')).locator('.not-found').textContent()).toContain('Nothing today.');
  });

  it('show what somebody said, with the way to everything else', async () => {
    const reply = await ask('who-said Priya');
    expect(await reply.locator('.source-words').first().textContent()).toContain('buys the first lap');
    const link = reply.getByRole('link', { name: 'Everything Priya Natarajan said' });
    expect(await link.getAttribute('href')).toBe('/speakers/priya-natarajan');
  });

  it('let one choose between bearers of a name', async () => {
    const links = (await ask('who-said Natarajan')).getByRole('link');
    expect(await links.allTextContents()).toEqual(['Priya Natarajan', 'Arun Natarajan']);
    expect(await links.last().getAttribute('href')).toBe('/speakers/arun%20natarajan');
  });

  it('show the sources that speak to a text, and plainly that none does', async () => {
    const reply = await ask('check it');
    expect(await reply.locator('.source-card').count()).toBe(2);
    expect(await reply.locator('.source-words').first().textContent()).toMatch(/^“Verhelst said/);
    expect(await (await ask('check lunch')).locator('.not-found').textContent()).toContain('No source speaks to this');
  });

  it('show hostile words as words', async () => {
    const reply = await ask('check hostile');
    expect(await reply.locator('img, script, iframe, svg').count()).toBe(0);
    expect(await page.title()).not.toContain('pwned');
  });

  it('say where settings belong', async () => {
    expect(await (await ask('settings')).textContent()).toContain('a channel of a chat platform');
  });
});

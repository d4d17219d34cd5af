import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { StoredDocument } from '../../../src/core/ports.ts';
import type { Statement } from '../../../src/core/statement.ts';
import { BRIEF, createFakeDesk, DAILY, HOSTILE, makeDocument } from '../../support/fake-desk.ts';
import { contrastsBelow } from './contrast.ts';
import { hasFocus, missingBrowser, pressUntil, styleOf, usePage } from './web-page.ts';
import type { RunningServer } from './web-server.ts';

/** An id, a name and words that would be markup, addresses or selectors if anything took them for that. */
const ODD_ID = 'a/b?c#d%41 "><img src=x onerror=alert(1)>';
const ODD_NAME = '"/../<script>alert(1)</script> #s=0-9 ]';

describe.skipIf(missingBrowser !== undefined)('reading in Chromium', { timeout: 30_000 }, () => {
  let running: RunningServer;
  let page: Page;
  const { openContext } = usePage({
    createDesk: () => createFakeDesk([DAILY, BRIEF, HOSTILE, oddDocument()]),
    opened(now) {
      ({ running, page } = now);
    },
  });

  const open = (path: string) => page.goto(running.origin + path);
  const text = () => page.locator('.document-text');
  const marks = () => text().locator('mark.statement');
  const bar = () => page.getByRole('region', { name: 'The chosen words' });
  const legendEntry = (name: string) => page.locator('.legend-speaker', { hasText: name });
  const pageWidth = () => page.evaluate<number>('document.documentElement.scrollWidth');

  async function openDocument(id: string, hash = ''): Promise<void> {
    await open(`/documents/${encodeURIComponent(id)}${hash}`);
    await text().waitFor();
  }

  describe('a document', () => {
    it('is shown whole and unaltered, each statement marked under its speaker', async () => {
      await openDocument(DAILY.id);
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(DAILY.title);
      expect(await page.title()).toBe(`${DAILY.title} – Sovereignty Desk`);
      expect(await page.getByText('Credit: Wedoany', { exact: true }).isVisible()).toBe(true);
      expect(await readWithoutLabels(text())).toBe(DAILY.text.split('\n').join(''));
      expect(await marks().allTextContents()).toEqual(DAILY.statements.map((statement) => statement.text));
      for (const [index, mark] of (await marks().all()).entries()) {
        const label = page.locator(`[id="${await mark.getAttribute('aria-describedby')}"]`);
        expect(await label.textContent()).toContain(DAILY.statements[index]?.speaker?.name ?? '');
      }
    });

    it('tells the outlet, the kind and what is carried on, in words and by the line', async () => {
      const statements = kindsOf(DAILY);
      running.desk.replace({ ...DAILY, statements });
      await openDocument(DAILY.id);
      const labels = text().locator('.who');
      expect(await labels.first().innerText()).toContain('via Reuters');
      expect(await labels.nth(0).textContent()).toContain('word for word');
      expect(await labels.nth(1).textContent()).toContain('partly word for word');
      expect(await labels.nth(2).textContent()).toContain('paraphrased, carried on');
      const lines = ['solid', 'dashed', 'dotted'];
      for (const [index, line] of lines.entries()) {
        expect(await styleOf(marks().nth(index), 'text-decoration-style')).toBe(line);
      }
      expect(await page.locator('.legend-key').innerText()).toMatch(
        /^word for word\s+partly word for word\s+paraphrased\s+.*carried on/s,
      );
    });

    it('lists its speakers with their posts and counts', async () => {
      await openDocument(DAILY.id);
      expect(await page.locator('.legend').textContent()).toContain('5 statements, 4 speakers');
      expect(await legendEntry('Jonas Verhelst').textContent()).toBe('Jonas Verhelst2 statementsCEO, Rhinecloud');
      expect(await legendEntry('Mira Tallis').textContent()).toContain('1 statement');
      await page.getByRole('link', { name: 'Everything Mira Tallis said' }).click();
      await page.waitForURL('**/speakers/mira-tallis');
    });

    it('shows one speaker alone at a click, and all again at another', async () => {
      await openDocument(DAILY.id);
      const entry = legendEntry('Jonas Verhelst');
      await entry.click();
      expect(await entry.getAttribute('aria-pressed')).toBe('true');
      expect(await marks().allTextContents()).toEqual(DAILY.statements.slice(0, 2).map((statement) => statement.text));
      expect(await bar().textContent()).toContain('1 of 2');
      await bar().getByRole('button', { name: 'Next statement' }).click();
      expect(await bar().textContent()).toContain('2 of 2');
      expect(await text().locator('mark.is-chosen').textContent()).toBe(DAILY.statements[1]?.text);
      expect(await bar().getByRole('button', { name: 'Next statement' }).isDisabled()).toBe(true);
      await entry.click();
      expect(await entry.getAttribute('aria-pressed')).toBe('false');
      expect(await marks().count()).toBe(5);
      expect(await bar().isVisible()).toBe(false);
    });

    it('marks a statement that stands in another one, and the outer one whole when its speaker is alone', async () => {
      const outer = statementAt(
        DAILY,
        'Verhelst said that better chips and synthetic data have cut the price',
        'Press',
      );
      running.desk.replace({ ...DAILY, statements: [...DAILY.statements, outer] });
      await openDocument(DAILY.id);
      expect(await readWithoutLabels(text())).toBe(DAILY.text.split('\n').join(''));
      await legendEntry('Press').click();
      expect((await marks().allTextContents()).join('')).toBe(outer.text);
    });

    it('has an address for every statement, which leads back to it', async () => {
      await openDocument(DAILY.id);
      const third = DAILY.statements[2];
      await marks().nth(2).click();
      const address = page.url();
      expect(address).toMatch(new RegExp(`/documents/daily-aurel#s=${third?.start}-${third?.end}$`));
      expect(await bar().textContent()).toContain(
        'Priya Natarajan, Vice President, Lodestar Research – partly word for word',
      );
      await openContext({ viewport: { width: 1280, height: 400 } });
      await page.goto(address);
      await bar().waitFor();
      expect(await text().locator('mark.is-chosen').textContent()).toBe(third?.text);
      await expectInView(text().locator('mark.is-chosen'));
    });

    it('marks any words that an address names, and says so when there are none', async () => {
      const start = DAILY.text.indexOf('Without them');
      await openDocument(DAILY.id, `#s=${start}-${start + 12}`);
      expect(await text().locator('mark.sought').textContent()).toBe('Without them');
      await openDocument(DAILY.id, '#s=90000-90010');
      await page.getByText('words that are not in this text').waitFor();
      for (const bad of ['#s=9-3', '#s=-1-4', '#s=1-99999999999', '#main', '#s=<b>']) {
        await openContext();
        await openDocument(DAILY.id, bad);
        expect(await text().locator('mark.sought').count()).toBe(0);
        expect(await bar().isVisible()).toBe(false);
      }
    });

    it('gives any words that the reader marks an address of their own', async () => {
      await openContext({ permissions: ['clipboard-read', 'clipboard-write'] });
      await openDocument(DAILY.id);
      const words = 'meets the marks that the company has set for it.';
      const start = DAILY.text.indexOf(words);
      await selectBetween(text().locator('p').first(), words);
      await page.getByText('The selected words').waitFor();
      await bar().getByRole('button', { name: 'Copy link' }).click();
      await bar().getByRole('button', { name: 'Link copied' }).waitFor();
      const address = await page.evaluate<string>('navigator.clipboard.readText()');
      expect(address).toBe(`${running.origin}/documents/daily-aurel#s=${start}-${start + words.length}`);
      await page.evaluate('getSelection().removeAllRanges()');
      await bar().waitFor({ state: 'hidden' });
      await page.goto(address);
      await text().locator('mark.sought').first().waitFor();
      expect((await text().locator('mark.sought').allTextContents()).join('')).toBe(words);
    });

    it('follows an address that is changed by hand', async () => {
      await openDocument(DAILY.id);
      const [first] = DAILY.statements;
      await page.evaluate(`location.hash = 's=${first?.start}-${first?.end}'`);
      await bar().waitFor();
      expect(await text().locator('mark.is-chosen').textContent()).toBe(first?.text);
    });

    it('can be read by keyboard alone', async () => {
      await openDocument(DAILY.id);
      await pressUntil(page, 'Tab', () => hasFocus(legendEntry('Mira Tallis')));
      await page.keyboard.press('Enter');
      expect(await marks().count()).toBe(1);
      const label = text().locator('.who');
      await pressUntil(page, 'Tab', () => hasFocus(label));
      await page.keyboard.press('Enter');
      expect(await hasFocus(label)).toBe(true);
      await pressUntil(page, 'Tab', () => hasFocus(bar().getByRole('button', { name: 'Choose nothing' })));
      await page.keyboard.press('Escape');
      expect(await bar().isVisible()).toBe(false);
      await page.keyboard.press('Escape');
      expect(await marks().count()).toBe(5);
    });

    it('tells who listens what the next statement is', async () => {
      await openDocument(DAILY.id);
      await marks().first().click();
      await bar().getByRole('button', { name: 'Next statement' }).click();
      await page
        .locator('#announcer')
        .getByText('Jonas Verhelst, paraphrased: better chips and synthetic data')
        .waitFor({ state: 'attached' });
    });

    it('that is long comes in parts, and a speaker leads to the part in which they speak', async () => {
      const lines = Array.from({ length: 9000 }, (_, n) => `Line ${n} of a long report that nobody reads to its end.`);
      const long = makeDocument({
        ...DAILY,
        text: `${lines.join('\n')}\nAt last it was found to be wrong.`,
        said: [['found to be wrong', { name: 'Ada Moor' }]],
      });
      running.desk.replace(long);
      await openDocument(DAILY.id);
      expect(await marks().count()).toBe(0);
      await legendEntry('Ada Moor').click();
      await page.getByRole('button', { name: 'Earlier part' }).waitFor();
      expect(await marks().allTextContents()).toEqual(['found to be wrong']);
      await page.getByRole('button', { name: 'Earlier part' }).click();
      await page.getByRole('button', { name: 'Later part' }).waitFor();
      const [statement] = long.statements;
      await openContext();
      await openDocument(DAILY.id, `#s=${statement?.start}-${statement?.end}`);
      await bar().waitFor();
      expect(await text().locator('mark.is-chosen').textContent()).toBe('found to be wrong');
    });

    it('with many speakers lists those who say most, and the others when asked', async () => {
      const sentences = Array.from({ length: 40 }, (_, n) => `Speaker ${n} said thing ${n}.`);
      running.desk.replace(
        makeDocument({
          ...DAILY,
          text: sentences.join('\n'),
          said: sentences.map((_, n) => [`thing ${n}.`, { name: `Speaker ${n}` }]),
        }),
      );
      await openDocument(DAILY.id);
      expect(await page.locator('.legend-speaker:visible').count()).toBe(12);
      await page.getByRole('button', { name: 'Show all 40' }).click();
      expect(await page.locator('.legend-speaker:visible').count()).toBe(40);
      expect(await hasFocus(page.locator('.legend-speaker').nth(12))).toBe(true);
    });

    it('without any statement says so', async () => {
      running.desk.replace({ ...BRIEF, statements: [] });
      await openDocument(BRIEF.id);
      expect(await page.getByText('no statement of anybody').isVisible()).toBe(true);
      expect(await page.locator('.legend').count()).toBe(0);
    });

    it('that is not there says so, and leads on', async () => {
      const response = await open('/documents/none');
      expect(response?.status()).toBe(404);
      await page.getByRole('alert').getByText('The desk holds no document "none".').waitFor();
      expect(await page.getByRole('link', { name: 'All sources' }).getAttribute('href')).toBe('/documents');
    });
  });

  describe('speakers', () => {
    it('are listed and searched by name, the search in the address', async () => {
      await open('/speakers');
      await page.locator('.speaker-entry').first().waitFor();
      expect(await page.locator('.speaker-entry').count()).toBe(7);
      const first = page.locator('.speaker-entry').first();
      expect(await first.textContent()).toBe('Jonas VerhelstpersonCEO, Rhinecloud2 statements in 1 document');
      await page.getByRole('searchbox', { name: 'Name of a person or body' }).fill('tall');
      await page.locator('.sources-note', { hasText: '1 speaker of the name “tall”.' }).waitFor();
      expect(page.url()).toBe(`${running.origin}/speakers?name=tall`);
      await page.reload();
      await page.getByRole('link', { name: 'Mira Tallis' }).click();
      await page.getByRole('heading', { name: 'Mira Tallis' }).waitFor();
      await open('/speakers?name=nobody');
      await page.getByText('Nobody of the name “nobody” speaks in the sources.').waitFor();
    });

    it('are read on when there are many', async () => {
      const sentences = Array.from({ length: 130 }, (_, n) => `Speaker ${n} said thing ${n}.`);
      const said = sentences.map((_, n) => [`thing ${n}.`, { name: `Speaker ${n}` }] as const);
      running.desk.replace(makeDocument({ ...DAILY, text: sentences.join('\n'), said }));
      await open('/speakers');
      await page.getByRole('button', { name: 'Show more' }).click();
      await page.locator('.speaker-entry').nth(119).waitFor();
      expect(await hasFocus(page.locator('.speaker-name').nth(60))).toBe(true);
    });

    it('have a page of everything they said, newest first, with date, credit, outlet, and the way to the words', async () => {
      const later = makeDocument({
        ...BRIEF,
        published: '2026-09-03',
        publisher: 'The Letter',
        said: [['Every service runs on machines', { name: 'Jonas Verhelst' }]],
      });
      running.desk.replace(later);
      await open('/speakers/jonas-verhelst');
      await page.getByRole('heading', { name: 'Jonas Verhelst' }).waitFor();
      expect(await page.locator('.reading-head').textContent()).toContain('CEO, Rhinecloud');
      expect(await page.getByRole('heading', { level: 2 }).allTextContents()).toEqual([BRIEF.title, DAILY.title]);
      expect(await page.locator('.spoken-date').allTextContents()).toEqual(['3 September 2026', 'June 2026']);
      expect(await page.locator('.spoken .credit').allTextContents()).toEqual([
        'Credit: The Letter',
        'Credit: Wedoany',
      ]);
      const excerpts = page.locator('.spoken').nth(1).locator('.excerpt');
      expect(await excerpts.first().textContent()).toContain('via Reuters');
      expect((await excerpts.locator('mark').allTextContents()).slice(0, 2)).toEqual(
        DAILY.statements.slice(0, 2).map((statement) => statement.text),
      );
      await page.locator('.spoken').first().getByRole('link', { name: 'Read in context' }).click();
      await page.waitForURL('**/documents/brief-money#s=*');
      await bar().waitFor();
      expect(await text().locator('mark.is-chosen').textContent()).toBe('Every service runs on machines');
    });

    it('keep their date unknown where it is, and show older documents when asked', async () => {
      for (let n = 0; n < 25; n += 1) {
        running.desk.replace(makeDocument({ ...BRIEF, id: `many-${n}`, title: `Report ${n}`, said: MONDE }));
      }
      await open('/speakers/le-monde');
      await page.getByRole('button', { name: 'Show older documents (6 left)' }).click();
      await page.locator('.spoken').nth(25).waitFor();
      expect(await page.locator('.spoken-date').first().textContent()).toBe('date not known');
      expect(await hasFocus(page.locator('.spoken h2 a').nth(20))).toBe(true);
    });

    it('that nobody knows are said to be unknown', async () => {
      await open('/speakers/nobody');
      await page.getByRole('alert').getByText('The desk knows no speaker "nobody".').waitFor();
    });
  });

  describe('hostile text', () => {
    const injected = () =>
      page.locator('#main img, #main script, #main iframe, #main svg, #main [onerror], #main [onclick]').count();

    it('in a document stays text', async () => {
      await openDocument(HOSTILE.id);
      expect(await readWithoutLabels(text())).toBe(HOSTILE.text.split('\n').join(''));
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(HOSTILE.title);
      await marks().first().click();
      expect(await bar().textContent()).toContain('<img src=x onerror=');
      await page.getByText('About this source').click();
      expect(await page.locator('a.outside-link').count()).toBe(0);
      expect(await injected()).toBe(0);
    });

    it('in ids and names stays an id and a name', async () => {
      await open('/documents');
      await page.getByRole('link', { name: 'Odd' }).click();
      await text().waitFor();
      expect(new URL(page.url()).pathname).toBe(`/documents/${encodeURIComponent(ODD_ID)}`);
      await marks().first().click();
      expect(await bar().textContent()).toContain(ODD_NAME);
      await bar().getByRole('link', { name: ODD_NAME }).click();
      await page.getByRole('heading', { name: ODD_NAME }).waitFor();
      await page.getByRole('link', { name: 'Read in context' }).click();
      await bar().waitFor();
      expect(await text().locator('mark.is-chosen').textContent()).toBe('it is <b>odd</b>');
      await open(`/speakers?${new URLSearchParams({ name: ODD_NAME })}`);
      await page.getByRole('link', { name: ODD_NAME }).waitFor();
      expect(await injected()).toBe(0);
    });

    it('in a search for a name stays text', async () => {
      await open(`/speakers?${new URLSearchParams({ name: '<img src=x onerror=alert(1)>' })}`);
      await page.getByText('Nobody of the name “<img src=x onerror=alert(1)>” speaks in the sources.').waitFor();
      expect(await injected()).toBe(0);
    });
  });

  describe('for everyone', () => {
    it('has landmarks, headings and names on every page', async () => {
      for (const path of ['/documents', `/documents/${DAILY.id}`, '/speakers', '/speakers/mira-tallis']) {
        await open(path);
        await page.getByRole('heading', { level: 1 }).waitFor();
        for (const landmark of ['banner', 'main', 'navigation'] as const) {
          expect(await page.getByRole(landmark).count()).toBe(1);
        }
        expect(await page.locator('.site-nav [aria-current]').count()).toBe(1);
        const tree = await page.locator('body').ariaSnapshot();
        expect(tree).not.toMatch(/- (?:button|link|textbox|searchbox|checkbox)(?:\s*$| \[|:)/m);
        const ids = await page.locator('[id]').evaluateAll((nodes) => nodes.map((node) => node.id));
        expect(new Set(ids).size).toBe(ids.length);
      }
    });

    it('offers a way past the header', async () => {
      await openDocument(DAILY.id);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      expect(await hasFocus(page.locator('#main'))).toBe(true);
      expect(await marks().count()).toBe(5);
    });

    it.each(['light', 'dark'] as const)('has enough contrast in %s', async (colorScheme) => {
      await openContext({ colorScheme });
      running.desk.replace({ ...DAILY, statements: [...kindsOf(DAILY), ...sixMore()] });
      await openDocument(DAILY.id);
      const voices = [0, 1, 2, 3, 4, 5].flatMap((voice) => [`.who.voice-${voice}`, `mark.voice-${voice}`]);
      const places = [
        '.reading-head h1',
        '.source-meta',
        '.reading-head .tag',
        '.about-source summary',
        '.legend-title',
        '.legend-sum',
        '.legend-name',
        '.legend-count',
        '.legend-post',
        '.legend-key',
        '.who-via',
        '.who-kind',
        '.site-nav [aria-current]',
        '.document-text',
        ...voices,
      ];
      expect(await contrastsBelow(page, places, 4.5)).toEqual([]);
      await marks().first().click();
      const chosen = ['mark.is-chosen', '.who.is-chosen', '.bar-name', '.bar-who', '.bar-place', '.bar-actions button'];
      expect(await contrastsBelow(page, chosen, 4.5)).toEqual([]);
      await legendEntry('Jonas Verhelst').click();
      expect(
        await contrastsBelow(page, ['[aria-pressed=true] .legend-name', '[aria-pressed=true] .legend-post'], 4.5),
      ).toEqual([]);
      await open('/speakers/jonas-verhelst');
      await page.locator('.excerpt').first().waitFor();
      const spoken = ['.spoken-date', '.spoken h2 a', '.excerpt mark', '.excerpt figcaption', '.back-link a'];
      expect(await contrastsBelow(page, spoken, 4.5)).toEqual([]);
      await open('/speakers');
      await page.locator('.speaker-entry').first().waitFor();
      expect(await contrastsBelow(page, ['.speaker-name', '.speaker-posts', '.speaker-entry .tag'], 4.5)).toEqual([]);
    });

    it('keeps names, lines and the choice where colours are forced', async () => {
      await openContext({ forcedColors: 'active' });
      await openDocument(DAILY.id);
      await marks().first().click();
      const chosen = await styleOf(marks().first(), 'background-color');
      expect(chosen).not.toBe(await styleOf(marks().nth(2), 'background-color'));
      expect(await styleOf(marks().nth(2), 'text-decoration-line')).toBe('underline');
      expect(await contrastsBelow(page, ['mark.is-chosen'], 4.5)).toEqual([]);
    });

    it.each([390, 320])('on a phone of %i pixels nothing is wider than the screen', async (width) => {
      await openContext({ viewport: { width, height: 700 }, isMobile: true, hasTouch: true });
      const paths = [DAILY.id, HOSTILE.id, ODD_ID].map((id) => `/documents/${encodeURIComponent(id)}`);
      for (const path of ['/documents', ...paths, '/speakers', '/speakers/mira-tallis']) {
        await open(path);
        await page.getByRole('heading', { level: 1 }).waitFor();
        expect(await pageWidth()).toBeLessThanOrEqual(width);
      }
      await openDocument(DAILY.id);
      expect(await page.locator('.legend-speakers').isVisible()).toBe(false);
      expect(await text().locator('.who').first().innerText()).toMatch(/^Jonas Verhelst/);
      await page.locator('.legend summary').tap();
      await legendEntry('Jonas Verhelst').tap();
      await bar().waitFor();
      await expectInView(text().locator('mark.is-chosen'));
      expect(await pageWidth()).toBeLessThanOrEqual(width);
    });

    it('names stand in the margin at the height of their words where there is room, and over no text', async () => {
      await openDocument(DAILY.id);
      for (const [index, mark] of (await marks().all()).entries()) {
        const words = await mark.boundingBox();
        const label = await text().locator('.who').nth(index).boundingBox();
        const whole = await text().boundingBox();
        expect(label?.x).toBeGreaterThanOrEqual((whole?.x ?? 0) + (whole?.width ?? 0));
        expect(Math.abs((label?.y ?? 0) - (words?.y ?? 0))).toBeLessThan(80);
      }
    });
  });

  async function expectInView(locator: Locator): Promise<void> {
    const place = await locator.first().boundingBox();
    const head = await page.locator('.masthead').boundingBox();
    const foot = await bar().boundingBox();
    expect(place?.y).toBeGreaterThanOrEqual(head?.height ?? 0);
    expect((place?.y ?? 0) + (place?.height ?? 0)).toBeLessThanOrEqual(foot?.y ?? 0);
  }
});

const MONDE = [['will be decided by their auditors', { organisation: 'Le Monde' }]] as const;

function oddDocument(): StoredDocument {
  return makeDocument({
    id: ODD_ID,
    title: 'Odd',
    titleGivenByDesk: false,
    fileName: 'odd.txt',
    text: 'Somebody said that it is <b>odd</b> and went away.',
    said: [['it is <b>odd</b>', { name: ODD_NAME }]],
  });
}

/** The first three statements of the document, one of each kind, the third carried on. */
function kindsOf(document: StoredDocument): Statement[] {
  const kinds = ['direct', 'mixed', 'indirect'] as const;
  return kinds.flatMap((kind, index) => {
    const statement = document.statements[index];
    return statement === undefined ? [] : [{ ...statement, kind, carried: kind === 'indirect' }];
  });
}

/** Words of six further speakers, so that every colour is in use. */
function sixMore(): Statement[] {
  return ['Bologna', 'inference', 'data pipelines', 'evaluation', 'security', 'storage'].map((words, index) =>
    statementAt(DAILY, words, `Person ${index}`),
  );
}

function statementAt(document: StoredDocument, words: string, name: string): Statement {
  const start = document.text.indexOf(words);
  const end = start + words.length;
  return {
    text: words,
    start,
    end,
    kind: 'indirect',
    carried: false,
    speaker: { name, text: name, start, end: start },
  };
}

/** Marks the words as a reader does with the pointer; they are the last of the paragraph. */
async function selectBetween(paragraph: Locator, words: string): Promise<void> {
  await paragraph.evaluate((node, length) => {
    const last = node.lastChild;
    if (last === null) return;
    const end = last.textContent?.length ?? 0;
    node.ownerDocument.getSelection()?.setBaseAndExtent(last, end - length, last, end);
  }, words.length);
}

/** The words of the text as a reader sees them, without the names that the page puts before statements. */
function readWithoutLabels(text: Locator): Promise<string> {
  return text.evaluate((node) => {
    const copy = node.cloneNode(true) as typeof node;
    for (const label of copy.querySelectorAll('.who')) label.remove();
    return copy.textContent ?? '';
  });
}

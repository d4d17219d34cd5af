import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BrowserContext, Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { BRIEF, createFakeDesk, DAILY, HOSTILE, makeDocument, QUESTIONS } from '../../support/fake-desk.ts';
import { contrastsBelow } from './contrast.ts';
import { hasFocus, missingBrowser, pressUntil, styleOf, usePage } from './web-page.ts';
import type { RunningServer } from './web-server.ts';
import { createSignal } from './web-server.ts';

it.runIf(process.env.REQUIRE_BROWSER === '1')('has the browser that REQUIRE_BROWSER=1 asks for', () => {
  expect(missingBrowser).toBeUndefined();
});

describe.skipIf(missingBrowser !== undefined)('the web page in Chromium', { timeout: 30_000 }, () => {
  let running: RunningServer;
  let context: BrowserContext;
  let page: Page;
  const { openContext, restart, forgiveTroubles } = usePage({
    createDesk: () => createFakeDesk([DAILY, BRIEF, HOSTILE]),
    opened(now) {
      ({ running, context, page } = now);
    },
  });

  const open = (path = '/') => page.goto(running.origin + path);
  const box = () => page.getByRole('textbox', { name: 'Your question' });
  const marker = (n: number) => page.getByRole('button', { name: new RegExp(`^Source ${n}: `) });
  const panel = () => page.locator('#panel');
  const focusedText = () => page.evaluate<string>('document.activeElement?.textContent ?? ""');
  const pageWidth = () => page.evaluate<number>('document.documentElement.scrollWidth');

  async function ask(question: string): Promise<Locator> {
    const before = await page.locator('.exchange').count();
    await box().fill(question);
    await box().press('Enter');
    const reply = page.locator('.exchange').nth(before).locator('.reply');
    await reply.locator('.answer, .not-found, .problem, .help').first().waitFor();
    return reply;
  }

  describe('asking', () => {
    it('shows the answer with who said it, its markers, and the credit', async () => {
      await open();
      const reply = await ask(QUESTIONS.answered);
      expect(await page.getByRole('heading', { name: QUESTIONS.answered }).isVisible()).toBe(true);
      expect(await reply.locator('.said').count()).toBe(3);
      expect(await reply.locator('.said').first().textContent()).toContain(
        'Priya Natarajan, Vice President, Lodestar Research',
      );
      expect(await reply.locator('.said').last().textContent()).toContain('via Reuters');
      expect(await reply.locator('.marker').allTextContents()).toEqual(['[1]', '[2]', '[3]', '[4]']);
      expect(await marker(1).getAttribute('aria-label')).toBe(`Source 1: ${DAILY.title}, credit: Wedoany`);
      const card = reply.locator('.source-card');
      expect(await card.count()).toBe(1);
      expect(await card.textContent()).toContain('title given by the desk');
      expect(await card.textContent()).toContain('June 2026');
      expect(await card.getByText('Credit: Wedoany', { exact: true }).isVisible()).toBe(true);
      expect(await reply.locator('.byline-credit').first().isVisible()).toBe(true);
    });

    it('sets the explanations of the desk apart from the words of the source', async () => {
      await open();
      const reply = await ask(QUESTIONS.answered);
      expect(await reply.locator('.by-desk').allTextContents()).toEqual([
        '[fine-tuning, storage, security and support]',
        '[Priya Natarajan]',
        '[€180 million]',
      ]);
    });

    it('sends with Enter and starts a line with Shift and Enter', async () => {
      await open();
      await box().pressSequentially('one');
      await box().press('Shift+Enter');
      await box().pressSequentially('two');
      expect(await box().inputValue()).toBe('one\ntwo');
      await box().press('Enter');
      await page.locator('.not-found').waitFor();
      expect(running.desk.messages.map((message) => message.text)).toEqual(['one\ntwo']);
      expect(await box().inputValue()).toBe('');
    });

    it('asks a suggested question at a click', async () => {
      await open();
      await page.getByRole('button', { name: QUESTIONS.conflict }).click();
      await page.locator('.answer').waitFor();
      expect(await focusedText()).toBe(QUESTIONS.conflict);
      expect(running.desk.messages).toHaveLength(1);
    });

    it('keeps one conversation, and one question under way at a time', async () => {
      const arrived = createSignal();
      const released = createSignal();
      running.desk.beforeReply = () => {
        arrived.give();
        return released.given;
      };
      await open();
      await box().fill('first');
      await box().press('Enter');
      await arrived.given;
      expect(await page.locator('.waiting').textContent()).toContain('Searching');
      await box().fill('second');
      await box().press('Enter');
      await page.getByText('still at your last question').waitFor();
      expect(running.desk.messages).toHaveLength(1);
      released.give();
      await page.locator('.not-found').waitFor();
      await box().press('Enter');
      await page.locator('.not-found').nth(1).waitFor();
      const [first, second] = running.desk.messages;
      expect(first?.conversation).toBe(second?.conversation);
      expect(first?.conversation).toMatch(/^[0-9a-f]{32}$/);
    });

    it('tells a screen reader the answer politely', async () => {
      await open();
      await ask(QUESTIONS.answered);
      const region = page.locator('#announcer');
      await region.getByText('Answer: Priya Natarajan').waitFor({ state: 'attached' });
      expect(await region.getAttribute('aria-live')).toBe('polite');
      expect(await region.textContent()).toContain('Credit: Wedoany');
    });

    it('shows under what name the sources differ, with both sides', async () => {
      await open();
      const reply = await ask(QUESTIONS.conflict);
      const conflict = reply.locator('.conflicts');
      expect(await conflict.getByRole('heading').textContent()).toBe('The sources differ');
      expect(await conflict.textContent()).toContain('Whether training a model has become cheaper');
      expect(await conflict.locator('li').count()).toBe(2);
      expect(await conflict.locator('.byline-credit').allTextContents()).toEqual([
        'Credit: Wedoany',
        'Credit: brief-money.txt',
      ]);
      expect(await reply.locator('.source-card').nth(1).textContent()).toContain('date not known');
    });

    it('says what a follow-up question was understood as, in an answer and in a refusal', async () => {
      await open();
      const answer = await ask(QUESTIONS.followUp);
      expect(await answer.locator('.understood').textContent()).toBe(`Understood as: ${QUESTIONS.answered}`);
      const refusal = await ask(QUESTIONS.followUpUnknown);
      expect(await refusal.locator('.not-found .understood').textContent()).toBe(
        `Understood as: ${QUESTIONS.notFound}`,
      );
      expect(await refusal.locator('.not-found-text').textContent()).toMatch(/^The 2 sources name no Gartner/);
      expect(await answer.getByRole('heading', { name: QUESTIONS.followUp }).count()).toBe(0);
      expect(await contrastsBelow(page, ['.answer .understood', '.not-found .understood'], 4.5)).toEqual([]);
      const plain = await ask(QUESTIONS.answered);
      expect(await plain.locator('.understood').count()).toBe(0);
    });

    it('leads from a speaker to everything that speaker said', async () => {
      await open();
      const reply = await ask(QUESTIONS.answered);
      await reply.getByRole('link', { name: 'Priya Natarajan' }).click();
      await page.waitForURL('**/speakers/priya-natarajan');
      await page.getByRole('heading', { name: 'Priya Natarajan' }).waitFor();
    });

    it('sets the speakers of a list apart as its items', async () => {
      await open();
      const reply = await ask(QUESTIONS.answered);
      expect(await reply.getByRole('list').first().getByRole('listitem').count()).toBe(3);
    });

    it('keeps the conversation while another page is looked at, and begins a new one when asked to', async () => {
      await open();
      await ask(QUESTIONS.answered);
      await ask(QUESTIONS.notFound);
      await page.goto(`${running.origin}/speakers`);
      await page.goBack();
      await page.locator('.not-found').waitFor();
      expect(await page.locator('.question').allTextContents()).toEqual([QUESTIONS.answered, QUESTIONS.notFound]);
      await page.reload();
      await page.locator('.not-found').waitFor();
      await ask(QUESTIONS.followUp);
      const names = running.desk.messages.map(({ conversation }) => conversation);
      expect(new Set(names).size).toBe(1);
      await page.getByRole('link', { name: 'New conversation' }).click();
      await page.locator('.suggestion').first().waitFor();
      expect(await page.locator('.question').count()).toBe(0);
      await ask(QUESTIONS.answered);
      expect(running.desk.messages.at(-1)?.conversation).not.toBe(names[0]);
    });

    it('gives a question back that is refused, and says why', async () => {
      await open();
      const long = 'x'.repeat(2001);
      const reply = await ask(long);
      expect(await reply.getByRole('alert').textContent()).toContain('The question is empty or too long.');
      expect(await box().inputValue()).toBe(long);
      expect(await page.getByText('2,001 of 2,000 characters').isVisible()).toBe(true);
      expect(await reply.getByRole('button', { name: 'Try again' }).count()).toBe(0);
    });

    it('says where the words go', async () => {
      await open();
      await page.getByText('Questions and answers stay on this machine.').waitFor();
      await restart({ textGoesTo: 'models.example' });
      await open();
      await page.getByText('are sent to models.example').waitFor();
    });

    it('does not send an empty question', async () => {
      await open();
      await box().press('Enter');
      await page.getByText('Type a question first.').waitFor();
      expect(running.desk.messages).toHaveLength(0);
    });

    it('shows help with its suggestions', async () => {
      await open();
      const reply = await ask('help');
      expect(await reply.getByRole('button', { name: QUESTIONS.answered }).isVisible()).toBe(true);
    });
  });

  describe('"not found"', () => {
    it('looks unlike an answer and sets the nearest material apart', async () => {
      await open();
      const answer = await ask(QUESTIONS.answered);
      const reply = await ask(QUESTIONS.notFound);
      expect(await reply.getByRole('heading', { name: 'Not found in the sources' }).isVisible()).toBe(true);
      expect(await reply.locator('.not-found-text').textContent()).toBe(
        'The 2 sources name no Gartner: nothing that Gartner said about Aurel was found in 14 passages.',
      );
      expect(await reply.locator('.said, .marker').count()).toBe(0);
      const related = reply.locator('.related');
      expect(await related.getByRole('heading').textContent()).toBe('Nearest material – not an answer');
      expect(await related.locator('.credit').allTextContents()).toEqual([
        'Credit: Wedoany',
        'Credit: brief-money.txt',
      ]);
      const surface = (locator: Locator) => styleOf(locator, 'background-color');
      expect(await surface(reply.locator('.not-found'))).not.toBe(await surface(answer.locator('.answer')));
      expect(await styleOf(reply.locator('.not-found'), 'border-top-style')).toBe('dashed');
    });

    it('tells somebody who said nothing about it from somebody whom the sources do not know', async () => {
      await open();
      const silent = await askFor('speaker_silent');
      const unknown = await askFor('speaker_unknown');
      expect(await silent.getByRole('heading', { level: 3 }).textContent()).toBe(
        'Nothing said about this in the sources',
      );
      expect(await unknown.getByRole('heading', { level: 3 }).textContent()).toBe('Not a speaker in the sources');
      expect(await silent.getByRole('heading', { level: 4 }).textContent()).toBe(
        'What they did speak about – not an answer',
      );
      const border = (reply: Locator) => styleOf(reply.locator('.not-found'), 'border-left-style');
      expect([await border(silent), await border(unknown)]).toEqual(['solid', 'dashed']);
      const other = await askFor('constructor');
      expect(await other.getByRole('heading', { level: 3 }).textContent()).toBe('Not found in the sources');
    });

    /** A refusal for the given reason. */
    async function askFor(reason: string): Promise<Locator> {
      await page.route('**/api/ask', async (route) => {
        const response = await route.fetch();
        await route.fulfill({ response, json: { ...(await response.json()), reason } });
      });
      const reply = await ask(QUESTIONS.notFound);
      await page.unroute('**/api/ask');
      return reply;
    }

    it('opens the nearest material in its context', async () => {
      await open();
      const reply = await ask(QUESTIONS.notFound);
      await reply
        .getByRole('button', { name: /Read in context/ })
        .first()
        .click();
      await panel().locator('mark').waitFor();
      expect(await panel().getByRole('heading').first().textContent()).toBe(DAILY.title);
    });
  });

  describe('the source beside the answer', () => {
    it('opens at a marker with the quoted sentence marked, in view, in its context, and the credit', async () => {
      await open();
      await ask(QUESTIONS.answered);
      await marker(3).click();
      await panel().locator('mark').first().waitFor();
      expect((await panel().locator('mark').allTextContents()).join('')).toBe(
        'Elias Brandt, Principal Analyst at Fenwick & Rowe, called the sum sufficient for a credible model.',
      );
      expect(await panel().locator('.document-text').textContent()).toContain('What decides in the market, he added');
      expect(await panel().getByText('Credit: Wedoany', { exact: true }).isVisible()).toBe(true);
      const facts = await panel().locator('.facts').innerText();
      expect(facts).toMatch(/Said by\s+Elias Brandt, Principal Analyst, Fenwick & Rowe/);
      expect(facts).toMatch(/Terms\s+.?All AI citations must indicate the source as "Wedoany"/);
      expect(facts).toMatch(/Author\s+not known/);
      await expectInPanel(panel().locator('mark').first());
      const body = await page.locator('#panel-body').boundingBox();
      const answer = await page.locator('.answer').boundingBox();
      expect((answer?.x ?? 0) + (answer?.width ?? 0)).toBeLessThanOrEqual(body?.x ?? 0);
    });

    it('shows the text of the document unaltered', async () => {
      await open();
      await ask(QUESTIONS.answered);
      await marker(1).click();
      await panel().locator('mark').first().waitFor();
      const paragraphs = await panel().locator('.document-text p').allInnerTexts();
      expect(paragraphs).toEqual(DAILY.text.split('\n'));
    });

    it('closes with Escape and gives the focus back to the marker', async () => {
      await open();
      await ask(QUESTIONS.answered);
      await marker(2).click();
      await panel().locator('mark').first().waitFor();
      expect(await hasFocus(panel().getByRole('heading').first())).toBe(true);
      await page.keyboard.press('Escape');
      await panel().waitFor({ state: 'hidden' });
      expect(await hasFocus(marker(2))).toBe(true);
    });

    it('is reached and left by keyboard alone', async () => {
      await open();
      await page.keyboard.type(QUESTIONS.answered);
      await page.keyboard.press('Enter');
      await page.locator('.answer').waitFor();
      await pressUntil(page, 'Shift+Tab', () => hasFocus(marker(4)));
      await page.getByRole('tooltip').waitFor();
      await page.keyboard.press('Escape');
      expect(await page.getByRole('tooltip').count()).toBe(0);
      await page.keyboard.press('Enter');
      await panel().locator('mark').first().waitFor();
      await pressUntil(page, 'Tab', () => hasFocus(panel().getByRole('button', { name: 'Close the source panel' })));
      await page.keyboard.press('Enter');
      await panel().waitFor({ state: 'hidden' });
      expect(await hasFocus(marker(4))).toBe(true);
    });

    it('does not hold the keyboard: Tab leads out of it and through the page', async () => {
      await open();
      await ask(QUESTIONS.answered);
      await marker(1).click();
      await panel().locator('mark').first().waitFor();
      await pressUntil(page, 'Shift+Tab', () => hasFocus(box()));
    });

    it('previews the quotation while a marker is pointed at', async () => {
      await open();
      await ask(QUESTIONS.answered);
      await marker(4).hover();
      const preview = page.getByRole('tooltip');
      await preview.waitFor();
      const text = await preview.innerText();
      expect(text).toContain('Jonas Verhelst, CEO, Rhinecloud, via Reuters');
      expect(text).toContain('“Verhelst said that better chips');
      expect(text).toContain('Credit: Wedoany');
      await page.mouse.move(2, 2);
      await preview.waitFor({ state: 'detached' });
    });

    it('marks who says what when asked', async () => {
      await open();
      await ask(QUESTIONS.answered);
      await marker(1).click();
      await panel().locator('mark').first().waitFor();
      const names = panel().locator('.who');
      expect(await names.count()).toBe(0);
      await panel().getByRole('checkbox', { name: 'Mark who says what (5)' }).check();
      expect(await names.first().isVisible()).toBe(true);
      expect(await names.allTextContents()).toEqual([
        'Jonas Verhelst, CEO, Rhinecloud, paraphrased, via Reuters: ',
        'Jonas Verhelst, paraphrased: ',
        'Priya Natarajan, Vice President, Lodestar Research, partly word for word: ',
        'Elias Brandt, Principal Analyst, Fenwick & Rowe, paraphrased: ',
        'Mira Tallis, Chief Analyst, Holt Advisory, partly word for word: ',
      ]);
      expect(await panel().locator('mark.sought').count()).toBeGreaterThan(0);
    });

    it('says so when the quoted words are no longer in the document', async () => {
      await open();
      await ask(QUESTIONS.moved);
      await marker(1).click();
      await panel().getByText('has changed since the answer was given').waitFor();
      expect(await panel().locator('blockquote').textContent()).toBe('These words stood here once.');
      expect(await panel().locator('mark.sought').count()).toBe(0);
    });

    it('finds the words where a changed document has moved them, and scrolls there', async () => {
      await open();
      await ask(QUESTIONS.answered);
      const preface = 'A new line that says nothing of it.\n'.repeat(200);
      running.desk.replace(makeDocument({ ...DAILY, text: `${preface}${DAILY.text}\n${preface}`, said: [] }));
      await marker(3).click();
      await panel().locator('mark').waitFor();
      await expectInPanel(panel().locator('mark'));
      expect(await panel().locator('mark').textContent()).toMatch(/^Elias Brandt.*credible model\.$/);
    });

    it('keeps words and credit when the document was withdrawn', async () => {
      await open();
      await ask(QUESTIONS.answered);
      running.desk.withdraw(DAILY.id);
      await marker(3).click();
      await panel().getByRole('alert').waitFor();
      expect(await panel().locator('.cited').textContent()).toContain('Elias Brandt');
      expect(await panel().getByText('Credit: Wedoany', { exact: true }).first().isVisible()).toBe(true);
    });

    it('shows the part of a long document around the quote, and the parts beside it', async () => {
      const lines = Array.from({ length: 9000 }, (_, n) => `Line ${n} of a long report that nobody reads to its end.`);
      running.desk.replace(
        makeDocument({ ...DAILY, text: `${lines.join('\n')}\n${DAILY.text}\n${lines.join('\n')}`, said: [] }),
      );
      await open();
      await page.locator('#sources-button').click();
      await page.getByRole('button', { name: DAILY.title }).click();
      await panel().getByRole('button', { name: 'Later part' }).click();
      await panel().getByRole('button', { name: 'Earlier part' }).waitFor();
      expect(await panel().locator('.document-text p').first().textContent()).not.toContain('Line 0 ');
    });
  });

  describe('all sources', () => {
    it('are listed with what is known of each', async () => {
      await open();
      await page.getByRole('button', { name: /^Sources/ }).click();
      const items = panel().locator('.all-sources li');
      await items.first().waitFor();
      const second = await items.nth(1).innerText();
      for (const part of [
        BRIEF.title,
        'title given by the desk',
        'Publisher not known',
        'date not known',
        'English',
        '1 statement',
        'Credit: brief-money.txt',
        BRIEF.id,
      ]) {
        expect(second).toContain(part);
      }
    });

    it('open with their statements marked, and lead back to the list', async () => {
      await open();
      await page.getByRole('button', { name: /^Sources/ }).click();
      await panel().getByRole('button', { name: BRIEF.title }).click();
      await panel().locator('.who').waitFor();
      expect(await panel().locator('.document-heading').allTextContents()).toEqual([
        'A question of money',
        'What the customers get',
      ]);
      await panel().getByRole('button', { name: 'All sources' }).click();
      await panel().locator('.all-sources').waitFor();
      await page.keyboard.press('Escape');
      expect(await hasFocus(page.locator('#sources-button'))).toBe(true);
    });

    it('can be filtered and read on when there are many', async () => {
      for (let n = 0; n < 60; n += 1)
        running.desk.replace(makeDocument({ ...BRIEF, id: `many-${n}`, title: `Report ${n}`, said: [] }));
      await open();
      await page.getByRole('button', { name: /^Sources/ }).click();
      await panel().getByRole('button', { name: 'Show more (13 left)' }).click();
      await panel().getByRole('button', { name: 'Report 59' }).waitFor();
      await panel().getByRole('searchbox').fill('report 3');
      await panel().getByText('11 sources of 63 match.').waitFor();
      expect(await panel().locator('.all-sources li').count()).toBe(11);
    });
  });

  describe('the permanent link', () => {
    async function readKept(): Promise<string> {
      const reply = page.locator('.exchange .reply');
      await reply.locator('.answer').waitFor();
      return reply.innerText();
    }

    it('shows the same answer after a reload, and in a fresh browser', async () => {
      await open();
      const reply = await ask(QUESTIONS.answered);
      const shown = await reply.innerText();
      await reply.getByRole('link', { name: 'Permanent link' }).click();
      await page.waitForURL('**/answers/*');
      const address = page.url();
      expect(await readKept()).toBe(shown);
      await page.reload();
      expect(await readKept()).toBe(shown);
      await openContext();
      await page.goto(address);
      expect(await readKept()).toBe(shown);
      expect(await page.title()).toBe(`${QUESTIONS.answered} – Sovereignty Desk`);
    });

    it('is copied by a button', async () => {
      await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: running.origin });
      await open();
      const reply = await ask(QUESTIONS.answered);
      await reply.getByRole('button', { name: 'Copy link' }).click();
      await reply.getByRole('button', { name: 'Link copied' }).waitFor();
      expect(await page.evaluate('navigator.clipboard.readText()')).toMatch(
        new RegExp(`^${running.origin}/answers/[\\w-]{22}$`),
      );
      await reply.getByRole('button', { name: 'Copy text' }).click();
      await reply.getByRole('button', { name: 'Text copied' }).waitFor();
      expect(await page.evaluate('navigator.clipboard.readText()')).toContain('Credit: Wedoany');
    });

    it('that leads nowhere says so', async () => {
      await open('/answers/nothing-here');
      await page.getByRole('alert').getByText('No answer is kept under "nothing-here".').waitFor();
      expect(await box().isVisible()).toBe(true);
    });
  });

  describe('trouble', () => {
    it('says that the desk does not answer, and tries again', async () => {
      await open();
      await page.locator('.suggestion').first().waitFor();
      await context.setOffline(true);
      const reply = await ask(QUESTIONS.answered);
      expect(await reply.getByRole('alert').textContent()).toContain('The desk does not answer.');
      await context.setOffline(false);
      await reply.getByRole('button', { name: 'Try again' }).click();
      await page.locator('.answer').waitFor();
      expect(await page.locator('.problem').count()).toBe(0);
    });

    it('in the panel can be tried again as well', async () => {
      await open();
      await ask(QUESTIONS.answered);
      await context.setOffline(true);
      await marker(1).click();
      await panel().getByRole('alert').waitFor();
      await context.setOffline(false);
      await panel().getByRole('button', { name: 'Try again' }).click();
      await panel().locator('mark').first().waitFor();
    });

    it('tells why the desk is not ready, and that nothing is indexed', async () => {
      running.desk.reason = 'The index is being built.';
      await open();
      await page.getByText('The index is being built.').waitFor();
      running.desk.reason = undefined;
      for (const document of [DAILY, BRIEF, HOSTILE]) running.desk.withdraw(document.id);
      await page.reload();
      await page.getByText('No source is indexed yet.').waitFor();
    });
  });

  describe('hostile text', () => {
    it('in an answer, its source and the list stays text', async () => {
      await open();
      const reply = await ask(QUESTIONS.hostile);
      expect(await reply.locator('.words').textContent()).toContain('<img src=x onerror=');
      expect(await reply.locator('a.outside-link').count()).toBe(0);
      await marker(1).hover();
      await page.getByRole('tooltip').waitFor();
      await marker(1).click();
      await panel().locator('mark').first().waitFor();
      expect(await panel().locator('.document-text').innerText()).toContain('<script>document.title="pwned"</script>');
      expect(await panel().locator('a.outside-link').count()).toBe(0);
      expect(await panel().locator('.facts').innerText()).toContain('javascript:document.title="pwned"');
      await page.locator('#sources-button').click();
      await panel().locator('.all-sources').waitFor();
      expect(await page.locator('#main img, #main script, #panel img, #panel script, iframe, #panel svg').count()).toBe(
        0,
      );
      expect(await page.title()).toBe('Sovereignty Desk');
    });

    it('in a question stays text', async () => {
      await open();
      await ask('<img src=x onerror="alert(1)"> & [1] javascript:alert(1)');
      expect(await page.locator('.question').textContent()).toBe(
        '<img src=x onerror="alert(1)"> & [1] javascript:alert(1)',
      );
      expect(await page.locator('#main img').count()).toBe(0);
    });

    it('links to the source only where the address is of the web, in a tab that knows nothing of this one', async () => {
      await open();
      const reply = await ask(QUESTIONS.answered);
      const link = reply.locator('a.outside-link');
      expect(await link.getAttribute('href')).toBe('https://daily.example/aurel');
      expect(await link.getAttribute('rel')).toBe('noopener noreferrer');
      expect(await link.getAttribute('target')).toBe('_blank');
    });
  });

  describe('other sites', () => {
    it('cannot reach the desk under a name of theirs', async () => {
      const response = await page.goto(`http://rebound.example:${running.port}/`);
      expect(response?.status()).toBe(421);
      expect(await page.getByText('The desk is not reached under the name').isVisible()).toBe(true);
      forgiveTroubles();
    });

    it('cannot put a question through the browser of a reader, nor show the desk in a frame', async () => {
      const evil = createServer((_request, response) => {
        response.setHeader('Content-Type', 'text/html');
        response.end(`<title>waiting</title><iframe src="${running.origin}/"></iframe><script>
          const send = (type, mode) => fetch('${running.origin}/api/ask', { method: 'POST', mode, headers: { 'Content-Type': type },
            body: '{"question":"help"}' }).catch(() => {});
          Promise.all([send('text/plain', 'no-cors'), send('application/json', 'cors')]).then(() => { document.title = 'sent'; });
        </script>`);
      });
      await new Promise<void>((resolve) => evil.listen(0, '127.0.0.1', resolve));
      const { port } = evil.address() as AddressInfo;
      const foreign = await context.newPage();
      await foreign.goto(`http://localhost:${port}/`);
      await foreign.waitForFunction('document.title === "sent"');
      expect(running.desk.messages).toHaveLength(0);
      // Chromium puts a page of its own where a frame is refused.
      expect(foreign.frames().map((frame) => new URL(frame.url()).protocol)).toEqual(['http:', 'chrome-error:']);
      evil.closeAllConnections();
      evil.close();
    });
  });

  describe('on a phone', () => {
    it.each([360, 320])('of %i pixels nothing is wider than the screen', async (width) => {
      await openContext({ viewport: { width, height: 640 }, isMobile: true, hasTouch: true });
      await open();
      await page.locator('.suggestion').first().waitFor();
      expect(await pageWidth()).toBeLessThanOrEqual(width);
      for (const question of [
        QUESTIONS.answered,
        QUESTIONS.notFound,
        QUESTIONS.conflict,
        QUESTIONS.hostile,
        'a'.repeat(300),
      ])
        await ask(question);
      expect(await pageWidth()).toBeLessThanOrEqual(width);
      await page.locator('.marker').first().tap();
      await panel().locator('mark').first().waitFor();
      expect(await page.locator('#panel-body').evaluate((node) => node.scrollWidth - node.clientWidth)).toBe(0);
    });

    it('the source is a sheet over the page, which is out of reach until it closes', async () => {
      await openContext({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true });
      await open();
      await ask(QUESTIONS.answered);
      await marker(1).tap();
      const sheet = page.getByRole('dialog', { name: /Rhinecloud to train an open model/ });
      await sheet.waitFor();
      const place = await sheet.boundingBox();
      expect(place?.width).toBe(390);
      expect((place?.y ?? 0) + (place?.height ?? 0)).toBe(844);
      expect(await page.locator('#main').evaluate((node) => node.matches('[inert]'))).toBe(true);
      await page.touchscreen.tap(200, 60);
      await sheet.waitFor({ state: 'hidden' });
      expect(await hasFocus(marker(1))).toBe(true);
    });

    it('a low window (200 % zoom) leaves room for the answer above the question box', async () => {
      await openContext({ viewport: { width: 640, height: 400 } });
      await open();
      await ask(QUESTIONS.answered);
      const dock = await page.locator('#dock').boundingBox();
      expect(dock?.height).toBeLessThan(400 / 3);
      expect(await pageWidth()).toBeLessThanOrEqual(640);
    });
  });

  describe('for everyone', () => {
    it('has its landmarks, headings and names', async () => {
      await open();
      await ask(QUESTIONS.answered);
      for (const landmark of ['banner', 'main', 'contentinfo'] as const)
        expect(await page.getByRole(landmark).count()).toBe(1);
      expect(await page.getByRole('form', { name: 'Ask the desk' }).count()).toBe(1);
      const tree = await page.locator('body').ariaSnapshot();
      expect(tree).toContain('heading "Sovereignty Desk" [level=1]');
      expect(tree).toContain(`heading "${QUESTIONS.answered}" [level=2]`);
      expect(tree).toContain('heading "Sources" [level=3]');
      expect(tree).toContain('textbox "Your question"');
      expect(tree).toContain(`button "Source 1: ${DAILY.title}, credit: Wedoany"`);
      expect(tree).not.toMatch(/- (?:button|link|textbox|checkbox)(?:\s*$| \[|:)/m);
      expect(await page.evaluate('document.documentElement.lang')).toBe('en');
      const ids = await page.locator('[id]').evaluateAll((nodes) => nodes.map((node) => node.id));
      expect(new Set(ids).size).toBe(ids.length);
    });

    it('offers a way past the header', async () => {
      await open('/answers/none');
      await page.getByRole('alert').waitFor();
      await page.keyboard.press('Tab');
      expect(await focusedText()).toBe('Skip to the question box');
      await page.keyboard.press('Enter');
      expect(await hasFocus(box())).toBe(true);
    });

    it.each(['light', 'dark'] as const)('has enough contrast in %s', async (colorScheme) => {
      await openContext({ colorScheme });
      await open();
      await page.locator('.suggestion').first().waitFor();
      const places = [
        '.lead',
        '.lead-note',
        '.suggestions h2',
        '.suggestion',
        '.colophon',
        '.composer-hint',
        '.ask-button',
        '.count',
        '.wordmark',
      ];
      expect(await contrastsBelow(page, places, 4.5)).toEqual([]);
      await ask(QUESTIONS.answered);
      await ask(QUESTIONS.notFound);
      await ask(QUESTIONS.conflict);
      await ask('x'.repeat(2001));
      await marker(1).first().click();
      await panel().locator('mark').first().waitFor();
      await panel().getByRole('checkbox').check();
      const more = [
        '.question',
        '.words',
        '.by-desk',
        '.marker',
        '.byline-who',
        '.byline-rest',
        '.byline-credit',
        '.sources h3',
        '.source-title cite',
        '.source-card .tag',
        '.source-meta',
        '.source-card .credit',
        '.source-number',
        '.source-open',
        '.answer-facts',
        '.permalink',
        '.quiet-button',
        '.not-found-title',
        '.not-found-text',
        '.related h4',
        '.related .source-words',
        '.related .source-meta',
        '.conflicts h3',
        '.conflict q',
        '.problem-what',
        '.problem-hint',
        '#panel-title',
        '#panel-credit',
        '.facts dt',
        '.facts dd',
        '.document-text',
        'mark.sought',
        'mark.statement',
        '.who',
      ];
      expect(await contrastsBelow(page, more, 4.5)).toEqual([]);
    });

    it('stands still for who wants it so', async () => {
      running.desk.beforeReply = () => new Promise(() => {});
      await open();
      await box().fill('anything');
      await box().press('Enter');
      await page.locator('.waiting').waitFor();
      expect(
        await page.evaluate('getComputedStyle(document.querySelector(".waiting"), "::before").animationName'),
      ).toBe('none');
    });

    it('prints the answer with its credit and without the controls', async () => {
      await open();
      const reply = await ask(QUESTIONS.answered);
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('#dock').isVisible()).toBe(false);
      expect(await reply.locator('.source-card .credit').isVisible()).toBe(true);
    });
  });

  /** Wholly within what the panel shows, without scrolling. */
  async function expectInPanel(locator: Locator): Promise<void> {
    const [inner, outer] = [await locator.boundingBox(), await page.locator('#panel-body').boundingBox()];
    if (inner === null || outer === null) throw new Error('The panel does not show it.');
    expect(inner.y).toBeGreaterThan(outer.y);
    expect(inner.y + inner.height).toBeLessThan(outer.y + outer.height);
  }
});

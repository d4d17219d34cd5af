import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText } from '../../../src/adapters/slack/escape.ts';
import { phrasesIn } from '../../../src/adapters/slack/phrases.ts';
import { renderAnswer } from '../../../src/adapters/slack/render-answer.ts';
import { renderEvidence } from '../../../src/adapters/slack/render-evidence.ts';
import { renderHome } from '../../../src/adapters/slack/render-home.ts';
import { renderReply } from '../../../src/adapters/slack/render-reply.ts';
import { listSourceNames, renderSettingsForm } from '../../../src/adapters/slack/render-settings.ts';
import type { Answer, Citation } from '../../../src/core/answer.ts';
import { DEFAULT_PLACE_SETTINGS, INTERFACE_LANGUAGES } from '../../../src/core/platform.ts';
import type { DocumentSummary } from '../../../src/core/ports.ts';
import { textIn } from './slack-desk.ts';
import { checkMessageBlocks, checkView } from './stand-in/check-blocks.ts';

const NOW = new Date('2026-11-22T00:00:00Z');

/** Words of many scripts, with what Slack's markup, links and half characters are made of. */
const word = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom(
    '<!channel>',
    '<@U1>',
    '*b*',
    '_i_',
    '`c`',
    '&amp;',
    '>',
    '|',
    ':smile:',
    'ΑΒΓ',
    '数据主权',
    'שלום',
    '\u202Eabc',
  ),
  fc.constantFrom('\uD800', '\uDC00', '\u0000', '\n', 'https://evil.example/x', 'www.bank.example', '👩‍👩‍👧‍👦'),
);
const text = (maxWords: number) =>
  fc.array(word, { minLength: 1, maxLength: maxWords }).map((words) => words.join(' '));
/** From one word to far more than a message holds. */
const longText = fc.oneof(
  text(20),
  fc.tuple(text(10), fc.integer({ min: 1, max: 400 })).map(([some, times]) => `${some} `.repeat(times)),
);
const filled = (some: fc.Arbitrary<string>) => some.map((one) => `x${one}`);
const url = fc.option(
  fc.oneof(
    fc.webUrl(),
    fc.constantFrom(
      'javascript:alert(1)',
      'https://a:b@c.example/',
      'not an address',
      `https://x.example/${'y'.repeat(4000)}`,
    ),
  ),
  { nil: undefined },
);
const speaker = fc.option(
  fc.record(
    { name: text(4), role: fc.option(text(4), { nil: undefined }), organisation: text(3) },
    { requiredKeys: [] },
  ),
  { nil: undefined },
);
const citationWithout = fc.record({
  document: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
  title: longText,
  publisher: fc.option(text(4), { nil: undefined }),
  // The credit that the source demands: marked, so that it can be found again.
  attribution: fc.oneof(filled(text(6)), filled(longText)),
  url,
  published: fc.option(fc.constantFrom('2026-06', '2019', '2026-11-20'), { nil: undefined }),
  quote: longText,
  start: fc.constant(0),
  end: fc.constant(0),
  speaker,
  via: fc.option(text(3), { nil: undefined }),
});
const citations = fc
  .array(citationWithout, { maxLength: 40 })
  .map((list): Citation[] => list.map((one, at) => ({ ...one, n: at + 1 })));

const answer: fc.Arbitrary<Answer> = citations.chain((cited) =>
  fc.record({
    question: text(10),
    understoodAs: fc.option(longText, { nil: undefined }),
    status: fc.constantFrom('answered', 'not_found'),
    text: longText,
    sentences: fc.array(
      longText.map((one) => ({ text: one, citations: cited.length === 0 ? [] : [1] })),
      { maxLength: 60 },
    ),
    citations: fc.constant(cited),
    related: fc.constant(cited),
    conflicts: fc.array(
      text(6).map((about) => ({ about, citations: cited.slice(0, 2).map(({ n }) => n) })),
      { maxLength: 3 },
    ),
    mode: fc.constantFrom('extractive', 'generated'),
    newest: fc.constantFrom(undefined, '2026-06', '2024'),
    tookMs: fc.constant(1),
  }),
);
const language = fc.constantFrom(...INTERFACE_LANGUAGES);
/** Found failures are reported as they are: shrinking texts of this size takes minutes. */
const RUNS = { numRuns: 100, endOnFailure: true };

/** What is read in the text of blocks, without the words on buttons. */
const readIn = (blocks: readonly { readonly type: string }[]) =>
  textIn(blocks.filter(({ type }) => type === 'rich_text'));
/** Without white space: a credit may be broken over lines, blocks and messages, but no letter of it may be lost. */
const squeeze = (some: string) => cleanText(some).replace(/\s/g, '');

describe('an answer of any size, language and content', () => {
  it('complaint 6, complaint 7: is within every limit of Slack', () => {
    fc.assert(
      fc.property(answer, language, fc.boolean(), (one, spoken, isPrivate) => {
        const options = { phrases: phrasesIn(spoken), now: NOW, isPrivate };
        for (const { text: fallback, blocks } of renderAnswer({ answer: one, permalinkId: 'p'.repeat(22) }, options)) {
          expect(checkMessageBlocks(blocks)).toEqual([]);
          expect(fallback.length).toBeGreaterThan(0);
          expect(fallback.length).toBeLessThanOrEqual(40_000);
        }
      }),
      RUNS,
    );
  });

  it('complaint 1: never loses a source or a credit, in the blocks or in the text', () => {
    fc.assert(
      fc.property(answer, language, (one, spoken) => {
        const options = { phrases: phrasesIn(spoken), now: NOW, isPrivate: false };
        const messages = renderAnswer({ answer: one, permalinkId: 'p' }, options);
        // A continued message begins with a line of its own: credits are looked for around it.
        const continued = squeeze(options.phrases.continued);
        const shown = squeeze(messages.map(({ blocks }) => readIn(blocks)).join('')).replaceAll(continued, '');
        const told = squeeze(messages.map((message) => message.text).join('')).replaceAll(continued, '');
        for (const { n, attribution } of one.status === 'answered' ? one.citations : one.related) {
          expect(shown).toContain(`[${n}]`);
          const credit = squeeze(attribution).replaceAll(continued, '');
          expect(shown).toContain(credit);
          expect(told).toContain(credit.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'));
        }
      }),
      RUNS,
    );
  });

  it('lets nothing of it act: only text, and links that are http', () => {
    fc.assert(
      fc.property(answer, (one) => {
        const messages = renderAnswer(
          { answer: one, permalinkId: 'p' },
          { phrases: phrasesIn('en'), now: NOW, isPrivate: false },
        );
        for (const { blocks, text: fallback } of messages) {
          const json = JSON.stringify(blocks);
          expect(json).not.toMatch(/"type":"(?:mrkdwn|user|usergroup|channel|broadcast|emoji|markdown)"/);
          for (const [, address] of json.matchAll(/"url":"([^"]*)"/g))
            expect(address).toMatch(/^https?:\/\/[^@]*$|^https?:\/\/[^/]*\//);
          // What is left of angle brackets are the desk's own links.
          for (const [, inside] of fallback.matchAll(/<([^>]*)>/g)) expect(inside).toMatch(/^https?:\/\//);
        }
      }),
      RUNS,
    );
  });

  it('is shown as evidence within the limits of a modal', () => {
    fc.assert(
      fc.property(answer, language, (one, spoken) => {
        expect(checkView(renderEvidence(one, new Map(), phrasesIn(spoken)))).toEqual([]);
      }),
      RUNS,
    );
  });
});

const source: fc.Arbitrary<DocumentSummary> = fc.record({
  id: fc.uuid(),
  title: longText,
  titleGivenByDesk: fc.boolean(),
  publisher: fc.option(filled(longText), { nil: undefined }),
  attribution: fc.option(filled(text(8)), { nil: undefined }),
  url,
  published: fc.option(fc.constantFrom('2026-06', '2019'), { nil: undefined }),
  seq: fc.integer({ min: 1 }),
  origin: fc.constant('x'),
  fileName: fc.constant('x.md'),
  contentHash: fc.constant('x'),
  statements: fc.nat(),
  passages: fc.nat(),
});

describe('the other replies', () => {
  it('are within every limit: sources, help, problems, summaries', () => {
    fc.assert(
      fc.property(
        fc.array(source, { maxLength: 120 }),
        longText,
        fc.array(filled(longText), { maxLength: 6 }),
        citations,
        (sources, some, suggestions, cited) => {
          const summary = {
            title: some,
            text: some,
            sentences: suggestions.map((one) => ({ text: one, citations: [1] })),
            citations: cited,
            range: {},
          };
          for (const reply of [
            { kind: 'sources' as const, sources },
            { kind: 'help' as const, text: some, suggestions },
            { kind: 'problem' as const, problem: some, hint: some },
            { kind: 'summary' as const, summary },
            { kind: 'check' as const, text: some, sources: [{ document: 'a', citations: cited }] },
          ])
            for (const { blocks } of renderReply(reply, { phrases: phrasesIn('de'), now: NOW, isPrivate: true }))
              expect(checkMessageBlocks(blocks)).toEqual([]);
        },
      ),
      { numRuns: 40, endOnFailure: true },
    );
  });

  it('are within every limit: the Home tab and the settings form', () => {
    fc.assert(
      fc.property(
        fc.array(source, { maxLength: 150 }),
        language,
        fc.array(filled(text(5)), { maxLength: 60 }),
        (sources, spoken, chosen) => {
          const phrases = phrasesIn(spoken);
          const home = {
            sources,
            digest: undefined,
            suggestions: chosen,
            textGoesTo: undefined,
            memoryHours: 24,
            command: '/x',
          };
          expect(checkView(renderHome(home, phrases))).toEqual([]);
          const settings = { ...DEFAULT_PLACE_SETTINGS, language: spoken, sources: chosen, topics: chosen };
          expect(checkView(renderSettingsForm(settings, { phrases, sources, place: 'T1:C1' }))).toEqual([]);
          expect(listSourceNames(settings, sources).length).toBeLessThanOrEqual(100);
        },
      ),
      { numRuns: 40, endOnFailure: true },
    );
  });
});

import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';

interface Span {
  start: number;
  end: number;
}
/** What the page's module gives; the page is plain JavaScript, checked on its own. */
interface Segments {
  cutSegments<R extends Span>(whole: Span, ranges: readonly R[]): { start: number; end: number; ranges: R[] }[];
  sweepSpans<R extends Span>(pieces: readonly Span[], ranges: readonly R[]): R[][];
  findParagraphs(text: string): Span[];
  findQuote(text: string, quote: string, span: Span): Span | undefined;
  splitExplanations(text: string, quotes: readonly string[]): { text: string; byDesk: boolean }[];
}

let page: Segments;
beforeAll(async () => {
  page = (await import(new URL('../../../src/adapters/web/page/segments.js', import.meta.url).href)) as Segments;
});

const span = (from: number, to: number) =>
  fc
    .tuple(fc.integer({ min: from, max: to }), fc.integer({ min: from, max: to }))
    .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));

describe('cutting a text where ranges begin and end', () => {
  it('tells for every character exactly the ranges that hold it', () => {
    fc.assert(
      fc.property(fc.array(span(0, 40), { maxLength: 6 }), (ranges) => {
        const whole = { start: 5, end: 35 };
        const segments = page.cutSegments(whole, ranges);
        for (let at = whole.start; at < whole.end; at += 1) {
          const holding = segments.filter((segment) => segment.start <= at && at < segment.end);
          expect(holding).toHaveLength(1);
          expect(holding[0]?.ranges).toEqual(ranges.filter((range) => range.start <= at && at < range.end));
        }
      }),
    );
  });

  it('leaves no gap and puts nothing twice', () => {
    fc.assert(
      fc.property(fc.array(span(0, 40)), (ranges) => {
        const segments = page.cutSegments({ start: 5, end: 35 }, ranges);
        expect(segments[0]?.start).toBe(5);
        expect(segments.at(-1)?.end).toBe(35);
        for (const [index, segment] of segments.entries()) {
          expect(segment.start).toBeLessThan(segment.end);
          if (index > 0) expect(segment.start).toBe(segments[index - 1]?.end);
        }
      }),
    );
  });
});

describe('ranges laid over pieces in order', () => {
  it('touch exactly the pieces with which they share a character', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(3), fc.integer({ min: 1, max: 6 })), { maxLength: 10 }),
        fc.array(span(0, 60), { maxLength: 10 }),
        (gapsAndLengths, ranges) => {
          let at = 0;
          const pieces = gapsAndLengths.map(([gap, length]) => {
            const start = at + gap;
            at = start + length;
            return { start, end: at };
          });
          const sharing = (piece: Span) =>
            ranges.filter((range) => {
              for (let index = piece.start; index < piece.end; index += 1) {
                if (range.start <= index && index < range.end) return true;
              }
              return false;
            });
          const swept = page.sweepSpans(pieces, ranges);
          expect(swept).toHaveLength(pieces.length);
          for (const [index, piece] of pieces.entries()) {
            const found = (swept[index] ?? []).filter((range) => range.start < range.end);
            expect(new Set(found)).toEqual(new Set(sharing(piece)));
          }
        },
      ),
    );
  });
});

describe('the paragraphs of a text', () => {
  it('are what stands between line breaks, empty ones left out', () => {
    const text = '\n\nOne line.\n  \nAnother 🎈 one.\r\n\nLast';
    expect(page.findParagraphs(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      'One line.',
      'Another 🎈 one.\r',
      'Last',
    ]);
  });

  it('lose no character that can be seen', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', ' ', '\n', '[', '\t', 'é'), { maxLength: 30 }), (characters) => {
        const text = characters.join('');
        const kept = page.findParagraphs(text).map(({ start, end }) => text.slice(start, end));
        expect(kept.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
      }),
    );
  });
});

describe('finding a quote', () => {
  const text = 'The sum (€200 million) is enough. He said: a+b?\nThe sum\n(€200  million) is not.';

  it('takes the place it was told when the words stand there, white space counting as equal', () => {
    const start = text.lastIndexOf('The sum');
    const told = { start, end: text.length };
    expect(page.findQuote(text, 'The sum (€200 million) is not.', told)).toEqual(told);
  });

  it('takes the only other place', () => {
    const found = page.findQuote(text, 'He said: a+b?', { start: 0, end: 13 });
    expect(found && text.slice(found.start, found.end)).toBe('He said: a+b?');
  });

  it('takes no place when there are two, or none', () => {
    expect(page.findQuote(text, 'The sum (€200 million)', { start: 3, end: 9 })).toBeUndefined();
    expect(page.findQuote(text, 'He said: aab', { start: 0, end: 1 })).toBeUndefined();
    expect(page.findQuote(text, '', { start: 2, end: 5 })).toBeUndefined();
  });

  it('finds any words of a text that stand in it once, whatever signs they hold', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 12 }), (words) => {
        const quote = words.replace(/\s+/g, ' ').trim();
        fc.pre(quote !== '' && !quote.includes('@'));
        const holder = `@@@ ${quote} @@@`;
        const found = page.findQuote(holder, quote, { start: 0, end: 1 });
        expect(found).toEqual({ start: 4, end: 4 + quote.length });
      }),
    );
  });
});

describe('the explanations of the desk', () => {
  it('are the brackets that no quote has', () => {
    expect(page.splitExplanations('[OVH] says it [sic] pays', ['He says it [sic] pays'])).toEqual([
      { text: '[OVH]', byDesk: true },
      { text: ' says it ', byDesk: false },
      { text: '[sic]', byDesk: false },
      { text: ' pays', byDesk: false },
    ]);
  });

  it('leave every character of the sentence where it was', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', '[', ']', ' ', 'b'), { maxLength: 20 }), (characters) => {
        const text = characters.join('');
        expect(
          page
            .splitExplanations(text, [])
            .map((part) => part.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../src/core/text/sentences.ts';
import { splitPassages } from '../../src/ingest/split-passages.ts';

const sentence = fc.integer({ min: 1, max: 60 }).map((words) => `Word${' word'.repeat(words - 1)}.`);
const text = fc
  .array(fc.array(sentence, { minLength: 1, maxLength: 8 }), { maxLength: 12 })
  .map((blocks) => blocks.map((block) => block.join(' ')).join('\n'));

const wordsIn = (part: string) => part.split(/\s+/).filter((word) => word !== '').length;

describe('splitPassages', () => {
  it('puts every sentence into exactly one passage, in order, and cuts passages at its sentences', () => {
    fc.assert(
      fc.property(text, (source) => {
        const sentences = splitSentences(source);
        const passages = splitPassages(source, sentences);
        let next = 0;
        for (const { start, end, firstSentence, endSentence } of passages) {
          expect(firstSentence).toBe(next);
          expect(endSentence).toBeGreaterThan(firstSentence);
          expect([start, end]).toEqual([sentences[firstSentence]?.start, sentences[endSentence - 1]?.end]);
          next = endSentence;
        }
        expect(next).toBe(sentences.length);
      }),
    );
  });

  it('makes no passage of more than 190 words of several sentences', () => {
    fc.assert(
      fc.property(text, (source) => {
        for (const { start, end, firstSentence, endSentence } of splitPassages(source, splitSentences(source))) {
          if (endSentence - firstSentence > 1) expect(wordsIn(source.slice(start, end))).toBeLessThanOrEqual(190);
        }
      }),
    );
  });

  it('gives no passage for a text without a sentence', () => {
    expect(splitPassages('', [])).toEqual([]);
  });
});

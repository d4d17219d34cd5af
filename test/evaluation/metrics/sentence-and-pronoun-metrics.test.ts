import { describe, expect, it } from 'vitest';
import { isSameName, scorePronouns } from '../../../src/evaluation/metrics/pronoun-metrics.ts';
import { countExactSpans, isSameSplit, spanF1 } from '../../../src/evaluation/metrics/sentence-metrics.ts';

describe('the comparison of sentences', () => {
  it('asks for the same list, trimmed and with white space folded', () => {
    expect(isSameSplit(['It is\nlate. ', 'Go.'], ['It is late.', 'Go.'])).toBe(true);
    expect(isSameSplit(['It is late. Go.'], ['It is late.', 'Go.'])).toBe(false);
  });

  it('counts exact spans', () => {
    const counts = countExactSpans(
      [
        { start: 0, end: 5 },
        { start: 6, end: 9 },
      ],
      [
        { start: 0, end: 5 },
        { start: 6, end: 10 },
        { start: 11, end: 12 },
      ],
    );
    expect(counts).toEqual({ found: 2, expected: 3, right: 1 });
    expect(spanF1(counts)).toBeCloseTo(0.4);
  });
});

describe('the comparison of names', () => {
  it('takes a name that contains or is contained, with a whole capitalised word shared', () => {
    expect(isSameName('Marsh', 'Ida Marsh')).toBe(true);
    expect(isSameName('Dr Ida Marsh', 'ida marsh')).toBe(false);
    expect(isSameName('Mar', 'Marsh')).toBe(false);
    expect(isSameName('Una Berg', 'Ida Marsh')).toBe(false);
  });

  it('gives accuracy, coverage and precision', () => {
    const figures = scorePronouns([
      { names: ['Ida Marsh'], answer: 'Marsh' },
      { names: ['Ida Marsh'], answer: 'Una Berg' },
      { names: ['Ida Marsh'] },
      { names: ['Una Berg'], answer: 'Una Berg' },
    ]);
    expect(figures).toEqual({ accuracy: 0.5, coverage: 0.75, precision: 2 / 3, items: 4 });
  });
});

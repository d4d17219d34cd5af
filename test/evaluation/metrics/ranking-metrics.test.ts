import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  averagePrecision,
  hasAllWithin,
  mean,
  normalisedDiscountedGain,
  precisionAt,
  recallAt,
  reciprocalRank,
  shareOf,
} from '../../../src/evaluation/metrics/ranking-metrics.ts';

const ranked = ['a', 'x', 'b', 'y', 'z'];
const relevant = new Set(['a', 'b', 'c']);

describe('measures of one ranking', () => {
  it('averages the precision at the ranks of relevant items over all relevant items', () => {
    // Hits at ranks 1 and 3: (1/1 + 2/3 + 0) / 3.
    expect(averagePrecision(ranked, relevant, 1000)).toBeCloseTo((1 + 2 / 3) / 3, 12);
    expect(averagePrecision(ranked, relevant, 2)).toBeCloseTo(1 / 3, 12);
  });

  it('discounts gain by the logarithm of the rank and divides by the ideal ranking', () => {
    // Hits at ranks 1 and 3: 1/log2(2) + 1/log2(4) = 1.5; ideal 1 + 1/log2(3) + 1/2.
    expect(normalisedDiscountedGain(ranked, relevant, 10)).toBeCloseTo(1.5 / (1.5 + 1 / Math.log2(3)), 12);
  });

  it('limits the ideal ranking to the cutoff when more items are relevant', () => {
    expect(normalisedDiscountedGain(['a'], new Set(['a', 'b', 'c']), 1)).toBe(1);
  });

  it('counts empty places as wrong in precision', () => {
    expect(precisionAt(ranked, relevant, 10)).toBeCloseTo(0.2, 12);
    expect(precisionAt(ranked, relevant, 3)).toBeCloseTo(2 / 3, 12);
  });

  it('gives recall as the share of the relevant items within the cutoff', () => {
    expect(recallAt(ranked, relevant, 1)).toBeCloseTo(1 / 3, 12);
    expect(recallAt(ranked, relevant, 100)).toBeCloseTo(2 / 3, 12);
  });

  it('takes the reciprocal rank of the first relevant item, 0 beyond the cutoff or without one', () => {
    expect(reciprocalRank(['x', 'y', 'b'], relevant)).toBeCloseTo(1 / 3, 12);
    expect(reciprocalRank(['x', 'y', 'b'], relevant, 2)).toBe(0);
    expect(reciprocalRank(['x'], relevant)).toBe(0);
  });

  it('says whether all relevant items stand within the cutoff', () => {
    expect(hasAllWithin(['c', 'x', 'a', 'b'], relevant, 4)).toBe(true);
    expect(hasAllWithin(['c', 'x', 'a', 'b'], relevant, 3)).toBe(false);
  });

  it('refuses a ranking without judgements, which would count as anything', () => {
    expect(() => averagePrecision(ranked, new Set(), 10)).toThrow(RangeError);
  });

  it('is 1 in every measure for an ideal ranking and never leaves 0 to 1', () => {
    const ids = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(ids, ids, (order, judged) => {
        const wanted = new Set(judged);
        expect(averagePrecision(judged, wanted, 1000)).toBeCloseTo(1, 9);
        expect(normalisedDiscountedGain(judged, wanted, 10)).toBeCloseTo(1, 9);
        for (const measure of [averagePrecision, normalisedDiscountedGain, precisionAt, recallAt, reciprocalRank]) {
          const value = measure(order, wanted, 10);
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(1 + 1e-9);
        }
      }),
    );
  });
});

describe('means', () => {
  it('are not a number over nothing, so that nothing never looks like a score', () => {
    expect(mean([])).toBeNaN();
    expect(shareOf([])).toBeNaN();
    expect(shareOf([true, false, false, true])).toBe(0.5);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type SelectiveItem, traceSelectiveCurve } from '../../../src/evaluation/metrics/selective-curve.ts';

const right = (confidence?: number): SelectiveItem => item({ answerable: true, isRight: true }, confidence);
const wrong = (confidence?: number): SelectiveItem => item({ answerable: true, isRight: false }, confidence);
const trap = (confidence?: number): SelectiveItem => item({ answerable: false, isRight: false }, confidence);

function item(what: { answerable: boolean; isRight: boolean }, confidence?: number): SelectiveItem {
  const answered = (confidence ?? 1) >= 0.5;
  return { ...what, answered, ...(confidence === undefined ? {} : { confidence }) };
}

describe('the curve of wrong answers against wrong refusals', () => {
  it('goes from nothing answered to everything answered, one step for every confidence', () => {
    const curve = traceSelectiveCurve([right(0.9), trap(0.6), right(0.4), wrong(0.4)]);
    expect(curve?.points).toEqual([
      { threshold: undefined, coverage: 0, risk: 0, wrongAnswers: 0, wrongRefusals: 1 },
      { threshold: 0.9, coverage: 0.25, risk: 0, wrongAnswers: 0, wrongRefusals: 2 / 3 },
      { threshold: 0.6, coverage: 0.5, risk: 0.5, wrongAnswers: 0.25, wrongRefusals: 2 / 3 },
      { threshold: 0.4, coverage: 1, risk: 0.5, wrongAnswers: 0.5, wrongRefusals: 0 },
    ]);
    expect(curve?.desk).toMatchObject({ coverage: 0.5, wrongAnswers: 0.25, wrongRefusals: 2 / 3 });
  });

  it('has the mean risk over all coverages as its area, errors among equals spread evenly', () => {
    // Risks after each item: 0, 1/2, 1/3.
    expect(traceSelectiveCurve([right(0.9), trap(0.6), right(0.3)])?.area).toBeCloseTo((0 + 1 / 2 + 1 / 3) / 3, 12);
    expect(traceSelectiveCurve([right(0.5), trap(0.5)])?.area).toBeCloseTo(0.5, 12);
    expect(traceSelectiveCurve([trap(0.9), right(0.5)])?.bestArea).toBeCloseTo(0.25, 12);
  });

  it('ranks answers before refusals where there is no confidence', () => {
    const refused: SelectiveItem = { answerable: true, answered: false, isRight: true };
    const curve = traceSelectiveCurve([right(), trap(), refused]);
    expect(curve?.points.map(({ coverage }) => coverage)).toEqual([0, 2 / 3, 1]);
  });

  it('is nothing of nothing', () => {
    expect(traceSelectiveCurve([])).toBeUndefined();
  });

  it('never refuses more, nor answers less, with a lower threshold, and lies between the best order and 1', () => {
    const anyItem = fc
      .record({
        answerable: fc.boolean(),
        answered: fc.boolean(),
        right: fc.boolean(),
        level: fc.integer({ max: 9, min: 0 }),
      })
      .map(({ answerable, answered, right: isRight, level }) => ({
        answerable,
        answered,
        isRight: answerable && isRight,
        confidence: level / 9,
      }));
    fc.assert(
      fc.property(fc.array(anyItem, { minLength: 1, maxLength: 60 }), (items) => {
        const curve = traceSelectiveCurve(items);
        if (curve === undefined) throw new Error('no curve');
        curve.points.slice(1).forEach((point, at) => {
          const before = curve.points[at];
          expect(point.coverage).toBeGreaterThan(before?.coverage ?? 1);
          expect(point.wrongAnswers).toBeGreaterThanOrEqual(before?.wrongAnswers ?? 1);
          expect(point.wrongRefusals).toBeLessThanOrEqual(before?.wrongRefusals ?? 0);
        });
        expect(curve.points.at(-1)).toMatchObject({ coverage: 1, wrongRefusals: 0 });
        expect(curve.area).toBeGreaterThanOrEqual(curve.bestArea - 1e-9);
        expect(curve.area).toBeLessThanOrEqual(1);
      }),
    );
  });
});

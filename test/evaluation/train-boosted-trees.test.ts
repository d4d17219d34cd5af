import { describe, expect, test } from 'vitest';
import { predictProbability } from '../../src/answering/judge/boosted-trees.ts';
import { createRandom, fitBoostedTrees } from '../../src/evaluation/train-boosted-trees.ts';

const OPTIONS = {
  trees: 60,
  rate: 0.2,
  leaves: 4,
  leafWeight: 1,
  l2: 1,
  rowShare: 0.8,
  columnShare: 1,
  seed: 3,
};

/** Positive when exactly one of the first two values is above a half; the third value means nothing. */
function makeExamples(seed: number) {
  const random = createRandom(seed);
  return Array.from({ length: 400 }, () => {
    const values = [random(), random(), random()];
    return { values, isPositive: (values[0] ?? 0) > 0.5 !== (values[1] ?? 0) > 0.5, weight: 1 };
  });
}

describe('fitting boosted trees', () => {
  test('learns what no single value tells, and holds on examples not learnt from', () => {
    const model = fitBoostedTrees(makeExamples(1), OPTIONS);
    const right = makeExamples(2).filter((one) => predictProbability(model, one.values) > 0.5 === one.isPositive);
    expect(right.length / 400).toBeGreaterThan(0.93);
  });

  test('gives equal trees for equal examples', () => {
    expect(fitBoostedTrees(makeExamples(1), OPTIONS)).toEqual(fitBoostedTrees(makeExamples(1), OPTIONS));
  });

  test('starts from the weighted share of positives where nothing can be told', () => {
    const examples = [
      { values: [0], isPositive: true, weight: 3 },
      { values: [0], isPositive: false, weight: 1 },
    ];
    const model = fitBoostedTrees(examples, { ...OPTIONS, rowShare: 1 });
    expect(predictProbability(model, [0])).toBeCloseTo(0.75);
  });
});

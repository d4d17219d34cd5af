import { describe, expect, it } from 'vitest';
import { fitLogistic } from '../../src/evaluation/fit-logistic.ts';

const grid = Array.from({ length: 400 }, (_, at) => [(at % 20) / 10 - 1, Math.floor(at / 20) * 3] as const);

describe('logistic regression', () => {
  it('finds the log-odds that the examples were made from', () => {
    const examples = grid.flatMap((values) => {
      const probability = 1 / (1 + Math.exp(-(0.5 + 2 * values[0] - 0.1 * values[1])));
      return [
        { values, isPositive: true, weight: probability },
        { values, isPositive: false, weight: 1 - probability },
      ];
    });
    const { bias, weights } = fitLogistic(examples, 1e-6);
    expect(bias).toBeCloseTo(0.5, 3);
    expect(weights[0]).toBeCloseTo(2, 3);
    expect(weights[1]).toBeCloseTo(-0.1, 4);
  });

  it('stays finite where the examples can be told apart without fail, and with a column that never varies', () => {
    const examples = grid.map(([a, b]) => ({ values: [a, b, 7], isPositive: a > 0, weight: 1 }));
    const { bias, weights } = fitLogistic(examples, 1);
    for (const number of [bias, ...weights]) expect(Number.isFinite(number)).toBe(true);
    expect(weights[0]).toBeGreaterThan(0);
    expect(weights[2]).toBe(0);
  });

  it('gives smaller weights the larger the penalty', () => {
    const examples = grid.map(([a, b]) => ({ values: [a, b], isPositive: a + b / 60 > 0.2, weight: 1 }));
    const size = (penalty: number) => Math.hypot(...fitLogistic(examples, penalty).weights);
    expect(size(100)).toBeLessThan(size(1));
  });
});

import { expect, it } from 'vitest';
import { scoreAbstention } from '../../../src/evaluation/metrics/abstention-metrics.ts';

const repeat = (count: number, answerable: boolean, abstained: boolean) =>
  Array.from({ length: count }, () => ({ answerable, abstained }));

it('scores abstention as the retrieval of unanswerable questions', () => {
  const scores = scoreAbstention([
    ...repeat(6, false, true),
    ...repeat(2, false, false),
    ...repeat(3, true, true),
    ...repeat(9, true, false),
  ]);
  expect(scores.precision).toBeCloseTo(6 / 9, 12);
  expect(scores.recall).toBeCloseTo(6 / 8, 12);
  expect(scores.f1).toBeCloseTo((2 * (6 / 9) * (6 / 8)) / (6 / 9 + 6 / 8), 12);
  expect(scores.wronglyAbstained).toBeCloseTo(3 / 12, 12);
  expect([scores.answerable, scores.unanswerable]).toEqual([12, 8]);
});

it('gives the published figures of a system that always abstains', () => {
  // squad2-dev: 1,845 of 3,522 questions are unanswerable; the reference row says .524, 1, .688, 1.
  const scores = scoreAbstention([...repeat(1845, false, true), ...repeat(1677, true, true)]);
  expect([scores.precision, scores.recall, scores.f1, scores.wronglyAbstained].map((n) => n.toFixed(3))).toEqual([
    '0.524',
    '1.000',
    '0.688',
    '1.000',
  ]);
});

it('calls recall unknown where nothing is unanswerable', () => {
  expect(scoreAbstention(repeat(2, true, false)).recall).toBeNaN();
});

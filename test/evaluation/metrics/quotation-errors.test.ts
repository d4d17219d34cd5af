import { expect, it } from 'vitest';
import type { Statement } from '../../../src/core/statement.ts';
import { listQuotationOutcomes } from '../../../src/evaluation/metrics/quotation-errors.ts';

const text = 'x'.repeat(200);

function statement(start: number, end: number, kind: Statement['kind'], speaker?: [number, number]): Statement {
  const words = speaker === undefined ? {} : { speaker: { start: speaker[0], end: speaker[1], text: 'x' } };
  return { start, end, text: text.slice(start, end), kind, carried: false, ...words };
}

const gold = (start: number, end: number, source: { start: number; end: number }[] = [{ start: 190, end: 195 }]) => ({
  kind: 'direct' as const,
  content: [{ start, end }],
  source,
});

it('says of every quotation what became of it', () => {
  const outcomes = listQuotationOutcomes({
    text,
    kind: 'direct',
    statements: [
      statement(0, 10, 'direct', [192, 194]),
      statement(20, 30, 'direct', [180, 185]),
      statement(40, 50, 'direct'),
      statement(60, 63, 'direct'),
      statement(80, 90, 'mixed'),
      statement(120, 130, 'direct', [192, 194]),
      statement(140, 150, 'direct'),
    ],
    gold: [gold(0, 10), gold(20, 30), gold(40, 50), gold(60, 70), gold(80, 90), gold(100, 110), gold(120, 130, [])],
  });
  expect(outcomes.map(({ verdict, span }) => [span.start, verdict])).toEqual([
    [0, 'right'],
    [20, 'wrong speaker'],
    [40, 'no speaker'],
    [60, 'other bounds'],
    [80, 'found as another kind'],
    [100, 'missed'],
    [120, 'speaker where none is named'],
    [140, 'spurious'],
  ]);
});

import { describe, expect, it } from 'vitest';
import type { Statement } from '../../../src/core/statement.ts';
import {
  addQuotationCounts,
  countQuotations,
  joinParts,
  matchSpans,
  NO_QUOTATIONS,
  quotationFigures,
} from '../../../src/evaluation/metrics/quotation-metrics.ts';

const text = 'x'.repeat(100);

function statement(start: number, end: number, kind: Statement['kind'], speaker?: [number, number]): Statement {
  const words =
    speaker === undefined ? undefined : { start: speaker[0], end: speaker[1], text: text.slice(...speaker) };
  return {
    start,
    end,
    text: text.slice(start, end),
    kind,
    carried: false,
    ...(words === undefined ? {} : { speaker: words }),
  };
}

describe('the count of quotations', () => {
  it('matches contents from four fifths of overlap on, and speakers by any overlap', () => {
    const counts = countQuotations({
      text,
      kind: 'indirect',
      statements: [
        statement(0, 8, 'indirect', [20, 24]),
        statement(30, 37, 'indirect', [50, 52]),
        statement(60, 70, 'indirect'),
      ],
      gold: [
        { kind: 'indirect', content: [{ start: 0, end: 10 }], source: [{ start: 23, end: 30 }] },
        { kind: 'indirect', content: [{ start: 30, end: 40 }], source: [{ start: 50, end: 52 }] },
        { kind: 'indirect', content: [{ start: 60, end: 70 }], source: [] },
      ],
    });
    // 8 of 10 characters match; 7 of 10 do not.
    expect(counts).toEqual({
      predicted: 3,
      gold: 3,
      matched: 2,
      exact: 1,
      touched: 3,
      sourced: 1,
      speakerGiven: 1,
      speakerRight: 1,
      unsourced: 1,
      unsourcedLeft: 1,
    });
    const figures = quotationFigures(counts);
    expect(figures.f1).toBeCloseTo(2 / 3);
    expect(figures.speakerAccuracy).toBe(1);
    expect(figures.unattributed).toBe(1);
  });

  it('does not hold a direct span against us that lies in a mixed one', () => {
    const gold = [{ kind: 'mixed', content: [{ start: 0, end: 20 }], source: [] }] as const;
    const statements = [statement(5, 15, 'direct'), statement(40, 50, 'direct')];
    expect(countQuotations({ text, kind: 'direct', statements, gold }).predicted).toBe(1);
  });

  it('joins parts with only white space between them', () => {
    const parts = [
      { start: 4, end: 6 },
      { start: 0, end: 3 },
      { start: 8, end: 9 },
    ];
    expect(joinParts('abc de fgh', parts)).toEqual([
      { start: 0, end: 6 },
      { start: 8, end: 9 },
    ]);
  });

  it('matches one to one, the best overlap first', () => {
    const gold = [{ start: 0, end: 10 }];
    expect(
      matchSpans(
        [
          { start: 0, end: 8 },
          { start: 0, end: 10 },
        ],
        gold,
        0.5,
      ),
    ).toEqual([{ left: 1, right: 0 }]);
  });

  it('adds up, and is 0 over nothing', () => {
    expect(quotationFigures(addQuotationCounts(NO_QUOTATIONS, NO_QUOTATIONS)).f1).toBe(0);
  });
});

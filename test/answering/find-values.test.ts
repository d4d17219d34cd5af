import { describe, expect, it } from 'vitest';
import { findValues } from '../../src/answering/find-values.ts';

const found = (text: string) => findValues(text).map(({ kind, text: words }) => [kind, words]);

describe('the values of a text', () => {
  it.each([
    ['It was sold on March 25, 2026.', [['date', 'March 25, 2026']]],
    ['Since May 2024 nothing happened.', [['date', 'May 2024']]],
    ['It begins in 2028.', [['date', '2028']]],
    ['It costs €1.2 billion.', [['money', '€1.2 billion']]],
    ['They paid 40 million euros.', [['money', '40 million euros']]],
    ['A rise of 12.5 % is likely.', [['share', '12.5 %']]],
    ['It has 1,400 ships.', [['number', '1,400']]],
    ['Seven people came.', [['number', 'Seven']]],
    ['Nothing to see.', []],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it.each([
    ['€1.2 billion', 1_200_000_000],
    ['1,400', 1_400],
    ['1.400.000', 1_400_000],
    ['238 million dollars', 238_000_000],
    ['40.9%', 40.9],
    ['$5k', 5_000],
  ])('reads %s as %d', (text, amount) => {
    expect(findValues(text)[0]?.amount).toBeCloseTo(amount, 6);
  });

  it('gives spans that hold the words', () => {
    const text = 'On 3 March 2026 it paid $5 million, 12% more, to 300 people.';
    for (const value of findValues(text)) expect(text.slice(value.start, value.end)).toBe(value.text);
  });

  it('stays quick on long rows of digits', () => {
    expect(findValues('1,'.repeat(20_000)).length).toBeGreaterThan(0);
  });
});

import { describe, expect, it } from 'vitest';
import { parseComparison } from '../../src/retrieval/comparison-question.ts';

describe('a question that compares', () => {
  it.each([
    ['Do the sources agree on the cost?', { sides: [], topic: 'the cost' }],
    ['Where do the two reports differ about the date?', { sides: [], topic: 'the date' }],
    ['How do Acme and Bluewater differ on prices?', { sides: ['Acme', 'Bluewater'], topic: 'prices' }],
    ['Compare what the Council and Acme said about prices', { sides: ['the Council', 'Acme'], topic: 'prices' }],
    ['What is the difference between Acme and Bluewater on prices?', { sides: ['Acme', 'Bluewater'], topic: 'prices' }],
  ])('is read with its sides and its topic: %s', (question, expected) => {
    const found = parseComparison(question);
    expect(found?.topic).toBe(expected.topic);
    expect(found?.sides.map((side) => side.replace(/^the /, ''))).toEqual(
      expected.sides.map((side) => side.replace(/^the /, '')),
    );
  });

  it.each(['What did Acme say?', 'How many ships and trains are there?', 'Did Acme buy Bluewater?'])(
    'is not seen in “%s”',
    (question) => {
      expect(parseComparison(question)).toBeUndefined();
    },
  );
});

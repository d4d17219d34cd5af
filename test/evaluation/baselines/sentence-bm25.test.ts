import { expect, it } from 'vitest';
import { createSentenceBm25 } from '../../../src/evaluation/baselines/sentence-bm25.ts';

const DOCUMENTS = [
  { id: 'a', text: 'Ada built a ship. The ship sank in May.' },
  { id: 'b', text: 'Bob built a house and a barn and a fence and a gate.' },
];

it('gives the sentences that share the rarest words with the question, shorter ones first', () => {
  const found = createSentenceBm25(DOCUMENTS).find('When did the ship sink, which Ada built?', 3);
  expect(found.map(({ document, quote }) => [document, quote])).toEqual([
    ['a', 'Ada built a ship.'],
    ['a', 'The ship sank in May.'],
    ['b', 'Bob built a house and a barn and a fence and a gate.'],
  ]);
});

it('finds nothing without a shared word, and no more than it is asked for', () => {
  const bm25 = createSentenceBm25(DOCUMENTS);
  expect(bm25.find('Quantum physics?', 3)).toEqual([]);
  expect(bm25.find('built', 1)).toHaveLength(1);
});

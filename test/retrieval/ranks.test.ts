import { describe, expect, it } from 'vitest';
import type { WeightedTerm } from '../../src/core/ports.ts';
import { expandQuery } from '../../src/retrieval/expand-query.ts';
import { blendParts, fuseDocuments, fusePassages } from '../../src/retrieval/fuse-ranks.ts';
import { queryTerms } from '../../src/retrieval/hybrid-retriever.ts';
import { splitQuery } from '../../src/retrieval/split-query.ts';

describe('fused ranks', () => {
  it('put a document that all ranks hold above one that a single rank holds', () => {
    const fused = fuseDocuments({
      documents: [
        { seq: 1, score: 4 },
        { seq: 2, score: 4 },
      ],
      passages: [{ seq: 2, passage: 3, score: 2 }],
      near: [{ seq: 2, passage: 1, score: 0.2 }],
    });
    expect(fused.map(({ seq }) => seq)).toEqual([2, 1]);
  });

  it('name the passage that contributed most', () => {
    const [first] = fuseDocuments({
      documents: [],
      passages: [
        { seq: 7, passage: 2, score: 1 },
        { seq: 7, passage: 5, score: 3 },
      ],
      near: [],
    });
    expect(first).toMatchObject({ seq: 7, passage: 5 });
  });

  it('never lift a passage for being far away', () => {
    const fused = fusePassages({
      documents: [],
      passages: [{ seq: 1, passage: 0, score: 1 }],
      near: [{ seq: 2, passage: 0, score: -0.4 }],
    });
    expect(fused[0]).toMatchObject({ seq: 1 });
    expect(fused.find(({ seq }) => seq === 2)?.score ?? 0).toBe(0);
  });

  it('are empty for empty ranks', () => {
    expect(fuseDocuments({ documents: [], passages: [], near: [] })).toEqual([]);
  });

  it('lift the document that answers one part of a long query', () => {
    const whole = [
      { seq: 1, score: 1, passage: 0 },
      { seq: 2, score: 0.9, passage: 0 },
      { seq: 3, score: 0.3, passage: 0 },
    ];
    const blended = blendParts(whole, [[{ seq: 3, score: 5, passage: 1 }], [{ seq: 1, score: 2, passage: 0 }]]);
    expect(blended.map(({ seq }) => seq)).toEqual([1, 3, 2]);
  });
});

describe('the parts of a query', () => {
  it('are one for a short query', () => {
    expect(splitQuery('export controls and chips')).toEqual(['export controls and chips']);
  });

  it('hold every word of a long query, in order', () => {
    const long =
      'Did the harbour authority of Nordhafen report a fall in container traffic after the strike of the pilots, while the railway company announced higher freight volumes on the northern line to Kelp, and the ministry promised new locomotives, stronger bridges and longer sidings before winter?';
    const parts = splitQuery(long);
    expect(parts.length).toBeGreaterThan(1);
    expect(parts.join(' ')).toBe(long);
  });
});

describe('query expansion', () => {
  const frequencies = { harbour: 2, the: 90, cargo: 3, ship: 40 } as Readonly<Record<string, number>>;
  const keywords = {
    documentFrequencies: async (terms: readonly string[]) => ({
      documents: 100,
      frequencies: terms.map((term) => frequencies[term] ?? 1),
    }),
  };
  const weightOf = (terms: readonly WeightedTerm[], term: string) =>
    terms.find((one) => one.term === term)?.weight ?? 0;
  const feedback = [{ document: { title: 'Harbour', text: 'Cargo cargo ship.', language: 'en' }, score: 1 }];

  it('adds the terms that mark the best documents out and gives them the share asked for', async () => {
    const terms = [{ term: 'harbour', weight: 2 }];
    const expanded = await expandQuery({ terms, feedback, share: 0.25 }, keywords);
    expect(weightOf(expanded, 'cargo')).toBeGreaterThan(weightOf(expanded, 'ship'));
    const total = expanded.reduce((sum, { weight }) => sum + weight, 0);
    expect(total).toBeCloseTo(2 / 0.75, 10);
  });

  it('leaves the query as it is when there is nothing to learn', async () => {
    const terms = [{ term: 'harbour', weight: 2 }];
    expect(await expandQuery({ terms, feedback: [], share: 0.4 }, keywords)).toEqual(terms);
  });
});

describe('query terms', () => {
  it('hold a word in the stems of every language of the index, once each', () => {
    const terms = queryTerms('Regulierungen').map(({ term }) => term);
    expect(new Set(terms).size).toBe(terms.length);
    expect(terms).toContain('regulier');
  });

  it('leave stop words out', () => {
    expect(queryTerms('what is the of and')).toEqual([]);
  });
});

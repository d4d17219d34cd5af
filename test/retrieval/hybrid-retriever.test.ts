import { describe, expect, it } from 'vitest';
import { createHybridRetriever } from '../../src/retrieval/hybrid-retriever.ts';
import { makeStoredDocument } from '../support/make-document.ts';

describe('the ranking of documents', () => {
  it('embeds and searches a query of one part once, though it ranks twice', async () => {
    const document = makeStoredDocument({ id: 'harbour', text: 'The harbour was opened in May.' });
    const calls = { embedded: 0, near: 0, documents: 0 };
    const retriever = createHybridRetriever({
      store: { readDocuments: async () => [document] },
      keywords: {
        searchDocuments: async () => {
          calls.documents += 1;
          return [{ seq: document.seq, score: 2 }];
        },
        searchPassages: async () => [{ seq: document.seq, passage: 0, score: 2 }],
        documentFrequencies: async (terms) => ({ documents: 9, frequencies: terms.map(() => 1) }),
      },
      vectors: {
        describe: async () => 'fake',
        searchPassages: async () => {
          calls.near += 1;
          return [{ seq: document.seq, passage: 0, score: 0.5 }];
        },
      },
      embedder: {
        name: 'fake',
        dimensions: 1,
        sendsTextAway: false,
        embedDocuments: async (texts) => texts.map(() => Float32Array.of(1)),
        embedQuery: async () => {
          calls.embedded += 1;
          return Float32Array.of(1);
        },
      },
    });
    const ranked = await retriever.rankDocuments({ text: 'harbour opened', limit: 5 });
    expect(ranked.map(({ seq }) => seq)).toEqual([document.seq]);
    expect(calls).toEqual({ embedded: 1, near: 1, documents: 2 });
  });
});

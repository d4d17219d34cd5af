import { describe, expect, it } from 'vitest';
import { createDocumentCache } from '../../src/retrieval/document-cache.ts';
import { makeStoredDocument } from '../support/make-document.ts';

function createStore(lengths: readonly number[]) {
  const documents = lengths.map((length, at) => ({
    ...makeStoredDocument({ id: `d${at}`, text: 'word. ' }),
    text: 'x'.repeat(length),
    seq: at + 1,
  }));
  const asked: number[][] = [];
  return {
    asked,
    readDocuments: async (seqs: readonly number[]) => {
      asked.push([...seqs]);
      return seqs.flatMap((seq) => documents[seq - 1] ?? []);
    },
  };
}

describe('the cache of documents', () => {
  it('asks the store once for a document, and keeps the order asked for', async () => {
    const store = createStore([10, 10, 10]);
    const cache = createDocumentCache(store);
    await cache.readDocuments([2]);
    const read = await cache.readDocuments([3, 2, 1]);
    expect(read.map(({ seq }) => seq)).toEqual([3, 2, 1]);
    expect(store.asked).toEqual([[2], [3, 1]]);
  });

  it('leaves out what the store no longer has', async () => {
    const cache = createDocumentCache(createStore([10]));
    expect((await cache.readDocuments([1, 9])).map(({ seq }) => seq)).toEqual([1]);
  });

  it('lets the longest unused go when texts grow large, and reads them anew', async () => {
    const store = createStore([3_000_000, 3_000_000]);
    const cache = createDocumentCache(store);
    await cache.readDocuments([1]);
    await cache.readDocuments([2]);
    await cache.readDocuments([1]);
    expect(store.asked).toEqual([[1], [2], [1]]);
  });
});

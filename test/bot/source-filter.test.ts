import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRestrictedRetriever, createSourceMembers, isOfSources } from '../../src/bot/source-filter.ts';
import type { DocumentSummary, PassageHit } from '../../src/core/ports.ts';
import { DAILY } from '../support/fake-desk.ts';

const summary = (parts: Partial<DocumentSummary>): DocumentSummary => ({
  ...DAILY,
  statements: 1,
  passages: 3,
  ...parts,
});

describe('the sources of a place', () => {
  it('are named by id, publisher or credit, upper and lower case alike; without any, all are meant', () => {
    const one = { id: 'port-fees', publisher: 'The Quay', attribution: 'Quay Media', fileName: 'x.md' };
    for (const name of ['port-fees', 'PORT-FEES', ' the quay ', 'quay media'])
      expect(isOfSources(one, [name])).toBe(true);
    for (const name of ['port', 'quay', 'x.md']) expect(isOfSources(one, [name])).toBe(false);
    expect(isOfSources({ id: 'a', fileName: 'x.md' }, ['X.md'])).toBe(true);
    expect(isOfSources(one, [])).toBe(true);
    expect(isOfSources(one, ['other', 'the quay'])).toBe(true);
  });

  it('are looked up anew when the store has changed, and not before', async () => {
    let generation = 1;
    let reads = 0;
    const documents = [summary({ seq: 1, id: 'a' }), summary({ seq: 2, id: 'b' })];
    const findMembers = createSourceMembers({
      generation: async () => generation,
      listDocuments: async () => {
        reads += 1;
        return documents;
      },
    });
    expect([...(await findMembers(['a']))]).toEqual([1]);
    expect([...(await findMembers(['b']))]).toEqual([2]);
    expect(reads).toBe(1);
    documents.push(summary({ seq: 3, id: 'A' }));
    generation = 2;
    expect([...(await findMembers(['a']))]).toEqual([1, 3]);
  });
});

describe('a retriever of some sources', () => {
  it('gives the best passages of the members, in their order, as many as asked, though others rank before', async () => {
    const hits = fc.array(fc.record({ seq: fc.integer({ min: 1, max: 9 }), passage: fc.integer({ min: 0, max: 2 }) }));
    await fc.assert(
      fc.asyncProperty(hits, fc.uniqueArray(fc.integer({ min: 1, max: 9 })), fc.nat(6), async (found, own, limit) => {
        const ranked = found.map((hit, at): PassageHit => ({ ...hit, score: found.length - at }));
        const retriever = createRestrictedRetriever({
          rankPassages: async (query) => ranked.slice(0, query.limit),
          findMembers: async () => new Set(own),
          store: {
            readDocuments: async (seqs) =>
              seqs.map((seq) => ({
                ...DAILY,
                seq,
                passages: [0, 1, 2].map((at) => ({ start: at, end: at + 1, firstSentence: at, endSentence: at + 1 })),
              })),
          },
        });
        const got = await retriever.retrieve({ text: 'x', limit });
        const expected = ranked.filter(({ seq }) => own.includes(seq)).slice(0, limit);
        expect(
          got.map(({ document, passageIndex, score }) => ({ seq: document.seq, passage: passageIndex, score })),
        ).toEqual(expected);
      }),
    );
  });
});

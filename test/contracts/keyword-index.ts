import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { KeywordIndex, KnowledgeStore, WeightedTerm } from '../../src/core/ports.ts';
import { type DocumentSketch, sketchDocument } from '../store/indexed-documents.ts';
import { passagesOf, scoreNaively, wholeTextsOf } from '../store/naive-bm25.ts';

export interface KeywordSubject {
  readonly knowledge: KnowledgeStore;
  readonly keywords: KeywordIndex;
  close(): Promise<void>;
}

export interface KeywordExpectations {
  readonly documents: { k1: number; b: number };
  readonly passages: { k1: number; b: number };
}

/** What every KeywordIndex must do. `open` gives an index over an empty store. */
export function testKeywordIndex(name: string, open: () => Promise<KeywordSubject>, bm25: KeywordExpectations): void {
  const using = async (work: (subject: KeywordSubject) => Promise<void>): Promise<void> => {
    const subject = await open();
    try {
      await work(subject);
    } finally {
      await subject.close();
    }
  };
  const put = ({ knowledge }: KeywordSubject, ...documents: DocumentSketch[]) =>
    knowledge.applyChange({ put: documents.map(sketchDocument), removeIds: [] });
  const query = (...terms: string[]): WeightedTerm[] => terms.map((term) => ({ term, weight: 1 }));

  describe(`${name} as a KeywordIndex`, () => {
    it('finds nothing in an empty store', () =>
      using(async ({ keywords }) => {
        expect(await keywords.searchPassages({ terms: query('a'), limit: 10 })).toEqual([]);
        expect(await keywords.searchDocuments({ terms: query('a'), limit: 10 })).toEqual([]);
        expect(await keywords.documentFrequencies(['a'])).toEqual({ frequencies: [0], documents: 0 });
      }));

    it('finds nothing for no terms, for weights that are not above 0, and for a limit of 0', () =>
      using(async (subject) => {
        await put(subject, { id: 'a', passages: ['x'] });
        const { keywords } = subject;
        expect(await keywords.searchPassages({ terms: [], limit: 10 })).toEqual([]);
        for (const weight of [0, -1, Number.NaN, Number.POSITIVE_INFINITY]) {
          expect(await keywords.searchPassages({ terms: [{ term: 'x', weight }], limit: 10 })).toEqual([]);
        }
        for (const limit of [0, -1, Number.NaN]) {
          expect(await keywords.searchDocuments({ terms: query('x'), limit })).toEqual([]);
        }
        expect(await keywords.searchDocuments({ terms: query('x'), limit: Number.POSITIVE_INFINITY })).toHaveLength(1);
      }));

    it('finds a document, but no passage, by its head', () =>
      using(async (subject) => {
        await put(subject, { id: 'a', head: 'reuters', passages: ['budget'] }, { id: 'b', passages: ['budget'] });
        const [a] = await subject.knowledge.findDocuments(['a']);
        const hits = await subject.keywords.searchDocuments({ terms: query('reuters'), limit: 10 });
        expect(hits.map(({ seq }) => seq)).toEqual([a?.seq]);
        expect(await subject.keywords.searchPassages({ terms: query('reuters'), limit: 10 })).toEqual([]);
        expect(await subject.keywords.documentFrequencies(['reuters', 'budget', 'none'])).toEqual({
          frequencies: [1, 2, 0],
          documents: 2,
        });
      }));

    it('takes terms with any characters', () =>
      using(async (subject) => {
        const strange = ['é', '日本', '😀', '\uffff', '\u0000', '\ud800', '"', "'; DROP", 'a*', ''];
        const withTerms = { ...sketchDocument({ id: 'a', passages: ['x'] }), passageTerms: [strange] };
        await subject.knowledge.applyChange({ put: [withTerms], removeIds: [] });
        for (const term of strange) {
          expect(await subject.keywords.searchPassages({ terms: query(term), limit: 5 })).toHaveLength(1);
        }
      }));

    it('shows the newest content after each change', () =>
      using(async (subject) => {
        const found = async (term: string) =>
          (await subject.keywords.searchDocuments({ terms: query(term), limit: 10 })).length;
        await put(subject, { id: 'a', passages: ['old'] });
        expect([await found('old'), await found('new')]).toEqual([1, 0]);
        await put(subject, { id: 'a', passages: ['new'] });
        expect([await found('old'), await found('new')]).toEqual([0, 1]);
        await subject.knowledge.applyChange({ put: [], removeIds: ['a'] });
        expect([await found('old'), await found('new')]).toEqual([0, 0]);
      }));

    it('gives equal scores in the order in which the documents came', () =>
      using(async (subject) => {
        for (const id of ['a', 'b', 'c']) await put(subject, { id, passages: ['same', 'same'] });
        const hits = await subject.keywords.searchPassages({ terms: query('same'), limit: 4 });
        const seqs = hits.map(({ seq }) => seq);
        expect(hits.map(({ passage }) => passage)).toEqual([0, 1, 0, 1]);
        expect(seqs).toEqual([...seqs].sort((a, b) => a - b));
      }));

    it('scores like BM25 written down naively, through changes, removals and merges', async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(change, { minLength: 1, maxLength: 14 }),
          weightedTerms,
          fc.integer({ min: 1, max: 12 }),
          (changes, terms, limit) =>
            using(async (subject) => {
              const held = new Map<string, DocumentSketch>();
              for (const { put: sketches, remove } of changes) {
                await subject.knowledge.applyChange({ put: sketches.map(sketchDocument), removeIds: remove });
                for (const id of remove) held.delete(id);
                for (const sketch of sketches) held.delete(sketch.id);
                for (const sketch of sketches) held.set(sketch.id, sketch);
              }
              const ids = new Map((await subject.knowledge.listDocuments()).map(({ seq, id }) => [seq, id]));
              expect([...ids.values()].sort()).toEqual([...held.keys()].sort());
              const documents = [...held.values()];

              const whole = wholeTextsOf(documents);
              const documentScores = scoreNaively(
                whole.map(({ words }) => words),
                terms,
                bm25.documents,
              );
              expectRanking(
                (await subject.keywords.searchDocuments({ terms, limit })).map(({ seq, score }) => [
                  ids.get(seq) ?? '',
                  score,
                ]),
                new Map(whole.map(({ id }, index) => [id, documentScores[index] ?? 0])),
                limit,
              );

              const passages = passagesOf(documents);
              const passageScores = scoreNaively(
                passages.map(({ words }) => words),
                terms,
                bm25.passages,
              );
              expectRanking(
                (await subject.keywords.searchPassages({ terms, limit })).map(({ seq, passage, score }) => [
                  `${ids.get(seq)} ${passage}`,
                  score,
                ]),
                new Map(passages.map(({ id, passage }, index) => [`${id} ${passage}`, passageScores[index] ?? 0])),
                limit,
              );

              const asked = terms.map(({ term }) => term);
              expect(await subject.keywords.documentFrequencies(asked)).toEqual({
                frequencies: asked.map((term) => whole.filter(({ words }) => words.includes(term)).length),
                documents: documents.length,
              });
            }),
        ),
        { numRuns: 60 },
      );
    }, 60_000);
  });
}

const word = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'ff', 'gg', 'é', '日');
const text = fc.array(word, { maxLength: 9 }).map((words) => words.join(' '));
const id = fc.constantFrom('p', 'q', 'r', 's', 't', 'u', 'v', 'w');
const sketch: fc.Arbitrary<DocumentSketch> = fc.record({ id, head: text, passages: fc.array(text, { maxLength: 4 }) });
const change = fc.record({
  put: fc.uniqueArray(sketch, { selector: (document) => document.id, maxLength: 4 }),
  remove: fc.array(id, { maxLength: 2 }),
});
const weightedTerms = fc.array(
  fc.record({ term: fc.oneof(word, fc.constant('zz')), weight: fc.double({ min: 0.1, max: 4, noNaN: true }) }),
  {
    minLength: 1,
    maxLength: 5,
  },
);

/** The best of `expected`, best first; among equal scores any may come. */
function expectRanking(
  hits: readonly (readonly [string, number])[],
  expected: ReadonlyMap<string, number>,
  limit: number,
): void {
  const best = [...expected.values()].filter((score) => score > 0).sort((a, b) => b - a);
  expect(hits.map(([, score]) => score)).toEqual(best.slice(0, limit).map((score) => expect.closeTo(score, 9)));
  for (const [key, score] of hits) expect(score).toBeCloseTo(expected.get(key) ?? -1, 9);
  expect(new Set(hits.map(([key]) => key)).size).toBe(hits.length);
}

import { describe, expect, it } from 'vitest';
import type { KnowledgeStore, VectorIndex } from '../../src/core/ports.ts';
import { createRandom, normalise, randomVector, sketchDocument } from '../store/indexed-documents.ts';

export interface VectorSubject {
  readonly knowledge: KnowledgeStore;
  readonly vectors: VectorIndex;
  /** Waits until the index has done what it does in the background. */
  settle(): Promise<void>;
  close(): Promise<void>;
}

export interface VectorExpectations {
  /** How much of the true top ten must be found in clustered vectors, 0 to 1; 1 for an exact index. */
  readonly leastRecall: number;
  readonly describedAs: RegExp;
}

const DIMENSIONS = 24;
/** What one byte a number may move a cosine by at this number of dimensions: a few hundredths at the very worst. */
const TOLERANCE = 0.01;

/** What every VectorIndex must do. `open` gives an index over an empty store. */
export function testVectorIndex(name: string, open: () => Promise<VectorSubject>, expected: VectorExpectations): void {
  const using = async (work: (subject: VectorSubject) => Promise<void>): Promise<void> => {
    const subject = await open();
    try {
      await work(subject);
    } finally {
      await subject.close();
    }
  };
  const put = (
    { knowledge }: VectorSubject,
    documents: ReadonlyMap<string, readonly Float32Array[]>,
    embedderName = 'e',
  ) =>
    knowledge.applyChange({
      put: [...documents].map(([id, vectors]) =>
        sketchDocument({ id, passages: vectors.map((_, n) => `p${n}`), vectors }),
      ),
      removeIds: [],
      embedderName,
    });
  const search = async ({ knowledge, vectors }: VectorSubject, vector: Float32Array, limit: number) => {
    const ids = new Map((await knowledge.listDocuments()).map(({ seq, id }) => [seq, id]));
    const hits = await vectors.searchPassages({ vector, limit });
    return hits.map(({ seq, passage, score }) => ({ key: `${ids.get(seq)} ${passage}`, score }));
  };

  describe(`${name} as a VectorIndex`, () => {
    it('finds nothing in an empty store, for a zero vector, and for a limit of 0', () =>
      using(async (subject) => {
        expect(await search(subject, Float32Array.of(1, 0), 10)).toEqual([]);
        await put(subject, new Map([['a', [Float32Array.of(1, 0)]]]));
        await subject.settle();
        expect(await search(subject, Float32Array.of(0, 0), 10)).toEqual([]);
        expect(await search(subject, Float32Array.of(1, 0), 0)).toEqual([]);
        expect(await search(subject, Float32Array.of(1, 0), 5)).toHaveLength(1);
      }));

    it('scores by cosine, best first, whatever the length of the query', () =>
      using(async (subject) => {
        const vectors = [
          [1, 0],
          [0.6, 0.8],
          [-1, 0],
        ].map(([x = 0, y = 0]) => Float32Array.of(x, y));
        await put(subject, new Map([['a', vectors]]));
        await subject.settle();
        for (const length of [1, 7, 0.01]) {
          expect(await search(subject, Float32Array.of(length, 0), 10)).toEqual([
            { key: 'a 0', score: expect.closeTo(1, 2) },
            { key: 'a 1', score: expect.closeTo(0.6, 2) },
            { key: 'a 2', score: expect.closeTo(-1, 2) },
          ]);
        }
      }));

    it('never gives a passage with a zero vector', () =>
      using(async (subject) => {
        await put(subject, new Map([['a', [new Float32Array(2), Float32Array.of(0, 1), new Float32Array(2)]]]));
        await subject.settle();
        expect((await search(subject, Float32Array.of(1, 0.1), 10)).map(({ key }) => key)).toEqual(['a 1']);
      }));

    it('lives with documents that have no passages', () =>
      using(async (subject) => {
        await put(
          subject,
          new Map<string, Float32Array[]>([
            ['empty', []],
            ['a', [Float32Array.of(0, 1)]],
          ]),
        );
        await subject.settle();
        expect((await search(subject, Float32Array.of(0, 1), 10)).map(({ key }) => key)).toEqual(['a 0']);
      }));

    it('refuses a query of other dimensions and says what to do', () =>
      using(async (subject) => {
        await put(subject, new Map([['a', [Float32Array.of(1, 0)]]]));
        await subject.settle();
        await expect(
          subject.vectors.searchPassages({ vector: Float32Array.of(1, 0, 0), limit: 3 }),
        ).rejects.toMatchObject({
          code: 'bad_setting',
          message: expect.stringContaining('3 dimensions'),
          hint: expect.stringContaining('desk index'),
        });
      }));

    it('shows the newest content after each change, also before it has settled', () =>
      using(async (subject) => {
        const keys = async () => (await search(subject, Float32Array.of(1, 0), 10)).map(({ key }) => key);
        const near = [Float32Array.of(1, 0)];
        await put(
          subject,
          new Map([
            ['a', near],
            ['b', [Float32Array.of(0.9, 0.1)]],
          ]),
        );
        await subject.settle();
        expect(await keys()).toEqual(['a 0', 'b 0']);
        await put(subject, new Map([['c', near]]));
        expect(new Set(await keys())).toEqual(new Set(['a 0', 'c 0', 'b 0']));
        await put(subject, new Map([['a', [Float32Array.of(-1, 0.2), Float32Array.of(0, 1)]]]));
        expect(await keys()).toEqual(['c 0', 'b 0', 'a 1', 'a 0']);
        await subject.knowledge.applyChange({ put: [], removeIds: ['c'] });
        expect(await keys()).toEqual(['b 0', 'a 1', 'a 0']);
        await subject.settle();
        expect(await keys()).toEqual(['b 0', 'a 1', 'a 0']);
        await subject.knowledge.applyChange({ put: [], removeIds: ['a', 'b'] });
        expect(await keys()).toEqual([]);
      }));

    it('compares only vectors of the embedder that wrote last', () =>
      using(async (subject) => {
        await put(
          subject,
          new Map([
            ['old', [Float32Array.of(1, 0)]],
            ['both', [Float32Array.of(1, 0)]],
          ]),
          'first',
        );
        await subject.settle();
        await put(subject, new Map([['both', [Float32Array.of(0, 1, 0)]]]), 'second');
        expect((await search(subject, Float32Array.of(0, 1, 0), 10)).map(({ key }) => key)).toEqual(['both 0']);
        await subject.settle();
        expect((await search(subject, Float32Array.of(0, 1, 0), 10)).map(({ key }) => key)).toEqual(['both 0']);
      }));

    it(`finds at least ${expected.leastRecall * 100} % of the ten nearest of clustered vectors, with removals`, () =>
      using(async (subject) => {
        const random = createRandom(11);
        const centres = Array.from({ length: 40 }, () => randomVector(random, DIMENSIONS));
        const near = (): Float32Array => {
          const centre = centres[Math.floor(random() * centres.length)] ?? new Float32Array(DIMENSIONS);
          const noise = randomVector(random, DIMENSIONS);
          return normalise(centre.map((value, index) => value + 0.4 * (noise[index] ?? 0)));
        };
        const held = new Map<string, readonly Float32Array[]>();
        for (let batch = 0; batch < 6; batch += 1) {
          const documents = new Map(
            Array.from(
              { length: 70 },
              (_, n) => [`d${batch}-${n}`, Array.from({ length: 1 + (n % 5) }, near)] as const,
            ),
          );
          await put(subject, documents);
          for (const [id, vectors] of documents) held.set(id, vectors);
          if (batch === 3) await subject.settle();
        }
        const removed = [...held.keys()].filter((_, index) => index % 9 === 0);
        await subject.knowledge.applyChange({ put: [], removeIds: removed });
        for (const id of removed) held.delete(id);

        let found = 0;
        const queries = Array.from({ length: 30 }, near);
        for (const query of queries) {
          const truth = new Map<string, number>();
          for (const [id, vectors] of held) {
            for (const [passage, vector] of vectors.entries()) truth.set(`${id} ${passage}`, cosine(query, vector));
          }
          const tenth = [...truth.values()].sort((a, b) => b - a)[9] ?? 1;
          const hits = await search(subject, query, 10);
          expect(hits).toHaveLength(10);
          expect(new Set(hits.map(({ key }) => key)).size).toBe(10);
          for (const { key, score } of hits) expect(Math.abs(score - (truth.get(key) ?? 9))).toBeLessThan(TOLERANCE);
          for (const [index, { score }] of hits.entries())
            expect(score).toBeLessThanOrEqual(hits[index - 1]?.score ?? 1.01);
          found += hits.filter(({ key }) => (truth.get(key) ?? -1) >= tenth - TOLERANCE).length;
        }
        expect(found / (10 * queries.length)).toBeGreaterThanOrEqual(expected.leastRecall);
        expect(await subject.vectors.describe()).toMatch(expected.describedAs);
      }));
  });
}

function cosine(a: Float32Array, b: Float32Array): number {
  let [product, squaresOfA, squaresOfB] = [0, 0, 0];
  for (const [index, x] of a.entries()) {
    const y = b[index] ?? 0;
    product += x * y;
    squaresOfA += x * x;
    squaresOfB += y * y;
  }
  return product / Math.sqrt(squaresOfA * squaresOfB);
}

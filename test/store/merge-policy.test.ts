import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planMerge, type SegmentSize } from '../../src/store/merge-policy.ts';

const BYTES_PER_DOCUMENT = 1_200;

function sizeOf(documents: number, removed = 0, embedder = 'e'): SegmentSize {
  return { documents, removed, sizeBytes: documents * BYTES_PER_DOCUMENT, embedder };
}

/** Applies plans until there are none; counts the documents rewritten. */
function settle(segments: SegmentSize[]): number {
  let rewritten = 0;
  for (let plan = planMerge(segments); plan !== undefined; plan = planMerge(segments)) {
    const merged = segments.slice(plan.start, plan.end);
    const documents = merged.reduce((sum, segment) => sum + segment.documents - segment.removed, 0);
    segments.splice(plan.start, merged.length, sizeOf(documents, 0, merged[0]?.embedder));
    rewritten += documents;
  }
  return rewritten;
}

describe('the merging of segments', () => {
  it('leaves 100,000 documents that came in batches in at most 12 segments, each rewritten at most 5 times', () => {
    const segments: SegmentSize[] = [];
    let rewritten = 0;
    for (let held = 0; held < 100_000; held += 256) {
      segments.push(sizeOf(256));
      rewritten += settle(segments);
      expect(segments.length).toBeLessThanOrEqual(16);
    }
    expect(segments.length).toBeLessThanOrEqual(12);
    expect(rewritten / 100_000).toBeLessThan(5);
    expect(Math.max(...segments.map(({ documents }) => documents))).toBeLessThanOrEqual(32_768);
  });

  it('keeps documents that came one by one in few segments', () => {
    const segments: SegmentSize[] = [];
    for (let held = 0; held < 3_000; held += 1) {
      segments.push(sizeOf(1));
      settle(segments);
      expect(segments.length).toBeLessThanOrEqual(8);
    }
  });

  it('rewrites a segment with many removed documents', () => {
    expect(planMerge([sizeOf(1_000), sizeOf(20_000, 7_000)])).toEqual({ start: 1, end: 2 });
    expect(planMerge([sizeOf(20_000, 5_000)])).toBeUndefined();
  });

  it('ends, and never joins vectors of two embedders nor makes a segment too large', () => {
    const segment = fc
      .record({
        documents: fc.integer({ min: 1, max: 40_000 }),
        share: fc.double({ min: 0, max: 0.99, noNaN: true }),
        embedder: fc.constantFrom('e', 'f'),
      })
      .map(({ documents, share, embedder }) => sizeOf(documents, Math.floor(documents * share), embedder));
    fc.assert(
      fc.property(fc.array(segment, { maxLength: 30 }), (segments) => {
        for (let plan = planMerge(segments); plan !== undefined; plan = planMerge(segments)) {
          const merged = segments.slice(plan.start, plan.end);
          const documents = merged.reduce((sum, { documents: all, removed }) => sum + all - removed, 0);
          expect(new Set(merged.map(({ embedder }) => embedder)).size).toBe(1);
          if (merged.length > 1) expect(documents).toBeLessThanOrEqual(32_768);
          segments.splice(plan.start, merged.length, sizeOf(documents, 0, merged[0]?.embedder));
        }
      }),
    );
  });
});

/** What the policy knows of a segment. */
export interface SegmentSize {
  /** Removed ones included. */
  readonly documents: number;
  readonly removed: number;
  readonly sizeBytes: number;
  readonly embedder: string | undefined;
}

/** Documents in a segment of the lowest level: one batch of the indexer. */
const LOWEST_LEVEL_DOCUMENTS = 256;
/**
 * Segments of one level that are merged into one of the next. Each document is rewritten about log4(32,768 / 256) = 3.5
 * times, and 100,000 documents stand in about 10 segments; with 8 it would be 2.3 times and up to 20 segments.
 */
const MERGE_FACTOR = 4;
/** No merge makes a larger segment than this: it is rewritten in one transaction, in about a second. */
const LARGEST_DOCUMENTS = 32_768;
const LARGEST_BYTES = 64 * 2 ** 20;
/** A segment with a larger share of removed documents is rewritten without them. */
const LARGEST_REMOVED_SHARE = 0.3;

/**
 * Which neighbours to merge next: positions `[start, end)` in `segments`, which stand in the order of their documents;
 * `undefined` when all is well. A range of one rewrites a segment without its removed documents.
 */
export function planMerge(segments: readonly SegmentSize[]): { start: number; end: number } | undefined {
  const worn = segments.findIndex(({ documents, removed }) => removed > documents * LARGEST_REMOVED_SHARE);
  if (worn >= 0) return { start: worn, end: worn + 1 };
  const topLevel = levelOf(LARGEST_DOCUMENTS / 2);
  for (let level = 0; level <= topLevel; level += 1) {
    const fewest = level === topLevel ? 2 : MERGE_FACTOR;
    for (let start = 0; start < segments.length; start += 1) {
      const end = endOfRun(segments, start, level);
      // Smaller ones among them go along, but do not make a merge due: each would rewrite the large ones again.
      const ofLevel = segments.slice(start, end).filter(({ documents }) => levelOf(documents) === level);
      if (ofLevel.length >= fewest) return { start, end };
    }
  }
  return undefined;
}

/** How far neighbours of at most this level and of one embedder reach without making too large a segment. */
function endOfRun(segments: readonly SegmentSize[], start: number, level: number): number {
  let [documents, sizeBytes, end] = [0, 0, start];
  for (const segment of segments.slice(start)) {
    documents += segment.documents - segment.removed;
    sizeBytes += segment.sizeBytes;
    const fits = documents <= LARGEST_DOCUMENTS && sizeBytes <= LARGEST_BYTES;
    if (!fits || levelOf(segment.documents) > level || segment.embedder !== segments[start]?.embedder) break;
    end += 1;
  }
  return end;
}

/** 0 below 1,024 documents, 1 below 4,096, 2 below 16,384, then 3. */
function levelOf(documents: number): number {
  let level = 0;
  for (let size = LOWEST_LEVEL_DOCUMENTS * MERGE_FACTOR; size <= documents; size *= MERGE_FACTOR) level += 1;
  return level;
}

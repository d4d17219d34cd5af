/** A place with its score; `row` is whatever the caller counts in within `seq`. */
export interface ScoredRow {
  readonly score: number;
  readonly seq: number;
  readonly row: number;
}

/** Keeps the best `limit` rows of those offered: higher scores first, then lower seq, then lower row. */
export interface TopHits {
  /** A row with a lower score than this cannot come in any more. */
  readonly lowestScore: number;
  offer(score: number, seq: number, row: number): void;
  /** Best first; empties nothing. */
  sorted(): ScoredRow[];
}

/** `limit` is a whole number from 0. */
export function createTopHits(limit: number): TopHits {
  // A heap with the worst row on top.
  const heap: ScoredRow[] = [];
  let lowestScore = limit > 0 ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;

  const siftUp = (row: ScoredRow): void => {
    let index = heap.push(row) - 1;
    while (index > 0) {
      const parentIndex = (index - 1) >> 1;
      const parent = heap[parentIndex];
      if (parent === undefined || compareRows(parent, row) >= 0) break;
      heap[index] = parent;
      index = parentIndex;
    }
    heap[index] = row;
  };
  const replaceWorst = (row: ScoredRow): void => {
    let index = 0;
    for (;;) {
      let childIndex = 2 * index + 1;
      let child = heap[childIndex];
      const sibling = heap[childIndex + 1];
      if (child !== undefined && sibling !== undefined && compareRows(sibling, child) > 0) {
        child = sibling;
        childIndex += 1;
      }
      if (child === undefined || compareRows(child, row) <= 0) break;
      heap[index] = child;
      index = childIndex;
    }
    heap[index] = row;
  };

  return {
    get lowestScore() {
      return lowestScore;
    },
    offer(score, seq, row) {
      if (score < lowestScore) return;
      const offered = { score, seq, row };
      if (heap.length < limit) siftUp(offered);
      else if (heap[0] !== undefined && compareRows(offered, heap[0]) < 0) replaceWorst(offered);
      if (heap.length === limit && heap[0] !== undefined) lowestScore = heap[0].score;
    },
    sorted: () => [...heap].sort(compareRows),
  };
}

/** How many hits a caller asks for, as a whole number from 0; what is not a number asks for none. */
export function wholeLimit(limit: number): number {
  return limit > 0 ? Math.floor(Math.min(limit, Number.MAX_SAFE_INTEGER)) : 0;
}

/** Best first. */
function compareRows(a: ScoredRow, b: ScoredRow): number {
  return b.score - a.score || a.seq - b.seq || a.row - b.row;
}

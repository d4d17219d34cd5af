import { Document } from '@langchain/core/documents';
import type { VectorStore } from '@langchain/core/vectorstores';
import { z } from 'zod';
import type { VectorIndex } from '../core/ports.ts';
import { formatCount, toPassageHits } from './exact-vector-index.ts';
import { at, findDocument } from './segment.ts';
import type { IndexPart, IndexSnapshot, SegmentCache } from './segment-cache.ts';
import { createTopHits, wholeLimit } from './top-hits.ts';
import type { VectorRows } from './vector-rows.ts';
import { comparableParts, dotRow, prepareQuery } from './vector-scan.ts';

export interface LangChainVectorIndexOptions {
  readonly segments: SegmentCache;
  /** Gives an empty LangChain vector store; called once, and again when much of the former one's content is gone. */
  readonly openVectorStore: () => Promise<VectorStore>;
  /** For people: "MemoryVectorStore". */
  readonly name: string;
}

/** When more of what was added is gone than this share, a new vector store is filled: few can delete by id. */
const LARGEST_REMOVED_SHARE = 0.3;
const VECTORS_PER_CALL = 1_000;

/**
 * Any LangChain vector store behind the desk's port. It is filled from the desk's store, one entry per passage with the
 * metadata `{ seq, passage }`, and brought up to date before each search. Stores score in ways of their own (similarity,
 * distance, squared distance): of their hits only the places are taken, and scored by cosine here.
 */
export function createLangChainVectorIndex({
  segments,
  openVectorStore,
  name,
}: LangChainVectorIndexOptions): VectorIndex {
  let filled: FilledStore | undefined;
  let turn: Promise<unknown> = Promise.resolve();

  const bringUpToDate = async (
    snapshot: IndexSnapshot,
    rows: ReadonlyMap<IndexPart, VectorRows>,
  ): Promise<FilledStore> => {
    const embedder = [...rows.keys()][0]?.embedder;
    const live = livePassages(rows);
    if (filled?.generation === snapshot.generation) return filled;
    let removed = filled === undefined ? 0 : [...filled.added.keys()].filter((seq) => !live.has(seq)).length;
    if (filled === undefined || filled.embedder !== embedder || removed > filled.added.size * LARGEST_REMOVED_SHARE) {
      filled = {
        store: await openVectorStore(),
        embedder,
        added: new Map(),
        entries: 0,
        removedEntries: 0,
        generation: -1,
      };
      removed = 0;
    }
    const { store, added } = filled;
    for (const [part, partRows] of rows) {
      const news = newVectors(part, partRows, added);
      for (let start = 0; start < news.length; start += VECTORS_PER_CALL) {
        const some = news.slice(start, start + VECTORS_PER_CALL);
        await store.addVectors(
          some.map(({ vector }) => vector),
          some.map(({ seq, passage }) => new Document({ pageContent: '', metadata: { seq, passage } })),
        );
        for (const { seq } of some) added.set(seq, (added.get(seq) ?? 0) + 1);
        filled.entries += some.length;
      }
    }
    filled.removedEntries = 0;
    for (const [seq, entries] of added) if (!live.has(seq)) filled.removedEntries += entries;
    filled.generation = snapshot.generation;
    return filled;
  };

  return {
    async describe() {
      const { rows } = await segments.withVectors(comparableParts);
      const passages = [...livePassages(rows).values()].reduce((sum, count) => sum + count, 0);
      return `LangChain ${name} over ${formatCount(passages, 'passage')}`;
    },

    async searchPassages({ vector, limit }) {
      const { snapshot, rows } = await segments.withVectors(comparableParts);
      const query = prepareQuery(vector, [...rows.keys()]);
      const count = wholeLimit(limit);
      if (query === undefined || rows.size === 0 || count === 0) return [];
      const mine = turn.then(() => bringUpToDate(snapshot, rows));
      // Whether this update succeeds or not, the next search tries its own.
      turn = mine.catch(() => undefined);
      const { store, entries, removedEntries } = await mine;
      if (entries === 0) return [];
      const found = await store.similaritySearchVectorWithScore(
        Array.from(query),
        Math.min(count + removedEntries, entries),
      );
      const top = createTopHits(count);
      for (const [document] of found) {
        const { seq, passage } = Place.parse(document.metadata);
        const score = scoreOf(rows, { seq, passage, query });
        if (score !== undefined) top.offer(score, seq, passage);
      }
      return toPassageHits(top);
    },
  };
}

const Place = z.object({ seq: z.int(), passage: z.int() });

interface FilledStore {
  readonly store: VectorStore;
  readonly embedder: string | undefined;
  /** Documents added, with the number of their entries. */
  readonly added: Map<number, number>;
  entries: number;
  /** Entries of documents that are live no more. */
  removedEntries: number;
  generation: number;
}

/** Live documents with the number of their passages. */
function livePassages(rows: ReadonlyMap<IndexPart, VectorRows>): Map<number, number> {
  const live = new Map<number, number>();
  for (const part of rows.keys()) {
    for (let document = 0; document < part.segment.documentCount; document += 1) {
      if (part.live !== undefined && at(part.live, document) === 0) continue;
      const { first, end } = rowsOf(part, document);
      live.set(at(part.segment.seqs, document), end - first);
    }
  }
  return live;
}

function newVectors(part: IndexPart, rows: VectorRows, added: ReadonlyMap<number, number>) {
  const news: { seq: number; passage: number; vector: number[] }[] = [];
  for (let document = 0; document < part.segment.documentCount; document += 1) {
    const seq = at(part.segment.seqs, document);
    if (added.has(seq) || (part.live !== undefined && at(part.live, document) === 0)) continue;
    const { first, end } = rowsOf(part, document);
    for (let row = first; row < end; row += 1) {
      const scale = rows.scales[row] ?? 0;
      // A zero vector is near to nothing, and some stores divide by its length.
      if (scale === 0) continue;
      const numbers = rows.numbers.subarray(row * rows.dimensions, (row + 1) * rows.dimensions);
      news.push({ seq, passage: row - first, vector: Array.from(numbers, (number) => number * scale) });
    }
  }
  return news;
}

/** The cosine of a live passage; `undefined` when it is not live. */
function scoreOf(
  rows: ReadonlyMap<IndexPart, VectorRows>,
  { seq, passage, query }: { seq: number; passage: number; query: Float64Array },
): number | undefined {
  for (const [part, partRows] of rows) {
    const document = findDocument(part.segment, seq);
    if (document < 0) continue;
    if (part.live !== undefined && at(part.live, document) === 0) return undefined;
    const row = rowsOf(part, document).first + passage;
    return dotRow(partRows.numbers, row * partRows.dimensions, query) * (partRows.scales[row] ?? 0);
  }
  return undefined;
}

function rowsOf(part: IndexPart, document: number): { first: number; end: number } {
  const { firstUnits } = part.segment;
  return { first: at(firstUnits, document) - document, end: at(firstUnits, document + 1) - document - 1 };
}

import type { HierarchicalNSW } from 'hnswlib-node';
import { type GraphFiles, inspectGraph, type Manifest } from './hnsw-file.ts';
import type { HnswLibrary } from './hnsw-library.ts';
import type { TopHits } from './top-hits.ts';

/** A graph in memory. */
export interface Graph {
  readonly manifest: Manifest;
  /** The documents it covers, by ascending seq. */
  readonly seqs: Uint32Array;
  covers(seq: number): boolean;
  /** Takes the document's passages out of all later searches. */
  removeDocument(seq: number): void;
  /** Offers about the `limit` nearest passages; `query` has length 1. */
  search(query: Float64Array, limit: number, top: TopHits): void;
}

/**
 * Candidates that a search keeps in sight. At 100 the ten nearest of 100,000 clustered vectors were all found
 * (hnswlib-node 3.0.0, M 16); more is needed only when more hits are asked for.
 */
const EF_SEARCH = 100;

/** Opens the files when they are sound and fit. */
export async function openGraph(
  library: HnswLibrary,
  files: GraphFiles,
  wanted: { readonly embedder: string; readonly dimensions: number },
): Promise<{ kind: 'open'; graph: Graph } | { kind: 'absent' } | { kind: 'unusable'; reason: string }> {
  const state = await inspectGraph(files, wanted);
  if (state.kind !== 'sound') return state;
  const index = new library.HierarchicalNSW('ip', wanted.dimensions);
  await index.readIndex(files.graphPath);
  if (index.getCurrentCount() !== state.manifest.points) {
    return { kind: 'unusable', reason: 'its graph does not have the points of the manifest' };
  }
  return { kind: 'open', graph: createGraph(index, state) };
}

function createGraph(index: HierarchicalNSW, { manifest, ids }: { manifest: Manifest; ids: Uint32Array }): Graph {
  const labels = groupLabels(ids);
  const points = new Set(index.getIdsList());
  let ef = 0;
  return {
    manifest,
    seqs: Uint32Array.from(labels.keys()),
    covers: (seq) => labels.has(seq),
    removeDocument(seq) {
      const { first, end } = labels.get(seq) ?? { first: 0, end: 0 };
      for (let label = first; label < end; label += 1) {
        if (points.delete(label)) index.markDelete(label);
      }
    },
    search(query, limit, top) {
      const count = Math.min(limit, points.size);
      if (count === 0) return;
      const wantedEf = Math.max(EF_SEARCH, count);
      if (ef !== wantedEf) index.setEf(wantedEf);
      ef = wantedEf;
      const { neighbors, distances } = index.searchKnn(Array.from(query), count);
      for (const [rank, label] of neighbors.entries()) {
        // The "distance" of an inner product space is 1 minus the product.
        top.offer(1 - (distances[rank] ?? 1), ids[2 * label] ?? 0, ids[2 * label + 1] ?? 0);
      }
    },
  };
}

/** Per document the labels `[first, end)` of its passages. */
function groupLabels(ids: Uint32Array): Map<number, { first: number; end: number }> {
  const groups = new Map<number, { first: number; end: number }>();
  for (let label = 0; label < ids.length / 2; label += 1) {
    const seq = ids[2 * label] ?? 0;
    const group = groups.get(seq);
    if (group === undefined) groups.set(seq, { first: label, end: label + 1 });
    else group.end = label + 1;
  }
  return groups;
}

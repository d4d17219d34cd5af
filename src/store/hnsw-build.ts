import { writeFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { type HnswLibrary, loadHnswLibrary } from './hnsw-library.ts';

/** What the worker thread is given. */
export interface BuildTask {
  readonly dimensions: number;
  readonly m: number;
  readonly efConstruction: number;
  /** Passage n has the numbers `[n * dimensions, (n + 1) * dimensions)`, to be multiplied by its scale. */
  readonly numbers: Int8Array;
  readonly scales: Float32Array;
  /** Pairs (seq, passage). */
  readonly ids: Uint32Array;
  readonly graphPath: string;
  readonly idsPath: string;
}

/** What it gives back. */
export type BuildOutcome =
  | { readonly kind: 'built'; readonly points: number }
  | { readonly kind: 'failed'; readonly reason: string };

/** Builds the graph and writes it and its ids; gives the number of points. Takes about 0.2 ms a point. */
export function buildGraph({ HierarchicalNSW }: HnswLibrary, task: BuildTask): number {
  const { dimensions, m, efConstruction, numbers, scales, ids } = task;
  const graph = new HierarchicalNSW('ip', dimensions);
  graph.initIndex({ maxElements: Math.max(1, scales.length), m, efConstruction });
  const point = new Array<number>(dimensions).fill(0);
  let points = 0;
  for (const [row, scale] of scales.entries()) {
    // A zero vector is near to nothing.
    if (scale === 0) continue;
    for (let index = 0; index < dimensions; index += 1) point[index] = (numbers[row * dimensions + index] ?? 0) * scale;
    graph.addPoint(point, row);
    points += 1;
  }
  graph.writeIndexSync(task.graphPath);
  writeFileSync(task.idsPath, ids, { mode: 0o600 });
  return points;
}

async function runInWorker(task: BuildTask): Promise<BuildOutcome> {
  const library = await loadHnswLibrary();
  if (library === undefined) return { kind: 'failed', reason: 'hnswlib-node is not installed' };
  try {
    return { kind: 'built', points: buildGraph(library, task) };
  } catch (thrown) {
    return { kind: 'failed', reason: thrown instanceof Error ? thrown.message : String(thrown) };
  }
}

// This file is also imported for its types and by tests; only as a worker does it have a parent and a task.
if (parentPort !== null && isBuildTask(workerData)) parentPort.postMessage(await runInWorker(workerData));

function isBuildTask(data: unknown): data is BuildTask {
  return typeof data === 'object' && data !== null && 'graphPath' in data && 'numbers' in data;
}

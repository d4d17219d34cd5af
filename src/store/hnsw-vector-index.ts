import { Worker } from 'node:worker_threads';
import { messageOf } from '../core/errors.ts';
import type { Logger, VectorIndex } from '../core/ports.ts';
import { countPassages, createExactVectorIndex, formatCount, toPassageHits } from './exact-vector-index.ts';
import type { BuildOutcome, BuildTask } from './hnsw-build.ts';
import { graphFiles, publishGraph, removeStaleFiles, stampOf, temporaryPath } from './hnsw-file.ts';
import { type Graph, openGraph } from './hnsw-graph.ts';
import { type HnswLibrary, loadHnswLibrary } from './hnsw-library.ts';
import { at } from './segment.ts';
import type { IndexPart, IndexSnapshot, SegmentCache } from './segment-cache.ts';
import { createTopHits, wholeLimit } from './top-hits.ts';
import { comparableParts, prepareQuery, scanPart } from './vector-scan.ts';

export interface HnswVectorIndexOptions {
  readonly segments: SegmentCache;
  readonly dataDir: string;
  readonly logger: Logger;
  /** From how many passages on a graph is kept; `HNSW_MIN_PASSAGES`. */
  readonly minPassages?: number;
  /** The optional package; a test may leave it out. */
  readonly loadLibrary?: () => Promise<HnswLibrary | undefined>;
}

export interface HnswVectorIndex extends VectorIndex {
  /** Opens or builds the graph where that is due, and waits for it. A failure is logged: search goes on without. */
  settle(): Promise<void>;
  /** Stops a running build. */
  close(): Promise<void>;
}

/**
 * Below this an exact scan is faster than a person can notice (6 ms for 50,000 passages of 100 dimensions) and a
 * graph would cost its build and its memory for nothing.
 */
export const HNSW_MIN_PASSAGES = 50_000;
/** When a larger share of the passages is not in the graph (or of the graph not live), it is built anew. */
const LARGEST_UNCOVERED_SHARE = 0.2;
/**
 * hnswlib's own default for M. 100 instead of its 200 for the construction halves the build at equal recall
 * (100,000 clustered vectors of 384 dimensions: 22.8 s against 52.2 s, recall at 10 of .997 and .996 with ef 50).
 */
const M = 16;
const EF_CONSTRUCTION = 100;

/**
 * Approximate search in an HNSW graph, with an exact scan of what the graph does not cover yet; until there is a
 * graph, an exact scan of everything. The graph file is a copy: it is rebuilt from the store whenever it does not fit.
 */
export function createHnswVectorIndex(options: HnswVectorIndexOptions): HnswVectorIndex {
  const { segments, dataDir, logger, minPassages = HNSW_MIN_PASSAGES, loadLibrary = loadHnswLibrary } = options;
  const exact = createExactVectorIndex({ segments });
  const files = graphFiles(dataDir);
  let library: Promise<HnswLibrary | undefined> | undefined;
  let graph: Graph | undefined;
  let coverage: Coverage | undefined;
  /** The state of the manifest that was last looked at, and for which embedder. */
  let inspected: string | undefined;
  let working: Promise<void> | undefined;
  let worker: Worker | undefined;
  let searches = 0;
  /** For which generation the build failed: it is not tried again for the same. */
  let failedGeneration: number | undefined;
  let closed = false;

  /** The coverage of the graph for this snapshot; `undefined` when there is no graph that fits it. */
  const cover = (snapshot: IndexSnapshot): Coverage | undefined => {
    const parts = comparableParts(snapshot);
    const part = parts.find(({ dimensions }) => dimensions > 0);
    if (graph === undefined || graph.manifest.embedder !== part?.embedder) return undefined;
    if (graph.manifest.dimensions !== part.dimensions) return undefined;
    if (coverage?.generation !== snapshot.generation || coverage.graph !== graph) {
      coverage = compareCoverage(graph, snapshot);
      for (const seq of coverage.removedSeqs) graph.removeDocument(seq);
    }
    return coverage;
  };

  const isDue = (snapshot: IndexSnapshot): boolean => {
    const passages = countPassages(comparableParts(snapshot));
    if (passages < minPassages || passages === 0) return false;
    const covered = cover(snapshot);
    if (covered === undefined) return true;
    const removed = covered.graph.manifest.passages - (passages - covered.uncoveredPassages);
    return Math.max(covered.uncoveredPassages, removed) > passages * LARGEST_UNCOVERED_SHARE;
  };

  /** Opens the graph on disk, when it was not looked at before; builds one when that does not do. */
  const bringUpToDate = async (): Promise<void> => {
    library ??= loadLibrary();
    const loaded = await library;
    if (loaded === undefined) return;
    for (const attempt of ['open', 'build', 'open'] as const) {
      const snapshot = await segments.current();
      if (closed || !isDue(snapshot)) return;
      if (attempt === 'build') await build();
      else await openIfNew(loaded, snapshot);
    }
  };

  const openIfNew = async (loaded: HnswLibrary, snapshot: IndexSnapshot): Promise<void> => {
    const part = comparableParts(snapshot).find(({ dimensions }) => dimensions > 0);
    if (part?.embedder === undefined) return;
    const stamp = `${part.embedder} ${part.dimensions} ${await stampOf(files.manifestPath)}`;
    if (stamp === inspected) return;
    const opened = await openGraph(loaded, files, { embedder: part.embedder, dimensions: part.dimensions });
    inspected = stamp;
    if (opened.kind === 'open') graph = opened.graph;
    if (opened.kind === 'unusable')
      logger.warn({ reason: opened.reason }, 'the vector graph does not fit and is built anew');
  };

  const build = async (): Promise<void> => {
    await removeStaleFiles(dataDir);
    const task = await collectTask();
    if (task === undefined) return;
    const started = performance.now();
    const outcome = await runWorker(task);
    if (closed) return;
    if (outcome.kind === 'failed') throw new Error(outcome.reason);
    const { dimensions, m, efConstruction, embedder } = task;
    const facts = { embedder, dimensions, m, efConstruction, passages: task.ids.length / 2, points: outcome.points };
    await publishGraph(files, facts, task);
    logger.info({ passages: facts.passages, tookMs: Math.round(performance.now() - started) }, 'vector graph built');
  };

  const collectTask = async (): Promise<(BuildTask & { embedder: string }) | undefined> => {
    const { rows } = await segments.withVectors(comparableParts);
    const [first] = rows.keys();
    if (first?.embedder === undefined) return undefined;
    const { dimensions, embedder } = first;
    const passages = countPassages([...rows.keys()]);
    const task = {
      embedder,
      dimensions,
      m: M,
      efConstruction: EF_CONSTRUCTION,
      numbers: new Int8Array(passages * dimensions),
      scales: new Float32Array(passages),
      ids: new Uint32Array(passages * 2),
      graphPath: temporaryPath(files.graphPath),
      idsPath: temporaryPath(files.idsPath),
    };
    let target = 0;
    for (const [part, { numbers, scales }] of rows) {
      forEachLivePassage(part, (seq, passage, row) => {
        task.numbers.set(numbers.subarray(row * dimensions, (row + 1) * dimensions), target * dimensions);
        task.scales[target] = scales[row] ?? 0;
        task.ids[2 * target] = seq;
        task.ids[2 * target + 1] = passage;
        target += 1;
      });
    }
    return task;
  };

  const runWorker = (task: BuildTask): Promise<BuildOutcome> =>
    new Promise((resolve, reject) => {
      worker = new Worker(new URL('./hnsw-build-worker.mjs', import.meta.url), {
        workerData: task,
        transferList: [task.numbers.buffer, task.scales.buffer] as ArrayBuffer[],
        // Options of this process (a test runner's, say) are not meant for the worker.
        execArgv: [],
      });
      // A command that is done need not wait for the graph.
      worker.unref();
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.once('exit', (code) => reject(new Error(`the worker ended with ${code}`)));
    });

  const startWork = (): Promise<void> => {
    working ??= bringUpToDate()
      .catch(async (thrown: unknown) => {
        failedGeneration = (await segments.current()).generation;
        if (!closed)
          logger.warn({ reason: messageOf(thrown) }, 'the vector graph could not be built; search stays exact');
      })
      .finally(() => {
        worker = undefined;
        working = undefined;
      });
    return working;
  };

  return {
    async describe() {
      const snapshot = await segments.current();
      const passages = countPassages(comparableParts(snapshot));
      const covered = cover(snapshot);
      if (covered !== undefined) {
        const inGraph = formatCount(passages - covered.uncoveredPassages, 'passage');
        return `hnsw over ${inGraph}, ${covered.uncoveredPassages.toLocaleString('en')} scanned exactly`;
      }
      library ??= loadLibrary();
      const note =
        (await library) === undefined
          ? ' (hnswlib-node is not installed)'
          : working !== undefined
            ? ' (hnsw is being prepared)'
            : '';
      return `${await exact.describe()}${note}`;
    },

    async searchPassages({ vector, limit }) {
      searches += 1;
      const snapshot = await segments.current();
      // The first question alone does not pay for opening the graph: a command that asks one scans instead.
      const mayWork = searches > 1 && working === undefined && !closed && snapshot.generation !== failedGeneration;
      if (mayWork && isDue(snapshot)) void startWork();
      if (cover(snapshot) === undefined) return exact.searchPassages({ vector, limit });
      const { snapshot: newest, rows } = await segments.withVectors(
        (state) => cover(state)?.uncoveredParts ?? comparableParts(state),
      );
      const covered = cover(newest);
      const query = prepareQuery(vector, comparableParts(newest));
      if (query === undefined) return [];
      const top = createTopHits(wholeLimit(limit));
      covered?.graph.search(query, wholeLimit(limit), top);
      const wants = covered === undefined ? undefined : (seq: number) => !covered.graph.covers(seq);
      for (const [part, partRows] of rows) scanPart({ part, rows: partRows, query, wants }, top);
      return toPassageHits(top);
    },

    async settle() {
      await working;
      await startWork();
    },

    async close() {
      closed = true;
      await worker?.terminate();
      await working;
    },
  };
}

/** How a graph and a state of the store fit. */
interface Coverage {
  readonly generation: number;
  readonly graph: Graph;
  readonly uncoveredParts: readonly IndexPart[];
  readonly uncoveredPassages: number;
  /** Documents of the graph that are live no more. */
  readonly removedSeqs: readonly number[];
}

function compareCoverage(graph: Graph, snapshot: IndexSnapshot): Coverage {
  const uncovered = new Set<IndexPart>();
  const live = new Set<number>();
  let uncoveredPassages = 0;
  for (const part of comparableParts(snapshot)) {
    forEachLiveDocument(part, (seq, passages) => {
      live.add(seq);
      if (passages === 0 || graph.covers(seq)) return;
      uncovered.add(part);
      uncoveredPassages += passages;
    });
  }
  return {
    generation: snapshot.generation,
    graph,
    uncoveredParts: [...uncovered],
    uncoveredPassages,
    removedSeqs: [...graph.seqs].filter((seq) => !live.has(seq)),
  };
}

function forEachLiveDocument(part: IndexPart, visit: (seq: number, passages: number, document: number) => void): void {
  const { segment, live } = part;
  for (let document = 0; document < segment.documentCount; document += 1) {
    if (live !== undefined && at(live, document) === 0) continue;
    const passages = at(segment.firstUnits, document + 1) - at(segment.firstUnits, document) - 1;
    visit(at(segment.seqs, document), passages, document);
  }
}

function forEachLivePassage(part: IndexPart, visit: (seq: number, passage: number, row: number) => void): void {
  forEachLiveDocument(part, (seq, passages, document) => {
    const first = at(part.segment.firstUnits, document) - document;
    for (let passage = 0; passage < passages; passage += 1) visit(seq, passage, first + passage);
  });
}

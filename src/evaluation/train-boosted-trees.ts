import type { BoostedTrees, Tree } from '../answering/judge/boosted-trees.ts';

export interface Example {
  readonly values: readonly number[];
  readonly isPositive: boolean;
  readonly weight: number;
}

export interface BoostingOptions {
  readonly trees: number;
  readonly rate: number;
  readonly leaves: number;
  /** Least sum of second derivatives in a leaf. */
  readonly leafWeight: number;
  readonly l2: number;
  /** Shares of the examples and of the features that each tree sees. */
  readonly rowShare: number;
  readonly columnShare: number;
  readonly seed: number;
}

const BINS = 48;

/** Gradient boosting on histograms for two classes; equal input gives equal trees. */
export function fitBoostedTrees(examples: readonly Example[], options: BoostingOptions): BoostedTrees {
  const columns = examples[0]?.values.length ?? 0;
  const count = examples.length;
  const edges = Array.from({ length: columns }, (_, column) =>
    binEdges(examples.map(({ values }) => values[column] ?? 0)),
  );
  const binned = edges.map((cuts, column) =>
    Uint8Array.from(examples, ({ values }) => binOf(cuts, values[column] ?? 0)),
  );
  const labels = Float64Array.from(examples, ({ isPositive }) => Number(isPositive));
  const weights = Float64Array.from(examples, ({ weight }) => weight);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const positive = labels.reduce((sum, label, at) => sum + label * (weights[at] as number), 0);
  const base = Math.log(positive / (total - positive));
  const scores = new Float64Array(count).fill(base);
  const gradients = new Float64Array(count);
  const curvatures = new Float64Array(count);
  const random = createRandom(options.seed);
  const trees: Tree[] = [];
  for (let round = 0; round < options.trees; round += 1) {
    for (let at = 0; at < count; at += 1) {
      const chance = 1 / (1 + Math.exp(-(scores[at] as number)));
      const weight = weights[at] as number;
      gradients[at] = weight * (chance - (labels[at] as number));
      curvatures[at] = weight * chance * (1 - chance);
    }
    const rows: number[] = [];
    for (let at = 0; at < count; at += 1) if (random() < options.rowShare) rows.push(at);
    const used = Array.from({ length: columns }, (_, column) => column).filter(() => random() < options.columnShare);
    const tree = growTree({ rows: Uint32Array.from(rows), used, edges, binned, gradients, curvatures, options });
    trees.push(tree);
    for (let at = 0; at < count; at += 1) {
      let node = 0;
      for (let column = tree.feature[0] ?? -1; column >= 0; column = tree.feature[node] ?? -1) {
        const value = examples[at]?.values[column] ?? 0;
        node = (value <= (tree.value[node] ?? 0) ? tree.left[node] : tree.right[node]) ?? 0;
      }
      scores[at] = (scores[at] as number) + (tree.value[node] ?? 0);
    }
  }
  return { base, trees };
}

interface Growing {
  readonly rows: Uint32Array;
  readonly used: readonly number[];
  readonly edges: readonly (readonly number[])[];
  readonly binned: readonly Uint8Array[];
  readonly gradients: Float64Array;
  readonly curvatures: Float64Array;
  readonly options: BoostingOptions;
}

interface Leaf {
  readonly node: number;
  readonly rows: Uint32Array;
  readonly gradient: number;
  readonly curvature: number;
  readonly split: { readonly gain: number; readonly column: number; readonly bin: number } | undefined;
}

/** Splits the leaf that gains most until there are enough leaves. */
function growTree(growing: Growing): Tree {
  const { options } = growing;
  const tree = { feature: [-1], value: [0], left: [0], right: [0] };
  const leaves: Leaf[] = [makeLeaf(growing, 0, growing.rows)];
  while (leaves.length < options.leaves) {
    const best = leaves.reduce((a, b) => ((b.split?.gain ?? 0) > (a.split?.gain ?? 0) ? b : a));
    const { split } = best;
    if (split === undefined || split.gain <= 0) break;
    const bins = growing.binned[split.column] as Uint8Array;
    const left = best.rows.filter((row) => (bins[row] as number) <= split.bin);
    const right = best.rows.filter((row) => (bins[row] as number) > split.bin);
    const node = tree.feature.length;
    tree.feature[best.node] = split.column;
    tree.value[best.node] = growing.edges[split.column]?.[split.bin] ?? 0;
    tree.left[best.node] = node;
    tree.right[best.node] = node + 1;
    for (let side = 0; side < 2; side += 1) {
      tree.feature.push(-1);
      tree.value.push(0);
      tree.left.push(0);
      tree.right.push(0);
    }
    leaves.splice(leaves.indexOf(best), 1, makeLeaf(growing, node, left), makeLeaf(growing, node + 1, right));
  }
  for (const { node, gradient, curvature } of leaves) {
    tree.value[node] = (-options.rate * gradient) / (curvature + options.l2);
  }
  return tree;
}

function makeLeaf(growing: Growing, node: number, rows: Uint32Array): Leaf {
  const { gradients, curvatures, options } = growing;
  let gradient = 0;
  let curvature = 0;
  for (const row of rows) {
    gradient += gradients[row] as number;
    curvature += curvatures[row] as number;
  }
  const worth = (g: number, c: number) => (g * g) / (c + options.l2);
  let split: Leaf['split'];
  const histogram = new Float64Array(2 * BINS);
  for (const column of growing.used) {
    const bins = growing.binned[column] as Uint8Array;
    const cuts = growing.edges[column]?.length ?? 0;
    histogram.fill(0);
    for (const row of rows) {
      const bin = 2 * (bins[row] as number);
      histogram[bin] = (histogram[bin] as number) + (gradients[row] as number);
      histogram[bin + 1] = (histogram[bin + 1] as number) + (curvatures[row] as number);
    }
    let g = 0;
    let c = 0;
    for (let bin = 0; bin < cuts; bin += 1) {
      g += histogram[2 * bin] as number;
      c += histogram[2 * bin + 1] as number;
      if (c < options.leafWeight) continue;
      if (curvature - c < options.leafWeight) break;
      const gain = worth(g, c) + worth(gradient - g, curvature - c) - worth(gradient, curvature);
      if (gain > (split?.gain ?? 1e-9)) split = { gain, column, bin };
    }
  }
  return { node, rows, gradient, curvature, split };
}

/** At most `BINS - 1` cuts between the values, each about as many values apart. */
function binEdges(values: readonly number[]): number[] {
  const sorted = Float64Array.from(values).sort();
  const distinct = [...new Set(sorted)];
  if (distinct.length < BINS) return distinct.slice(0, -1);
  const edges = new Set<number>();
  for (let bin = 1; bin < BINS; bin += 1) edges.add(sorted[Math.floor((bin * sorted.length) / BINS)] as number);
  edges.delete(sorted.at(-1) as number);
  return [...edges];
}

/** Index of the first edge that is not below the value. */
function binOf(edges: readonly number[], value: number): number {
  let low = 0;
  let high = edges.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((edges[middle] as number) >= value) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Mulberry32: https://gist.github.com/tommyettinger/46a874533244883189143505d203312c */
export function createRandom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** One tree, node 0 its root. A leaf has `feature` -1 and gives `value`; else values up to `value` go left. */
export interface Tree {
  readonly feature: readonly number[];
  readonly value: readonly number[];
  readonly left: readonly number[];
  readonly right: readonly number[];
}

/** Log-odds as a sum over trees (Friedman, "Greedy function approximation: a gradient boosting machine", 2001). */
export interface BoostedTrees {
  readonly base: number;
  readonly trees: readonly Tree[];
}

/** Probability, 0 to 1. */
export function predictProbability(model: BoostedTrees, values: ArrayLike<number>): number {
  return 1 / (1 + Math.exp(-predictLogOdds(model, values)));
}

export function predictLogOdds({ base, trees }: BoostedTrees, values: ArrayLike<number>): number {
  let sum = base;
  for (const { feature, value, left, right } of trees) {
    let node = 0;
    for (let at = feature[0] ?? -1; at >= 0; at = feature[node] ?? -1) {
      node = ((values[at] ?? 0) <= (value[node] ?? 0) ? left[node] : right[node]) ?? 0;
    }
    sum += value[node] ?? 0;
  }
  return sum;
}

/*
 * As text: base64 of the base (float32), then per tree the number of its nodes (uint8) and per node its feature (uint8,
 * 255 for a leaf), value (float32), left and right (uint8 each); little-endian.
 */
const LEAF = 255;
const NODE_BYTES = 7;

/** Rounds values to 32 bits. Features below 255, at most 255 nodes a tree. */
export function encodeTrees({ base, trees }: BoostedTrees): string {
  const bytes = Buffer.alloc(4 + trees.reduce((sum, { feature }) => sum + 1 + NODE_BYTES * feature.length, 0));
  let offset = bytes.writeFloatLE(base, 0);
  for (const { feature, value, left, right } of trees) {
    offset = bytes.writeUInt8(feature.length, offset);
    for (let node = 0; node < feature.length; node += 1) {
      const at = feature[node] ?? -1;
      offset = bytes.writeUInt8(at < 0 ? LEAF : at, offset);
      offset = bytes.writeFloatLE(value[node] ?? 0, offset);
      offset = bytes.writeUInt8(left[node] ?? 0, offset);
      offset = bytes.writeUInt8(right[node] ?? 0, offset);
    }
  }
  return bytes.toString('base64');
}

export function decodeTrees(text: string): BoostedTrees {
  const bytes = Buffer.from(text, 'base64');
  const trees: Tree[] = [];
  let offset = 4;
  while (offset < bytes.length) {
    const count = bytes.readUInt8(offset);
    const node = (at: number) => offset + 1 + NODE_BYTES * at;
    const places = Array.from({ length: count }, (_, at) => node(at));
    trees.push({
      feature: places.map((at) => (bytes.readUInt8(at) === LEAF ? -1 : bytes.readUInt8(at))),
      value: places.map((at) => bytes.readFloatLE(at + 1)),
      left: places.map((at) => bytes.readUInt8(at + 5)),
      right: places.map((at) => bytes.readUInt8(at + 6)),
    });
    offset = node(count);
  }
  return { base: bytes.readFloatLE(0), trees };
}

import { crc32 } from 'node:zlib';

/**
 * The vectors of some passages, one row each, in one byte a number: a row's direction is `numbers[i] * scale`, with the
 * scale chosen so that it has length 1. So the scalar product with a query of length 1 is the cosine, and rounding
 * moves it by about .001 for 100 dimensions. A zero vector has scale 0.
 */
export interface VectorRows {
  readonly rowCount: number;
  readonly dimensions: number;
  readonly scales: Float32Array;
  readonly numbers: Int8Array;
}

/** All vectors have `dimensions` finite numbers. */
export function quantiseVectors(vectors: readonly Float32Array[], dimensions: number): VectorRows {
  const scales = new Float32Array(vectors.length);
  const numbers = new Int8Array(vectors.length * dimensions);
  for (const [row, vector] of vectors.entries()) {
    let largest = 0;
    for (const value of vector) largest = Math.max(largest, Math.abs(value));
    if (largest === 0) continue;
    let squares = 0;
    for (const [index, value] of vector.entries()) {
      const rounded = Math.round((value / largest) * 127);
      numbers[row * dimensions + index] = rounded;
      squares += rounded * rounded;
    }
    scales[row] = 1 / Math.sqrt(squares);
  }
  return { rowCount: vectors.length, dimensions, scales, numbers };
}

/** Layout, little-endian: CRC-32 of the rest; number of rows; dimensions; zero; float32 scales; int8 numbers. */
export function encodeVectorRows(rows: VectorRows): Uint8Array {
  const bytes = new Uint8Array(HEADER_BYTES + rows.scales.byteLength + rows.numbers.byteLength);
  const header = new Uint32Array(bytes.buffer, 0, HEADER_BYTES / 4);
  header.set([0, rows.rowCount, rows.dimensions]);
  bytes.set(new Uint8Array(rows.scales.buffer, rows.scales.byteOffset, rows.scales.byteLength), HEADER_BYTES);
  bytes.set(
    new Uint8Array(rows.numbers.buffer, rows.numbers.byteOffset, rows.numbers.byteLength),
    HEADER_BYTES + rows.scales.byteLength,
  );
  header[0] = crc32(bytes.subarray(4));
  return bytes;
}

const HEADER_BYTES = 16;

/** @throws RangeError when the bytes are damaged. */
export function openVectorRows(encoded: Uint8Array): VectorRows {
  const bytes = encoded.byteOffset % 4 === 0 ? encoded : encoded.slice();
  if (bytes.length < HEADER_BYTES) throw new RangeError('vectors of a segment are cut off');
  const [checksum, rowCount = 0, dimensions = 0] = new Uint32Array(bytes.buffer, bytes.byteOffset, HEADER_BYTES / 4);
  if (bytes.length !== HEADER_BYTES + rowCount * (4 + dimensions)) {
    throw new RangeError('vectors of a segment are not what they say');
  }
  if (crc32(bytes.subarray(4)) !== checksum) throw new RangeError('vectors of a segment have a wrong checksum');
  const start = bytes.byteOffset + HEADER_BYTES;
  return {
    rowCount,
    dimensions,
    scales: new Float32Array(bytes.buffer, start, rowCount),
    numbers: new Int8Array(bytes.buffer, start + 4 * rowCount, rowCount * dimensions),
  };
}

/** The rows for which `keep` holds, of several sets with the same dimensions, one set after the other. */
export function concatenateVectorRows(
  sets: readonly { rows: VectorRows; keep: (row: number) => boolean }[],
  dimensions: number,
): VectorRows {
  const kept = sets.map(({ rows, keep }) => ({ rows, places: [...rows.scales.keys()].filter(keep) }));
  const rowCount = kept.reduce((sum, { places }) => sum + places.length, 0);
  const scales = new Float32Array(rowCount);
  const numbers = new Int8Array(rowCount * dimensions);
  let target = 0;
  for (const { rows, places } of kept) {
    for (const place of places) {
      scales[target] = rows.scales[place] ?? 0;
      numbers.set(rows.numbers.subarray(place * dimensions, (place + 1) * dimensions), target * dimensions);
      target += 1;
    }
  }
  return { rowCount, dimensions, scales, numbers };
}

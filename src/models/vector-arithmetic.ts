/** Adds `weight` times `vector` to `sum`. */
export function addScaled(sum: Float32Array, weight: number, vector: Float32Array): void {
  for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] as number) + weight * (vector[i] as number);
}

/** The same for a row of small whole numbers that starts at `offset`; apart, as one loop over both kinds is slower. */
export function addScaledRow(sum: Float32Array, weight: number, rows: Int8Array, offset: number): void {
  for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] as number) + weight * (rows[offset + i] as number);
}

/** Takes out of `vector` its part along the unit vector `direction`. */
export function removeDirection(vector: Float32Array, direction: Float32Array): void {
  let product = 0;
  for (let i = 0; i < vector.length; i++) product += (vector[i] as number) * (direction[i] as number);
  addScaled(vector, -product, direction);
}

/** Brings `vector` to length 1, in place; one without length, or with a part that is no number, becomes zero. */
export function scaleToUnit(vector: Float32Array): Float32Array {
  let squares = 0;
  for (let i = 0; i < vector.length; i++) squares += (vector[i] as number) ** 2;
  if (!(squares > 0 && squares < Number.POSITIVE_INFINITY)) return vector.fill(0);
  const scale = 1 / Math.sqrt(squares);
  for (let i = 0; i < vector.length; i++) vector[i] = (vector[i] as number) * scale;
  return vector;
}

/** Cosine of the two rows of `length` numbers that start at `a` and `b`; 0 when one has no length. */
export function cosineOfRows(rows: Int8Array, a: number, b: number, length: number): number {
  let product = 0;
  let squaresA = 0;
  let squaresB = 0;
  for (let i = 0; i < length; i++) {
    const x = rows[a + i] as number;
    const y = rows[b + i] as number;
    product += x * y;
    squaresA += x * x;
    squaresB += y * y;
  }
  return product === 0 ? 0 : product / Math.sqrt(squaresA * squaresB);
}

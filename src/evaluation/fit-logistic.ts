export interface LogisticExample {
  readonly values: readonly number[];
  readonly isPositive: boolean;
  readonly weight: number;
}

/** Log-odds are `bias` and the sum of the values times their weights. */
export interface LogisticModel {
  readonly bias: number;
  readonly weights: readonly number[];
}

/** Newton steps; more change nothing in the fourth digit. */
const STEPS = 12;
/** Values that hardly vary are left out of the model. */
const LEAST_DEVIATION = 1e-6;

/**
 * Logistic regression with a quadratic penalty on the weights of standardised values, by iteratively reweighted least
 * squares (Hastie, Tibshirani, Friedman, "The elements of statistical learning", 4.4.1). `penalty` above 0: the larger,
 * the smaller the weights. Deterministic.
 */
export function fitLogistic(examples: readonly LogisticExample[], penalty: number): LogisticModel {
  const columns = examples[0]?.values.length ?? 0;
  const { means, deviations } = describeColumns(examples, columns);
  const rows = examples.map(({ values }) =>
    Float64Array.from({ length: columns + 1 }, (_, at) =>
      at === columns ? 1 : ((values[at] ?? 0) - (means[at] as number)) / (deviations[at] as number),
    ),
  );
  let weights = new Float64Array(columns + 1);
  for (let step = 0; step < STEPS; step += 1) {
    const gradient = new Float64Array(columns + 1);
    const curvature = Array.from({ length: columns + 1 }, () => new Float64Array(columns + 1));
    examples.forEach(({ isPositive, weight }, index) => {
      const row = rows[index] as Float64Array;
      const probability = 1 / (1 + Math.exp(-dot(row, weights)));
      const error = weight * (Number(isPositive) - probability);
      const bend = Math.max(1e-9, weight * probability * (1 - probability));
      for (let a = 0; a <= columns; a += 1) {
        const value = row[a] as number;
        gradient[a] = (gradient[a] as number) + error * value;
        if (value === 0) continue;
        const line = curvature[a] as Float64Array;
        for (let b = 0; b <= a; b += 1) line[b] = (line[b] as number) + bend * value * (row[b] as number);
      }
    });
    for (let at = 0; at < columns; at += 1) {
      gradient[at] = (gradient[at] as number) - penalty * (weights[at] as number);
      const line = curvature[at] as Float64Array;
      line[at] = (line[at] as number) + penalty;
    }
    const change = solveSymmetric(curvature, gradient);
    weights = weights.map((weight, at) => weight + (change[at] as number));
  }
  const plain = Array.from({ length: columns }, (_, at) => (weights[at] as number) / (deviations[at] as number));
  const shift = plain.reduce((sum, weight, at) => sum + weight * (means[at] as number), 0);
  return { bias: (weights[columns] as number) - shift, weights: plain };
}

function describeColumns(examples: readonly LogisticExample[], columns: number) {
  const total = examples.reduce((sum, { weight }) => sum + weight, 0);
  const means = new Float64Array(columns);
  const deviations = new Float64Array(columns);
  for (let at = 0; at < columns; at += 1) {
    const mean = examples.reduce((sum, { values, weight }) => sum + weight * (values[at] ?? 0), 0) / total;
    const spread = examples.reduce((sum, { values, weight }) => sum + weight * ((values[at] ?? 0) - mean) ** 2, 0);
    const deviation = Math.sqrt(spread / total);
    means[at] = mean;
    deviations[at] = deviation < LEAST_DEVIATION ? Number.POSITIVE_INFINITY : deviation;
  }
  return { means, deviations };
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at += 1) sum += (a[at] as number) * (b[at] as number);
  return sum;
}

/** Solves `matrix · x = vector` by Cholesky's decomposition; of the positive definite matrix only the lower half is read. */
function solveSymmetric(matrix: readonly Float64Array[], vector: Float64Array): Float64Array {
  const size = vector.length;
  const lower = matrix.map((line) => Float64Array.from(line));
  for (let row = 0; row < size; row += 1) {
    const own = lower[row] as Float64Array;
    for (let column = 0; column <= row; column += 1) {
      const other = lower[column] as Float64Array;
      let sum = own[column] as number;
      for (let at = 0; at < column; at += 1) sum -= (own[at] as number) * (other[at] as number);
      own[column] = row === column ? Math.sqrt(Math.max(sum, 1e-12)) : sum / (other[column] as number);
    }
  }
  const solution = Float64Array.from(vector);
  for (let row = 0; row < size; row += 1) {
    const own = lower[row] as Float64Array;
    let sum = solution[row] as number;
    for (let at = 0; at < row; at += 1) sum -= (own[at] as number) * (solution[at] as number);
    solution[row] = sum / (own[row] as number);
  }
  for (let row = size - 1; row >= 0; row -= 1) {
    let sum = solution[row] as number;
    for (let at = row + 1; at < size; at += 1)
      sum -= ((lower[at] as Float64Array)[row] as number) * (solution[at] as number);
    solution[row] = sum / ((lower[row] as Float64Array)[row] as number);
  }
  return solution;
}

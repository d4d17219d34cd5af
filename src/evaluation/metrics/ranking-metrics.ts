/**
 * Measures of a ranked list against binary relevance, as trec_eval defines them. Ranks count from 1.
 * `ranked` holds ids, best first, each at most once; `relevant` is the judged set and never empty.
 */

/** Sum of the precisions at the ranks of relevant items among the first `cutoff`, divided by all relevant. */
export function averagePrecision(ranked: readonly string[], relevant: ReadonlySet<string>, cutoff: number): number {
  requireJudged(relevant);
  let found = 0;
  let sum = 0;
  for (const [index, id] of ranked.slice(0, cutoff).entries()) {
    if (!relevant.has(id)) continue;
    found += 1;
    sum += found / (index + 1);
  }
  return sum / relevant.size;
}

/** Binary gain, discount 1 / log2(rank + 1), divided by the gain of the ideal ranking (Järvelin and Kekäläinen 2002). */
export function normalisedDiscountedGain(
  ranked: readonly string[],
  relevant: ReadonlySet<string>,
  cutoff: number,
): number {
  requireJudged(relevant);
  let gain = 0;
  for (const [index, id] of ranked.slice(0, cutoff).entries()) {
    if (relevant.has(id)) gain += 1 / Math.log2(index + 2);
  }
  let ideal = 0;
  for (let index = 0; index < Math.min(cutoff, relevant.size); index += 1) ideal += 1 / Math.log2(index + 2);
  return gain / ideal;
}

/** Share of the first `cutoff` places that hold a relevant item; empty places count as wrong. */
export function precisionAt(ranked: readonly string[], relevant: ReadonlySet<string>, cutoff: number): number {
  requireJudged(relevant);
  return countRelevant(ranked, relevant, cutoff) / cutoff;
}

/** Share of the relevant items among the first `cutoff`. */
export function recallAt(ranked: readonly string[], relevant: ReadonlySet<string>, cutoff: number): number {
  requireJudged(relevant);
  return countRelevant(ranked, relevant, cutoff) / relevant.size;
}

/** 1 / rank of the first relevant item, 0 when none stands among the first `cutoff`. */
export function reciprocalRank(
  ranked: readonly string[],
  relevant: ReadonlySet<string>,
  cutoff = Number.POSITIVE_INFINITY,
): number {
  requireJudged(relevant);
  const index = ranked.findIndex((id) => relevant.has(id));
  return index < 0 || index >= cutoff ? 0 : 1 / (index + 1);
}

/** Whether every relevant item stands among the first `cutoff`. */
export function hasAllWithin(ranked: readonly string[], relevant: ReadonlySet<string>, cutoff: number): boolean {
  requireJudged(relevant);
  return countRelevant(ranked, relevant, cutoff) === relevant.size;
}

/** Arithmetic mean; `NaN` of nothing, which the report shows as missing. */
export function mean(values: readonly number[]): number {
  return values.length === 0 ? Number.NaN : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Share of true values; `NaN` of nothing. */
export function shareOf(values: readonly boolean[]): number {
  return mean(values.map(Number));
}

function countRelevant(ranked: readonly string[], relevant: ReadonlySet<string>, cutoff: number): number {
  return ranked.slice(0, cutoff).filter((id) => relevant.has(id)).length;
}

function requireJudged(relevant: ReadonlySet<string>): void {
  if (relevant.size === 0) throw new RangeError('A ranking cannot be scored without a relevant item.');
}

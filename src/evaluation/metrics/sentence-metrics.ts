import { foldWhiteSpace, type Span } from '../../core/text/span.ts';

/** Whether the sentences are those expected, in order, each trimmed and with its white space folded. */
export function isSameSplit(sentences: readonly string[], expected: readonly string[]): boolean {
  return (
    sentences.length === expected.length &&
    sentences.every((sentence, at) => foldWhiteSpace(sentence) === foldWhiteSpace(expected[at] ?? ''))
  );
}

/** Counts over any number of documents. */
export interface SpanCounts {
  readonly found: number;
  readonly expected: number;
  readonly right: number;
}

/** How many of the spans found are exactly those expected. */
export function countExactSpans(found: readonly Span[], expected: readonly Span[]): SpanCounts {
  const keys = new Set(expected.map((span) => `${span.start}:${span.end}`));
  const right = found.filter((span) => keys.has(`${span.start}:${span.end}`)).length;
  return { found: found.length, expected: expected.length, right };
}

export function addSpanCounts(a: SpanCounts, b: SpanCounts): SpanCounts {
  return { found: a.found + b.found, expected: a.expected + b.expected, right: a.right + b.right };
}

/** Harmonic mean of precision and recall; 0 when nothing is right. */
export function spanF1(counts: SpanCounts): number {
  return counts.right === 0 ? 0 : (2 * counts.right) / (counts.found + counts.expected);
}

/** A half-open range `[start, end)` of UTF-16 code units, what `String.prototype.slice` takes. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The text of a span with its white space folded to single spaces. */
export function readSpan(text: string, span: Span): string {
  return foldWhiteSpace(text.slice(span.start, span.end));
}

/** Runs of white space become one space; the ends are trimmed. */
export function foldWhiteSpace(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Whether the two ranges share at least one code unit. */
export function spansOverlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Whether `inner` lies wholly in `outer`. */
export function spanContains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

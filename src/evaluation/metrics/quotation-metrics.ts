import type { Statement, StatementKind } from '../../core/statement.ts';
import type { Span } from '../../core/text/span.ts';

/** A gold attribution: parts of its content, and the words that name its source (none: nobody is named). */
export interface GoldAttribution {
  readonly kind: StatementKind;
  readonly content: readonly Span[];
  readonly source: readonly Span[];
}

/** Counts over any number of documents; add them up, then ask for the figures. */
export interface QuotationCounts {
  readonly predicted: number;
  readonly gold: number;
  /** Matched at a Jaccard overlap of at least `CONTENT_OVERLAP`. */
  readonly matched: number;
  readonly exact: number;
  readonly touched: number;
  /** Matched contents whose gold source is named; of them given a speaker, and given the right one. */
  readonly sourced: number;
  readonly speakerGiven: number;
  readonly speakerRight: number;
  /** Matched contents whose gold source is empty; of them left without a speaker. */
  readonly unsourced: number;
  readonly unsourcedLeft: number;
}

export interface QuotationFigures {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly exactF1: number;
  readonly anyOverlapF1: number;
  /** Over matched contents with a named gold source: share whose speaker span overlaps it. */
  readonly speakerAccuracy: number;
  readonly speakerCoverage: number;
  readonly speakerPrecision: number;
  /** Over matched contents without one: share left without a speaker. */
  readonly unattributed: number;
}

/** The least Jaccard overlap of characters at which two contents count as the same. */
export const CONTENT_OVERLAP = 0.8;

export const NO_QUOTATIONS: QuotationCounts = {
  predicted: 0,
  gold: 0,
  matched: 0,
  exact: 0,
  touched: 0,
  sourced: 0,
  speakerGiven: 0,
  speakerRight: 0,
  unsourced: 0,
  unsourcedLeft: 0,
};

/**
 * Compares the statements of one kind with the gold attributions of that kind in one document. Gold parts with only
 * white space between them are joined; spans are matched one to one, the best overlap first. A predicted `direct`
 * span of which more than half lies in gold `mixed` content is not counted as predicted unless it matches.
 */
export function countQuotations(document: {
  text: string;
  kind: StatementKind;
  statements: readonly Statement[];
  gold: readonly GoldAttribution[];
}): QuotationCounts {
  const { text, kind } = document;
  const gold = document.gold
    .filter((attribution) => attribution.kind === kind)
    .flatMap((attribution) =>
      joinParts(text, attribution.content).map((span) => ({ span, source: attribution.source })),
    );
  const predicted = document.statements.filter((statement) => statement.kind === kind);
  const pairs = matchSpans(
    predicted,
    gold.map((one) => one.span),
    CONTENT_OVERLAP,
  );
  const exact = pairs.filter(({ left, right }) => sameSpan(predicted[left], gold[right]?.span)).length;
  const touched = matchSpans(
    predicted,
    gold.map((one) => one.span),
    0,
  ).length;
  const mixed = document.gold.filter((one) => one.kind === 'mixed').flatMap((one) => one.content);
  const matchedLeft = new Set(pairs.map((pair) => pair.left));
  const excused =
    kind !== 'direct'
      ? 0
      : predicted.filter((one, at) => !matchedLeft.has(at) && sharedWith(one, mixed) > (one.end - one.start) / 2)
          .length;
  let counts = {
    ...NO_QUOTATIONS,
    predicted: predicted.length - excused,
    gold: gold.length,
    matched: pairs.length,
    exact,
    touched,
  };
  for (const { left, right } of pairs) {
    const speaker = predicted[left]?.speaker;
    const source = gold[right]?.source ?? [];
    if (source.length === 0) {
      counts = {
        ...counts,
        unsourced: counts.unsourced + 1,
        unsourcedLeft: counts.unsourcedLeft + (speaker === undefined ? 1 : 0),
      };
      continue;
    }
    const isRight = speaker !== undefined && source.some((span) => overlap(span, speaker) > 0);
    counts = {
      ...counts,
      sourced: counts.sourced + 1,
      speakerGiven: counts.speakerGiven + (speaker === undefined ? 0 : 1),
      speakerRight: counts.speakerRight + (isRight ? 1 : 0),
    };
  }
  return counts;
}

export function addQuotationCounts(a: QuotationCounts, b: QuotationCounts): QuotationCounts {
  return {
    predicted: a.predicted + b.predicted,
    gold: a.gold + b.gold,
    matched: a.matched + b.matched,
    exact: a.exact + b.exact,
    touched: a.touched + b.touched,
    sourced: a.sourced + b.sourced,
    speakerGiven: a.speakerGiven + b.speakerGiven,
    speakerRight: a.speakerRight + b.speakerRight,
    unsourced: a.unsourced + b.unsourced,
    unsourcedLeft: a.unsourcedLeft + b.unsourcedLeft,
  };
}

export function quotationFigures(counts: QuotationCounts): QuotationFigures {
  const { predicted, gold, matched } = counts;
  return {
    precision: share(matched, predicted),
    recall: share(matched, gold),
    f1: share(2 * matched, predicted + gold),
    exactF1: share(2 * counts.exact, predicted + gold),
    anyOverlapF1: share(2 * counts.touched, predicted + gold),
    speakerAccuracy: share(counts.speakerRight, counts.sourced),
    speakerCoverage: share(counts.speakerGiven, counts.sourced),
    speakerPrecision: share(counts.speakerRight, counts.speakerGiven),
    unattributed: share(counts.unsourcedLeft, counts.unsourced),
  };
}

/** The parts of a content in order, those with only white space between them joined. */
export function joinParts(text: string, parts: readonly Span[]): Span[] {
  const joined: { start: number; end: number }[] = [];
  for (const part of [...parts].sort((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last !== undefined && text.slice(last.end, part.start).trim() === '') last.end = Math.max(last.end, part.end);
    else joined.push({ start: part.start, end: part.end });
  }
  return joined;
}

/** Pairs of indexes, one to one, best Jaccard overlap first; only overlaps of at least `least` and above 0. */
export function matchSpans(
  left: readonly Span[],
  right: readonly Span[],
  least: number,
): { left: number; right: number }[] {
  const candidates: { left: number; right: number; jaccard: number }[] = [];
  left.forEach((a, i) => {
    right.forEach((b, j) => {
      const shared = overlap(a, b);
      if (shared === 0) return;
      const jaccard = shared / (a.end - a.start + (b.end - b.start) - shared);
      if (jaccard >= least) candidates.push({ left: i, right: j, jaccard });
    });
  });
  candidates.sort((a, b) => b.jaccard - a.jaccard);
  const usedLeft = new Set<number>();
  const usedRight = new Set<number>();
  const pairs: { left: number; right: number }[] = [];
  for (const { left: i, right: j } of candidates) {
    if (usedLeft.has(i) || usedRight.has(j)) continue;
    usedLeft.add(i);
    usedRight.add(j);
    pairs.push({ left: i, right: j });
  }
  return pairs;
}

export function overlap(a: Span, b: Span): number {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
}

export function sharedWith(span: Span, others: readonly Span[]): number {
  return others.reduce((sum, other) => sum + overlap(span, other), 0);
}

function sameSpan(a: Span | undefined, b: Span | undefined): boolean {
  return a !== undefined && b !== undefined && a.start === b.start && a.end === b.end;
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

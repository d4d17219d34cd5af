import type { Statement, StatementKind } from '../../core/statement.ts';
import type { Span } from '../../core/text/span.ts';
import { RIGHT } from '../outcome.ts';
import {
  CONTENT_OVERLAP,
  type GoldAttribution,
  joinParts,
  matchSpans,
  overlap,
  sharedWith,
} from './quotation-metrics.ts';

interface QuotationOutcome {
  readonly kind: StatementKind;
  readonly verdict: string;
  readonly span: Span;
}

/**
 * What became of every gold content and of every predicted one in a document, by the same matching as the figures:
 * right, missed, found with other bounds, found as another kind, invented, and for matched ones the speaker.
 */
export function listQuotationOutcomes(document: {
  readonly text: string;
  readonly kind: StatementKind;
  readonly statements: readonly Statement[];
  readonly gold: readonly GoldAttribution[];
}): QuotationOutcome[] {
  const { text, kind, statements } = document;
  const gold = document.gold
    .filter((one) => one.kind === kind)
    .flatMap(({ content, source }) => joinParts(text, content).map((span) => ({ span, source })));
  const predicted = statements.filter((one) => one.kind === kind);
  const pairs = matchSpans(
    predicted,
    gold.map(({ span }) => span),
    CONTENT_OVERLAP,
  );
  const predictedFor = new Map(pairs.map(({ left, right }) => [right, predicted[left]]));
  const matched = new Set(pairs.map(({ left }) => left));
  const allGold = document.gold.flatMap(({ content }) => content);
  const ofGold = gold.map(({ span, source }, at): QuotationOutcome => {
    const statement = predictedFor.get(at);
    const verdict =
      statement === undefined ? verdictOnUnmatched(span, kind, statements) : verdictOnSpeaker(statement, source);
    return { kind, verdict, span };
  });
  const invented = predicted
    .filter((one, at) => !matched.has(at) && sharedWith(one, allGold) === 0)
    .map(({ start, end }): QuotationOutcome => ({ kind, verdict: 'spurious', span: { start, end } }));
  return [...ofGold, ...invented];
}

function verdictOnUnmatched(span: Span, kind: StatementKind, statements: readonly Statement[]): string {
  const touching = statements.filter((statement) => overlap(statement, span) > 0);
  if (touching.some((statement) => statement.kind === kind)) return 'other bounds';
  return touching.length > 0 ? 'found as another kind' : 'missed';
}

function verdictOnSpeaker({ speaker }: Statement, source: readonly Span[]): string {
  if (source.length === 0) return speaker === undefined ? RIGHT : 'speaker where none is named';
  if (speaker === undefined) return 'no speaker';
  return source.some((span) => overlap(span, speaker) > 0) ? RIGHT : 'wrong speaker';
}

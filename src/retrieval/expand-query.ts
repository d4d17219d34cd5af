import type { KeywordIndex, StoredDocument, WeightedTerm } from '../core/ports.ts';
import { indexTerms } from '../core/text/terms.ts';

/** A document that ranked high for the query as asked. `score` above 0. */
export interface FeedbackDocument {
  readonly document: Pick<StoredDocument, 'title' | 'text' | 'language'>;
  readonly score: number;
}

/**
 * Pseudo-relevance feedback: how many of the best documents are read, how many of their terms join the query, and what share of
 * the query's weight those take, less where the query has several parts (RM3; Lavrenko and Croft 2001, Abdul-Jaleel et al. 2004).
 * Set on the retrieval sets: see `desk eval retrieval-`.
 */
export const FEEDBACK = { documents: 8, terms: 15, share: 0.3, shareOfParts: 0.2 } as const;
/** Longer documents are read so far only: news says first what matters. In code units. */
const READ_LENGTH = 6_000;

/** The query with the terms that mark the best documents out, weights kept comparable. */
export async function expandQuery(
  query: {
    readonly terms: readonly WeightedTerm[];
    readonly feedback: readonly FeedbackDocument[];
    readonly share: number;
  },
  keywords: Pick<KeywordIndex, 'documentFrequencies'>,
): Promise<WeightedTerm[]> {
  const { feedback } = query;
  const weights = new Map<string, number>();
  const allScores = feedback.reduce((sum, { score }) => sum + score, 0);
  for (const { document, score } of feedback) {
    const own = indexTerms(`${document.title} ${document.text.slice(0, READ_LENGTH)}`, document.language);
    const share = score / allScores / Math.max(1, own.length);
    for (const term of own) weights.set(term, (weights.get(term) ?? 0) + share);
  }
  const frequent = [...weights].sort((a, b) => b[1] - a[1]).slice(0, FEEDBACK.terms * 6);
  const { frequencies, documents } = await keywords.documentFrequencies(frequent.map(([term]) => term));
  const telling = frequent
    .map(([term, weight], at) => ({ term, weight: weight * Math.log((documents + 1) / ((frequencies[at] ?? 0) + 1)) }))
    .filter(({ term, weight }) => weight > 0 && term.length > 1)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, FEEDBACK.terms);
  return mixQueries(query.terms, telling, query.share);
}

function mixQueries(asked: readonly WeightedTerm[], added: readonly WeightedTerm[], share: number): WeightedTerm[] {
  const sum = (terms: readonly WeightedTerm[]) => terms.reduce((total, { weight }) => total + weight, 0);
  const addedSum = sum(added);
  if (addedSum === 0) return [...asked];
  const scale = ((share / (1 - share)) * sum(asked)) / addedSum;
  const mixed = new Map(asked.map(({ term, weight }) => [term, weight]));
  for (const { term, weight } of added) mixed.set(term, (mixed.get(term) ?? 0) + weight * scale);
  return [...mixed].map(([term, weight]) => ({ term, weight }));
}

import type { WeightedTerm } from '../../src/core/ports.ts';
import type { DocumentSketch } from './indexed-documents.ts';
import { wordsOf } from './indexed-documents.ts';

/** BM25 written down as in the textbook, over plain arrays: the oracle of the keyword index. */
export function scoreNaively(
  texts: readonly (readonly string[])[],
  terms: readonly WeightedTerm[],
  { k1, b }: { k1: number; b: number },
): number[] {
  const averageLength = texts.reduce((sum, text) => sum + text.length, 0) / texts.length;
  return texts.map((text) =>
    terms.reduce((sum, { term, weight }) => {
      const frequency = text.filter((word) => word === term).length;
      const holders = texts.filter((other) => other.includes(term)).length;
      const idf = Math.log(1 + (texts.length - holders + 0.5) / (holders + 0.5));
      const norm = k1 * (1 - b + (b * text.length) / averageLength);
      return frequency === 0 ? sum : sum + (weight * idf * frequency * (k1 + 1)) / (frequency + norm);
    }, 0),
  );
}

/** The passages of all documents, as (id, passage, words). */
export function passagesOf(documents: readonly DocumentSketch[]) {
  return documents.flatMap(({ id, passages }) =>
    passages.map((text, passage) => ({ id, passage, words: wordsOf(text) })),
  );
}

/** Each document's words, head and passages. */
export function wholeTextsOf(documents: readonly DocumentSketch[]) {
  return documents.map(({ id, passages, head = '' }) => ({ id, words: [head, ...passages].flatMap(wordsOf) }));
}

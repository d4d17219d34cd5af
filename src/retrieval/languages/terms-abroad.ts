import type { WeightedTerm, WordKnowledge } from '../../core/ports.ts';
import type { QuestionTerm } from '../question.ts';

/**
 * What all words for one thing in one language weigh together in a search, against 1 for the word itself: a source in
 * another language is worth as much, but each word may have several translations.
 */
const LANGUAGE_WEIGHT = 0.8;
/** Index terms that are such frequent words in English would find anything ("Rat", "but", "chair"). */
const RANK_OF_ENGLISH = 20_000;

/** Index terms of the words' translations, to be searched beside the words. */
export function termsAbroad(terms: readonly QuestionTerm[], knowledge: WordKnowledge | undefined): WeightedTerm[] {
  const weights = new Map<string, number>();
  for (const { translations, stems, isGeneric } of terms) {
    if (translations === undefined || isGeneric) continue;
    for (const ofLanguage of Object.values(translations)) {
      const telling = ofLanguage.filter(
        (term) => !stems.includes(term) && (knowledge?.rank(term) ?? Number.POSITIVE_INFINITY) > RANK_OF_ENGLISH,
      );
      const weight = LANGUAGE_WEIGHT / Math.sqrt(Math.max(1, telling.length));
      for (const term of telling) weights.set(term, Math.max(weight, weights.get(term) ?? 0));
    }
  }
  return [...weights].map(([term, weight]) => ({ term, weight }));
}

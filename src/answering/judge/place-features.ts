import type { Question } from '../../retrieval/question.ts';
import type { ReadDocument } from '../read-document.ts';
import type { ScoredSentence } from '../score-sentences.ts';

/**
 * What is known of a sentence by where it stands: in its document, and among the sentences found for a question. Its
 * distance from the start is left out: words put in before it, by whomever, must not change what it tells.
 */
export const PLACE_FEATURES = [
  'placeOwn',
  'placeCoverage',
  'placeContent',
  'placeNames',
  'placeType',
  'placePresupposed',
  'placeProximity',
  'placeRetrieval',
  'ofBest',
  'documentOfBest',
  'isHeading',
  'hasStatement',
  'hasSpeaker',
  'hasNumber',
  'isKeywords',
] as const;

/** One row of numbers a sentence, in the order of `PLACE_FEATURES`. `scored`: all of a question, best first. */
export function readPlaceFeatures(
  question: Question,
  scored: readonly ScoredSentence[],
  most: number,
): readonly (readonly number[])[] {
  const best = scored[0]?.score || 1;
  const bestOf = new Map<ReadDocument, number>();
  for (const { read, score } of scored) if (!bestOf.has(read)) bestOf.set(read, score);
  return scored
    .slice(0, most)
    .map(({ read, sentence, features, score }) => [
      features.own,
      features.coverage,
      features.content,
      features.names,
      features.type,
      features.presupposed,
      features.proximity,
      features.retrieval,
      score / best,
      (bestOf.get(read) ?? 0) / best,
      Number(sentence.sentence.kind === 'heading'),
      Number(sentence.statements.length > 0),
      Number(sentence.statements.some(({ speaker }) => speaker !== undefined)),
      Number(/\d/.test(sentence.text)),
      Number(question.isKeywords),
    ]);
}

import type { WordKnowledge, WordRelations } from '../../core/ports.ts';
import type { Question } from '../../retrieval/question.ts';
import type { ScoredSentence } from '../score-sentences.ts';
import { createTermAligner } from './align-terms.ts';
import { type AnswerFeatures, readAnswerFeatures } from './answer-features.ts';
import { decodeTrees, predictProbability } from './boosted-trees.ts';
import { FEATURES, TREES } from './judge-model.ts';
import { readAsking } from './read-asking.ts';

export interface Judgement {
  /**
   * How likely the sentence answers the question, 0 to 1, against one that is merely related; half of what it was
   * trained on does not answer.
   */
  readonly probability: number;
  /** What it was judged by, so that a judgement can be explained. */
  readonly features: AnswerFeatures;
}

/** Judges the sentences of one question; each word of them is compared with the question's words once. */
export interface QuestionJudge {
  /** `rivals`: the scored sentences of the same document. Absent for documents that are not English. */
  judge(scored: ScoredSentence, rivals: readonly ScoredSentence[]): Judgement | undefined;
}

/**
 * Tells sentences that answer a question from those that are about the same things: boosted trees over how the words of
 * both meet, trained by `src/evaluation/train-answer-judge.ts`, which prints what it reaches.
 */
export function createAnswerJudge(deps: {
  readonly knowledge: WordKnowledge | undefined;
  readonly relations: WordRelations;
}): (question: Question) => QuestionJudge {
  let trees: ReturnType<typeof decodeTrees> | undefined;
  return (question) => {
    const aligner = createTermAligner(readAsking(question, deps.relations), deps);
    return {
      judge(scored, rivals) {
        if (scored.read.language !== 'en') return undefined;
        trees ??= decodeTrees(TREES);
        const features = readAnswerFeatures(aligner, scored, rivals, deps.relations);
        const values = FEATURES.map((name) => features[name] ?? 0);
        return { probability: predictProbability(trees, values), features };
      },
    };
  };
}

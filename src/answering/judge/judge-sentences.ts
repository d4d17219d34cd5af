import type { WordKnowledge, WordRelations } from '../../core/ports.ts';
import type { Question } from '../../retrieval/question.ts';
import type { SentenceJudge } from '../score-sentences.ts';
import { createAnswerJudge, type Judgement } from './answer-judge.ts';
import { ANSWER_WEIGHTS, type LinearWeights, PLACE_WEIGHTS, TREES_WEIGHT } from './answer-weights.ts';
import { readPlaceFeatures } from './place-features.ts';

/**
 * Tells sentences that answer from those that are about the same things, by how the words of both meet and by where the
 * sentence stands. The log-odds are those of a linear model, learnt on questions over news, and, for English texts, of
 * the trees of `createAnswerJudge` in sum: each alone tells the other's texts worse. Trained by
 * `src/evaluation/train-answer-weights.ts`.
 */
export function createSentenceJudge(deps: {
  readonly knowledge: WordKnowledge | undefined;
  readonly relations: WordRelations;
}): (question: Question) => SentenceJudge {
  const judgeAnswers = createAnswerJudge(deps);
  return (question) => {
    const answers = judgeAnswers(question);
    return {
      judge(scored, most) {
        const places = readPlaceFeatures(question, scored, most);
        return scored.slice(0, most).map((one, at) => {
          const place = places[at] ?? [];
          const judgement = answers.judge(one, scored);
          return probabilityOf(judgement === undefined ? plainLogOdds(place) : logOdds(place, judgement));
        });
      },
    };
  };
}

/** Values by name in the order of the linear model's weights. */
export function linearValues(place: readonly number[], features: Readonly<Record<string, number>>): number[] {
  return [...place, ...ANSWER_WEIGHTS.names.slice(place.length).map((name) => features[name] ?? 0)];
}

function logOdds(place: readonly number[], { features, probability }: Judgement): number {
  const trees = Math.log(probability / (1 - probability));
  return weigh(ANSWER_WEIGHTS, linearValues(place, features)) + TREES_WEIGHT * trees;
}

/** For texts that the trees do not know the language of. */
function plainLogOdds(place: readonly number[]): number {
  return weigh(PLACE_WEIGHTS, place);
}

function weigh({ bias, weights }: LinearWeights, values: readonly number[]): number {
  return values.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), bias);
}

function probabilityOf(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}

import type { WordKnowledge } from '../core/ports.ts';
import { type OutletPart, splitByOutlets } from '../retrieval/outlet-parts.ts';
import { parseQuestion } from '../retrieval/parse-question.ts';
import type { Question } from '../retrieval/question.ts';
import type { CandidateFinder } from './find-candidates.ts';
import { type Claim, toClaim } from './find-claims.ts';
import { type Candidate, createSentenceScorer, weightedShare } from './score-sentences.ts';

/**
 * A part restates at length what a text may tell in one sentence, so little of it is met at best. Set on
 * multihop-rag-sample, where no unanswerable question reaches both.
 */
const LEAST_SHARE = 0.15;
const FEWEST_MET = 2;
/** A match that is the word itself, its family or a synonym. */
const SURE_MATCH = 0.8;
interface OutletDeps {
  readonly finder: Pick<CandidateFinder, 'findOfPublisher'>;
  readonly knowledge: WordKnowledge | undefined;
}

export interface OutletFindings {
  /** One sentence for each part that a text of its outlet speaks to, in the order of the question's outlets. */
  readonly claims: readonly Claim[];
  /** Documents that the claims stand in, as candidates. */
  readonly candidates: readonly Candidate[];
}

/**
 * Answers a question that sets texts of several outlets beside each other: for each outlet the sentence that speaks most
 * to its part. Nothing (`undefined`) when the question names no publisher of the candidates.
 */
export async function findByOutlet(
  question: Question,
  candidates: readonly Candidate[],
  deps: OutletDeps,
): Promise<OutletFindings | undefined> {
  const publishers = new Set(candidates.flatMap(({ read }) => read.document.publisher ?? []));
  const parts = splitByOutlets(question.text, [...publishers]);
  if (parts.length === 0) return undefined;
  const found = await Promise.all(parts.map((part) => findPart(part, deps)));
  const best = new Map(found.flatMap((one) => (one === undefined ? [] : [[one.claim.sentence, one]])));
  return {
    claims: [...best.values()].map(({ claim }) => claim),
    candidates: [...best.values()].map(({ candidate }) => candidate),
  };
}

async function findPart(
  { publisher, topic }: OutletPart,
  deps: OutletDeps,
): Promise<{ claim: Claim; candidate: Candidate } | undefined> {
  const question: Question = { ...parseQuestion(topic, deps.knowledge), expects: { kind: 'claim' } };
  const scorer = createSentenceScorer(question, deps.knowledge);
  let best: { claim: Claim; candidate: Candidate; share: number } | undefined;
  for (const candidate of await deps.finder.findOfPublisher(publisher, topic)) {
    for (const one of scorer.score(candidate)) {
      const share = weightedShare(question.terms, one.matches);
      const met = one.matches.filter((match) => match >= SURE_MATCH).length;
      if (met >= FEWEST_MET && share >= LEAST_SHARE && share > (best?.share ?? 0))
        best = { claim: toClaim(one), candidate, share };
    }
  }
  return best;
}

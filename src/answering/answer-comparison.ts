import type { WordKnowledge } from '../core/ports.ts';
import type { Comparison, Question, SpeakerQuestion } from '../retrieval/question.ts';
import { refusalOf } from './answer-speaker-question.ts';
import { type Claim, findClaims, saysTheSame } from './find-claims.ts';
import { findStatements } from './find-statements.ts';
import { isOutletNamed } from './match-speakers.ts';
import type { Outcome } from './outcome.ts';
import type { Refusal } from './refuse.ts';
import type { Candidate, SentenceScorer } from './score-sentences.ts';

/** Sentences of each side of a comparison. */
const MOST_PER_SIDE = 2;
/** Documents set beside each other when the sources as a whole are compared. */
const MOST_DOCUMENTS = 4;
/** A document that answers so much less well than the best one speaks of something else. */
const KEPT_OF_BEST = 0.5;

export interface ComparisonDeps {
  readonly knowledge: WordKnowledge | undefined;
  readonly createScorer: (question: Question) => SentenceScorer;
  /** The question about one side and the topic, for sides that say nothing themselves. */
  readonly readSide: (words: string) => Question;
}

/** Sets sides beside each other: what each of them says on the topic, or what is said of each. */
export function compareSides(
  comparison: Comparison,
  scorer: SentenceScorer,
  candidates: readonly Candidate[],
  deps: ComparisonDeps,
): Outcome {
  if (comparison.sides.length === 0) return compareSources(scorer, candidates);
  const speaking = comparison.sides.map((side) => findSide(side, comparison, scorer, candidates, deps));
  // Sides that speak nowhere are things: what the sources say of each is set side by side.
  const areThings = speaking.every(({ claims, isSpeakerKnown }) => claims.length === 0 && !isSpeakerKnown);
  const sides = areThings ? speaking.map((side) => findAbout(side, comparison, candidates, deps)) : speaking;
  const silent = sides.filter(({ claims }) => claims.length === 0);
  const first = silent[0];
  if (first !== undefined && silent.length === sides.length)
    return { refusal: first.refusal, near: sides.flatMap(({ near }) => near).slice(0, MOST_DOCUMENTS) };
  const claims = sides.flatMap((side) => side.claims.slice(0, MOST_PER_SIDE));
  return {
    claims: [...new Map(claims.map((claim) => [claim.sentence, claim])).values()],
    ...(silent.length === 0 ? {} : { remarks: silent.map(({ refusal }) => sayIsSilent(refusal)) }),
  };
}

interface Side {
  readonly name: string;
  readonly isSpeakerKnown: boolean;
  readonly claims: readonly Claim[];
  readonly near: readonly Claim[];
  readonly refusal: Refusal;
}

/** A side's own statements, or those of an outlet in its own voice. */
function findSide(
  side: string,
  { topic }: Comparison,
  scorer: SentenceScorer,
  candidates: readonly Candidate[],
  deps: ComparisonDeps,
): Side {
  const asked: SpeakerQuestion = { ask: 'said', speaker: side, topic, presupposes: false };
  const found = findStatements(asked, scorer.question, candidates, deps.knowledge);
  const refusal = refusalOf(asked, found.isSpeakerKnown);
  const made = { name: side, isSpeakerKnown: found.isSpeakerKnown, near: found.near, refusal };
  if (found.claims.length > 0) return { ...made, claims: found.claims };
  const own = candidates.filter(({ read }) => isOutletNamed(side, read.document.publisher));
  return { ...made, claims: own.length === 0 ? [] : findClaims(scorer, own).claims };
}

function findAbout(side: Side, { topic }: Comparison, candidates: readonly Candidate[], deps: ComparisonDeps): Side {
  const question = deps.readSide(`${side.name} ${topic}`.trim());
  const { claims, near } = findClaims(deps.createScorer(question), candidates);
  return { ...side, claims, near };
}

/** The best sentence of each document that answers. */
function compareSources(scorer: SentenceScorer, candidates: readonly Candidate[]): Outcome {
  const all = findClaims(scorer, candidates);
  const best = all.claims[0]?.score;
  if (best === undefined) return { refusal: { kind: 'nothing' }, near: all.near };
  const perDocument = candidates
    .flatMap((candidate) => findClaims(scorer, [candidate]).claims.slice(0, 1))
    .filter(({ score }) => score >= best * KEPT_OF_BEST)
    .sort((a, b) => b.score - a.score);
  const claims: Claim[] = [];
  for (const claim of perDocument) {
    const isRepeat = claims.some((other) => other.read === claim.read || saysTheSame(other.sentence, claim.sentence));
    if (claims.length < MOST_DOCUMENTS && !isRepeat) claims.push(claim);
  }
  return claims.length > 1
    ? { claims }
    : { claims, remarks: ['Only one of the sources speaks to this, so there is nothing to compare it with.'] };
}

/** Says plainly that a side is missing. */
function sayIsSilent(refusal: Refusal): string {
  switch (refusal.kind) {
    case 'speaker_silent':
      return refusal.topic === ''
        ? `Nothing that “${refusal.speaker}” says answers this.`
        : `“${refusal.speaker}” is quoted in the sources, but says nothing about “${refusal.topic}”.`;
    case 'speaker_unknown':
      return `No statement by “${refusal.speaker}” stands in the sources.`;
    default:
      return 'The sources tell one side only.';
  }
}

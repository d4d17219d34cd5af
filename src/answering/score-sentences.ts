import type { WordKnowledge } from '../core/ports.ts';
import type { Statement } from '../core/statement.ts';
import type { Language } from '../core/translated-term.ts';
import { localiseQuestion } from '../retrieval/languages/localise-question.ts';
import type { Question, QuestionTerm } from '../retrieval/question.ts';
import { matchAnswerType } from './match-answer-type.ts';
import { createTermMatcher, type TermMatcher, type TermMatches } from './match-terms.ts';
import type { ReadDocument, ReadSentence } from './read-document.ts';

/** Who speaks in a document, joined with the other documents. */
export interface CandidateSpeakers {
  /** One key a person or body over all documents; nothing where nobody in particular speaks. */
  entityOf(statement: Statement): string | undefined;
  /** Whether the statement is by whom the words of the question name, as far as all documents together tell. */
  isMeant(asked: string, statement: Statement): boolean;
}

/** A document that may answer, and how retrieval ranked its parts. */
export interface Candidate {
  readonly read: ReadDocument;
  /** How many documents it was found among. */
  readonly searched: number;
  /** Rank feature of a sentence's passage, 0 to 1. */
  readonly retrieval: (sentenceIndex: number) => number;
  /** Who speaks in it; absent where the question asks about no speaker. */
  readonly speakers?: CandidateSpeakers;
}

/** Why a sentence is thought to answer, each 0 to 1; kept so that a ranking can be explained. */
export interface SentenceFeatures {
  /** Share of the question's weight that the sentence itself meets. */
  readonly own: number;
  /** The same, with what the sentences around it, its paragraph and its document's subject meet counted in part. */
  readonly coverage: number;
  /** The same over the words that are neither names nor for the matter as a whole; 1 when there are none. */
  readonly content: number;
  /** The least-met name of the question; 1 when it has none. */
  readonly names: number;
  /** How well the kind of words that would answer is there; 0 where it is needed and missing. */
  readonly type: number;
  /** How well the deed that the question takes for granted is met; 1 when it takes none. */
  readonly presupposed: number;
  /** How close together the met terms stand. */
  readonly proximity: number;
  /** Rank of the passage by retrieval: 1 for the first. */
  readonly retrieval: number;
  /** Earlier sentences of a document tell more of its news. */
  readonly position: number;
}

export interface ScoredSentence {
  readonly read: ReadDocument;
  readonly sentence: ReadSentence;
  readonly features: SentenceFeatures;
  /** How well the sentence itself meets each term. */
  readonly matches: readonly number[];
  /** Weighted sum of the features, 0 to 1. */
  readonly score: number;
}

/**
 * What terms met elsewhere count: a sentence of news leans on the one before it, on its paragraph, and, for names, on
 * what its whole document is about.
 */
const CONTEXT = { previous: 0.6, next: 0.4, block: 0.45, centralName: 0.6, head: 0.5, document: 0.15 } as const;
/** Words for the matter as a whole are met by any document about it. */
const GENERIC_CONTEXT = 0.7;

/** Weights of the features in the score; set by hand on the domain questions and checked on squad2-dev, where they rank the answering sentence first in 86 %. */
const WEIGHTS: Readonly<Record<keyof SentenceFeatures, number>> = {
  own: 0.3,
  coverage: 0.25,
  content: 0.05,
  names: 0.08,
  type: 0.16,
  presupposed: 0,
  proximity: 0.08,
  retrieval: 0.05,
  position: 0.03,
};

/** Below this a sentence is not looked at further: it neither answers nor is it near. */
const LEAST_COVERAGE = 0.2;
const NO_FEATURES: SentenceFeatures = {
  own: 0,
  coverage: 0,
  content: 0,
  names: 0,
  type: 0,
  presupposed: 0,
  proximity: 0,
  retrieval: 0,
  position: 0,
};

/** Scores the sentences of documents for one question; each document once. */
export function createSentenceScorer(
  question: Question,
  knowledge: WordKnowledge | undefined,
  judgeFor: (question: Question) => SentenceJudge = judgeByScore,
) {
  const readers = new Map<Language, { readonly asked: Question; readonly matcher: TermMatcher }>();
  const scored = new Map<ReadDocument, readonly ScoredSentence[]>();

  /** The question as documents of a language are read for it. */
  function readerOf(language: Language) {
    const known = readers.get(language);
    if (known !== undefined) return known;
    const asked = localiseQuestion(question, language);
    const made = { asked, matcher: createTermMatcher(asked.terms, knowledge) };
    readers.set(language, made);
    return made;
  }

  return {
    question,
    ...judgeFor(question),
    score(candidate: Candidate): readonly ScoredSentence[] {
      const known = scored.get(candidate.read);
      if (known !== undefined) return known;
      const { asked, matcher } = readerOf(candidate.read.language);
      const made = scoreSentences(asked, candidate, matcher);
      scored.set(candidate.read, made);
      return made;
    },
  };
}

/** Judges the sentences found for one question. */
export interface SentenceJudge {
  /**
   * How likely each of the first `most` sentences answers the question, 0 to 1, in their order. `scored`: all that were
   * found, best first.
   */
  judge(scored: readonly ScoredSentence[], most: number): number[];
}

/** Where nobody judges, the score stands. */
function judgeByScore(): SentenceJudge {
  return { judge: (scored, most) => scored.slice(0, most).map(({ score }) => score) };
}

export type SentenceScorer = ReturnType<typeof createSentenceScorer>;

function scoreSentences(question: Question, { read, retrieval }: Candidate, matcher: TermMatcher): ScoredSentence[] {
  const { terms } = matcher;
  const own = matcher.matchDocument(read);
  const blockBest = bestPerBlock(read, own, terms.length);
  return read.sentences.map((sentence, index) => {
    const matches = own[index] ?? [];
    const isBroken = sentence.sentence.kind === 'heading';
    const inContext = terms.map((term, at) =>
      Math.max(
        matches[at] ?? 0,
        contextMatch({ term, at, index, own, read, block: blockBest.get(sentence.sentence.block) }),
      ),
    );
    const coverage = weightedShare(terms, inContext);
    if (coverage < LEAST_COVERAGE) return { read, sentence, features: { ...NO_FEATURES, coverage }, matches, score: 0 };
    const features: SentenceFeatures = {
      own: weightedShare(terms, matches),
      coverage: isBroken ? coverage * 0.7 : coverage,
      content: contentShare(terms, inContext),
      names: Math.min(1, ...terms.map((term, at) => (term.isName ? (inContext[at] ?? 0) : 1))),
      type: matchAnswerType(question.expects, question, read, index),
      presupposed: question.presupposed === undefined ? 1 : nearbyMatch(own, index, question.presupposed),
      proximity: proximity(terms, sentence),
      retrieval: retrieval(index),
      position: 1 / (1 + index / 10),
    };
    return { read, sentence, features, matches, score: weigh(features) };
  });
}

function weigh(features: SentenceFeatures): number {
  let score = 0;
  for (const name of Object.keys(WEIGHTS) as (keyof SentenceFeatures)[]) score += WEIGHTS[name] * features[name];
  return score;
}

function bestPerBlock(read: ReadDocument, own: TermMatches, count: number): ReadonlyMap<number, number[]> {
  const best = new Map<number, number[]>();
  read.sentences.forEach(({ sentence }, index) => {
    const block = best.get(sentence.block) ?? new Array<number>(count).fill(0);
    own[index]?.forEach((match, at) => {
      block[at] = Math.max(block[at] ?? 0, match);
    });
    best.set(sentence.block, block);
  });
  return best;
}

function contextMatch(at: {
  term: QuestionTerm;
  at: number;
  index: number;
  own: TermMatches;
  read: ReadDocument;
  block: readonly number[] | undefined;
}): number {
  const { term, read } = at;
  let best = Math.max(nearbyMatch(at.own, at.index, at.at), CONTEXT.block * (at.block?.[at.at] ?? 0));
  if (term.isName && read.centralNames.has(term.word)) best = Math.max(best, CONTEXT.centralName);
  if (term.stems.some((stem) => read.headStems.has(stem))) best = Math.max(best, CONTEXT.head);
  if (term.stems.some((stem) => read.stemCounts.has(stem))) {
    best = Math.max(best, term.isGeneric ? GENERIC_CONTEXT : CONTEXT.document);
  }
  return best;
}

/** The match of a term in a sentence or, for a part, in the ones beside it. */
function nearbyMatch(own: TermMatches, index: number, at: number): number {
  return Math.max(
    own[index]?.[at] ?? 0,
    CONTEXT.previous * (own[index - 1]?.[at] ?? 0),
    CONTEXT.next * (own[index + 1]?.[at] ?? 0),
  );
}

/** Share of the terms' weight that the matches meet, 0 to 1; 0 without terms. */
export function weightedShare(terms: readonly QuestionTerm[], matches: readonly number[]): number {
  let met = 0;
  let all = 0;
  terms.forEach((term, at) => {
    met += term.weight * (matches[at] ?? 0);
    all += term.weight;
  });
  return all === 0 ? 0 : met / all;
}

function contentShare(terms: readonly QuestionTerm[], matches: readonly number[]): number {
  const isContent = (term: QuestionTerm) => !term.isName && !term.isGeneric;
  const content = terms.filter(isContent);
  if (content.length === 0) return 1;
  return weightedShare(
    content,
    matches.filter((_, at) => isContent(terms[at] as QuestionTerm)),
  );
}

/** 1 when all met terms stand side by side, falling with the words between them. */
function proximity(terms: readonly QuestionTerm[], sentence: ReadSentence): number {
  const places: number[] = [];
  for (const term of terms) {
    const place = sentence.stems.findIndex((stem) => term.stems.includes(stem));
    if (place >= 0) places.push(place);
  }
  if (places.length < 2) return 0;
  const width = Math.max(...places) - Math.min(...places) + 1;
  return (places.length / width) * (places.length / terms.length);
}

import type { Statement } from '../core/statement.ts';
import { wordRoot } from '../core/text/word-root.ts';
import type { ExpectedAnswer, Question, QuestionTerm } from '../retrieval/question.ts';
import type { ReadDocument, ReadSentence } from './read-document.ts';
import type { Candidate, ScoredSentence, SentenceScorer } from './score-sentences.ts';
import { areSynonyms } from './synonyms.ts';

/** A sentence chosen for an answer. */
export interface Claim {
  readonly read: ReadDocument;
  readonly sentence: ReadSentence;
  /** The statement in it that answers; absent when the sentence answers in its document's own voice. */
  readonly statement?: Statement;
  readonly score: number;
}

/** What was found for a question: what answers, and what comes nearest without answering. */
export interface Findings {
  readonly claims: readonly Claim[];
  readonly near: readonly Claim[];
  /** The best sentences, whether they reach what an answer must reach or not: what a chat model may choose from. */
  readonly pool: readonly Claim[];
}

/** What a sentence must reach to answer. Set on the tune half of the graded questions: see `desk eval graded`. */
const GATE = { coverage: 0.55, content: 0.45, own: 0.3, names: 0.4, type: 0.35 } as const;
/** A value is the answer only when it is that of what was asked. */
const VALUE_CONTENT = 0.55;
/** "Why did X do Y?" takes it that X did: what is presupposed must be met more fully. */
const PRESUPPOSED_CONTENT = 0.5;
/** And the deed itself at least by a word near in meaning, there or in the sentence beside. */
const LEAST_PRESUPPOSED = 0.2;
/** Sentences further below the best one than this are not needed. */
const NEAR_BEST = 0.9;
/** From this share of common words two sentences say the same. */
const REPEAT_OVERLAP = 0.7;
/** Nearest material must meet at least this share of the question. */
const RELATED_COVERAGE = 0.25;
const MOST_RELATED = 3;
/** Sentences that a chat model may choose from. */
export const POOL_SENTENCES = 16;

/** Finds the sentences that answer a question about the matter itself. */
export function findClaims(
  scorer: SentenceScorer,
  candidates: readonly Candidate[],
  options: { readonly perDocument?: number } = {},
): Findings {
  const { question } = scorer;
  const scored = candidates.flatMap((candidate) => scorer.score(candidate)).sort((a, b) => b.score - a.score);
  const answering = scored.filter((one) => passesGate(question, one));
  const best = answering[0]?.score ?? 0;
  const chosen: ScoredSentence[] = [];
  for (const one of answering) {
    if (chosen.length >= mostSentences(question) || one.score < best * NEAR_BEST) break;
    const ofDocument = chosen.filter(({ read }) => read === one.read).length;
    if (ofDocument >= (options.perDocument ?? Number.POSITIVE_INFINITY)) continue;
    if (!chosen.some((other) => saysTheSame(other.sentence, one.sentence))) chosen.push(one);
  }
  const related = scored.filter(({ features }) => features.coverage >= RELATED_COVERAGE);
  return {
    claims: chosen.map(toClaim),
    near: related.slice(0, MOST_RELATED).map(toClaim),
    pool: related.slice(0, POOL_SENTENCES).map(toClaim),
  };
}

/** A sentence with the statement that most of it belongs to. */
export function toClaim({ read, sentence, score }: Pick<ScoredSentence, 'read' | 'sentence' | 'score'>): Claim {
  const statement = largestStatement(sentence);
  return { read, sentence, score, ...(statement === undefined ? {} : { statement }) };
}

/** The statement that most of a sentence belongs to. */
function largestStatement(sentence: ReadSentence): Statement | undefined {
  const { start, end } = sentence.sentence;
  const inside = (statement: Statement) => Math.min(end, statement.end) - Math.max(start, statement.start);
  return sentence.statements.filter(({ speaker }) => speaker !== undefined).sort((a, b) => inside(b) - inside(a))[0];
}

function passesGate(question: Question, { features, sentence }: ScoredSentence): boolean {
  return (
    features.coverage >= GATE.coverage &&
    features.content >= leastContent(question.expects) &&
    features.own >= GATE.own &&
    features.names >= GATE.names &&
    (!isTypeNeeded(question.expects) || features.type >= GATE.type) &&
    (question.presupposed === undefined || features.presupposed >= LEAST_PRESUPPOSED) &&
    (question.expects.kind !== 'person' || isRelated(question, sentence))
  );
}

function leastContent(expects: ExpectedAnswer): number {
  switch (expects.kind) {
    case 'reason':
      return PRESUPPOSED_CONTENT;
    case 'date':
    case 'amount':
    case 'count':
      return VALUE_CONTENT;
    default:
      return GATE.content;
  }
}

/** Words between what was done and to whom, in "who did it" questions. */
const RELATION_REACH = 6;

/**
 * Whether the question's names and its other words stand near each other where the sentence holds both: "founder Maurice
 * Lévy … OVHcloud" does not tell who founded OVHcloud.
 */
function isRelated(question: Question, sentence: ReadSentence): boolean {
  const places = (isName: boolean) => {
    const terms = question.terms.filter((term) => term.isName === isName && !term.isGeneric);
    return sentence.words.flatMap((word, at) =>
      terms.some((term) => isSameWord(term, word, sentence.stems[at] ?? '')) ? [at] : [],
    );
  };
  const names = places(true);
  const others = places(false);
  if (others.length === 0) return question.terms.every((term) => term.isName || term.isGeneric);
  if (names.length === 0) return true;
  return names.some((name) => others.some((other) => Math.abs(name - other) <= RELATION_REACH));
}

function isSameWord(term: QuestionTerm, word: string, stem: string): boolean {
  if (term.stems.includes(stem) || wordRoot(term.word) === wordRoot(word)) return true;
  return !term.isName && areSynonyms(term.stems[0] ?? term.word, stem);
}

/** Whether words of the expected kind can be told for certain, so that their absence refuses. */
function isTypeNeeded(expects: ExpectedAnswer): boolean {
  return (
    expects.kind === 'date' || expects.kind === 'amount' || expects.kind === 'count' || expects.kind === 'instance'
  );
}

function mostSentences(question: Question): number {
  if (question.isKeywords) return 3;
  switch (question.expects.kind) {
    case 'date':
    case 'amount':
    case 'count':
    case 'person':
    case 'place':
    case 'instance':
      return 2;
    case 'reason':
    case 'claim':
      return 3;
  }
}

/** Whether two sentences share most of their words. */
export function saysTheSame(a: ReadSentence, b: ReadSentence): boolean {
  let shared = 0;
  for (const stem of a.stemSet) if (b.stemSet.has(stem)) shared += 1;
  return shared / Math.min(a.stemSet.size, b.stemSet.size) >= REPEAT_OVERLAP;
}

import type { Statement } from '../core/statement.ts';
import type { Question } from '../retrieval/question.ts';
import type { ReadDocument, ReadSentence } from './read-document.ts';
import type { Candidate, ScoredSentence, SentenceScorer } from './score-sentences.ts';

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

/**
 * From this probability on the best sentence is shown as an answer. Set on the tune half of the graded questions, where
 * the curve of wrong answers against wrong refusals bends here: see `desk eval graded`.
 */
const LEAST_PROBABILITY = 0.14;
/**
 * The same where one document is all there is: nothing then sets its sentences apart as being on the matter. Set by
 * cross-validation on squad2-dev, where a third of what answers is below it; texts of other languages are judged by
 * less, and seldom reach it.
 */
const LEAST_PROBABILITY_ALONE = 0.36;
/**
 * Further sentences are shown from this probability on. It does not hang on the best one's: a word put into one document
 * must not decide what is shown of another.
 */
const LEAST_FURTHER = 0.165;
/** Best sentences by score that are judged; the one that answers is among the first eight in nine of ten questions. */
const JUDGED_SENTENCES = 12;
/** From this share of common words two sentences say the same. */
const REPEAT_OVERLAP = 0.7;
/** Nearest material must meet at least this share of the question. */
const RELATED_COVERAGE = 0.25;
const MOST_RELATED = 3;
/** A reader looks at so many. */
const MOST_SENTENCES = 3;
/** Sentences that a chat model may choose from. */
export const POOL_SENTENCES = JUDGED_SENTENCES;

/** Finds the sentences that answer a question about the matter itself. */
export function findClaims(scorer: SentenceScorer, candidates: readonly Candidate[]): Findings {
  const searched = candidates[0]?.searched ?? 0;
  const found = candidates
    .flatMap((candidate) => scorer.score(candidate))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
  const scored = found.filter((one) => mayAnswer(scorer.question, one, searched <= FEW_DOCUMENTS));
  const probabilities = scorer.judge(scored, JUDGED_SENTENCES);
  const judged = scored
    .slice(0, JUDGED_SENTENCES)
    .map((one, at): ScoredSentence => ({ ...one, score: probabilities[at] ?? 0 }))
    .sort((a, b) => b.score - a.score);
  const isAlone = searched === 1 && judged[0]?.read.language === 'en';
  const least = isAlone ? LEAST_PROBABILITY_ALONE : LEAST_PROBABILITY;
  const chosen: ScoredSentence[] = [];
  for (const one of judged) {
    if (chosen.length >= MOST_SENTENCES || one.score < (chosen.length === 0 ? least : LEAST_FURTHER)) break;
    if (!chosen.some((other) => saysTheSame(other.sentence, one.sentence))) chosen.push(one);
  }
  const others = found.filter((one) => !scored.includes(one)).map((one): ScoredSentence => ({ ...one, score: 0 }));
  const related = [...judged, ...others].filter(({ features }) => features.coverage >= RELATED_COVERAGE);
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

/**
 * What no probability makes up for. A value that is asked for must be there. Among few documents, where the best ranked
 * sentence is often none of the matter, the question's words must be met as well.
 */
function mayAnswer(question: Question, { features, read }: ScoredSentence, isAmongFew: boolean): boolean {
  if (VALUE_KINDS.has(question.expects.kind) && features.type < LEAST_TYPE) return false;
  if (!isAmongFew) return true;
  const least = read.language === 'en' ? AMONG_FEW : AMONG_FEW_ABROAD;
  return (
    features.names >= least.names &&
    features.coverage >= least.coverage &&
    features.content >= least.content &&
    features.own >= least.own &&
    (question.presupposed === undefined || features.presupposed >= least.presupposed)
  );
}

/** Set on our own small corpora of tests, beside which the domain questions keep every answer. */
const AMONG_FEW = { names: 0.4, coverage: 0.22, content: 0.18, own: 0.12, presupposed: 0.2 } as const;
/** Texts that are not English are judged by less, so more must be met. */
const AMONG_FEW_ABROAD = { names: 0.4, coverage: 0.55, content: 0.45, own: 0.3, presupposed: 0.2 } as const;
const FEW_DOCUMENTS = 40;
const VALUE_KINDS: ReadonlySet<string> = new Set(['date', 'amount', 'count']);
const LEAST_TYPE = 0.35;

/** Whether two sentences share most of their words. */
export function saysTheSame(a: ReadSentence, b: ReadSentence): boolean {
  let shared = 0;
  for (const stem of a.stemSet) if (b.stemSet.has(stem)) shared += 1;
  return shared / Math.min(a.stemSet.size, b.stemSet.size) >= REPEAT_OVERLAP;
}

import type { WordKnowledge } from '../core/ports.ts';
import type { Statement } from '../core/statement.ts';
import { stemWord, tokenise } from '../core/text/terms.ts';
import { expectedAnswer } from '../retrieval/expected-answer.ts';
import type { Question, QuestionTerm, SpeakerQuestion } from '../retrieval/question.ts';
import { questionTerms } from '../retrieval/question-terms.ts';
import { type Claim, type Findings, POOL_SENTENCES, saysTheSame } from './find-claims.ts';
import { isOutletNamed, isSpeakerNamed, isSpeakerOfClass, speakerKey } from './match-speakers.ts';
import { isDenial, isDenied } from './negation.ts';
import type { ReadDocument, ReadSentence } from './read-document.ts';
import { type Candidate, createSentenceScorer, type SentenceScorer, weightedShare } from './score-sentences.ts';

/** Share of a topic that a statement, with the words around it, must meet. Set on the tune half of the graded questions. */
const TOPIC_SHARE = 0.4;
/** And this share where the words around it alone do: the document must be about the topic. */
const SURROUNDING_SHARE = 0.55;
/** A topic met but for inflection. */
const WHOLE_TOPIC = 0.85;
/** A claim that the question takes as said must be met nearly whole by one speaker's words. */
const PREMISE_SHARE = 0.8;
/** "Who said that …": the words themselves must be there. */
const CLAIM_SHARE = 0.55;
/** And of the words that are no names this share, so that a name alone is no claim. */
const CLAIM_CONTENT = 0.4;
const MOST_STATEMENTS = 4;
const MOST_LISTED = 8;
const MOST_RELATED = 3;

/** A statement in the sentence that is quoted for it. */
interface Said {
  readonly read: ReadDocument;
  readonly sentence: ReadSentence;
  readonly statement: Statement;
}

interface ScoredSaid extends Said {
  readonly score: number;
  readonly coverage: number;
  readonly own: number;
  readonly content: number;
  readonly matches: readonly number[];
  /** Share of the topic that the statement's own content meets. */
  readonly within: number;
}

/** What was found about speakers; `isSpeakerKnown` tells a silent speaker from an unknown one. */
export interface SpeakerFindings extends Findings {
  readonly isSpeakerKnown: boolean;
  /** The best statement holds every word of the topic itself. */
  readonly isTopicMet: boolean;
}

/** Finds what speakers said about a topic, or who said it. */
export function findStatements(
  asked: SpeakerQuestion,
  question: Question,
  candidates: readonly Candidate[],
  knowledge: WordKnowledge | undefined,
): SpeakerFindings {
  const topic: Question = {
    ...question,
    terms: topicTerms(asked, question, knowledge),
    expects: expectedAnswer(asked.topic, knowledge),
  };
  const scorer = createSentenceScorer(topic, knowledge);
  const found: ScoredSaid[] = [];
  for (const candidate of candidates) {
    const said = listSaid(candidate.read).filter(({ statement }) => isAsked(asked, statement, candidate.read));
    if (said.length > 0) found.push(...scoreSaid(scorer, candidate, said));
  }
  const bySpeaker = keepOnePerSentence(found);
  const isSpeakerKnown = bySpeaker.length > 0;
  const fitting = bySpeaker.filter((one) => fitsTopic(asked, topic.terms, one));
  const claims = asked.ask === 'who' ? pickPerSpeaker(asked, fitting) : pickBest(fitting, topic.terms.length > 0);
  const ranked = [...bySpeaker].sort((a, b) => b.score - a.score);
  const near = ranked.slice(0, MOST_RELATED);
  const pool = ranked.slice(0, POOL_SENTENCES);
  const isTopicMet = fitting.some(({ own }) => own >= WHOLE_TOPIC);
  return { claims, near, pool, isSpeakerKnown, isTopicMet };
}

/** The words of the topic, with what the question's misspelt ones are meant for. */
function topicTerms(asked: SpeakerQuestion, question: Question, knowledge: WordKnowledge | undefined): QuestionTerm[] {
  const topic = asked.topic.replace(/^(?:what|which|who|how|why|when|where)\b/i, '');
  return questionTerms(topic, knowledge).map((term) => {
    const meant = question.terms.find(({ word }) => word === term.word)?.meant;
    return meant === undefined ? term : { ...term, meant };
  });
}

/** Every statement with a speaker, once for each sentence that its content stands in. */
function listSaid(read: ReadDocument): Said[] {
  return read.sentences.flatMap((sentence) =>
    sentence.statements
      .filter(({ speaker }) => speaker !== undefined)
      .map((statement) => ({ read, sentence, statement })),
  );
}

function isAsked(asked: SpeakerQuestion, statement: Statement, read: ReadDocument): boolean {
  const { speaker } = statement;
  if (speaker === undefined) return false;
  if (asked.outlet !== undefined && !isOutletNamed(asked.outlet, statement.via)) return false;
  if (asked.speakerClass !== undefined) return isSpeakerOfClass(asked.speakerClass, speaker);
  if (asked.speaker === undefined) return true;
  return (
    isSpeakerNamed(asked.speaker, speaker) ||
    isOutletNamed(asked.speaker, statement.via) ||
    isOutletNamed(asked.speaker, read.document.publisher)
  );
}

function scoreSaid(scorer: SentenceScorer, candidate: Candidate, said: readonly Said[]): ScoredSaid[] {
  const scored = scorer.score(candidate);
  return said.map((one) => {
    const score = scored[one.sentence.index];
    return {
      ...one,
      score: score?.score ?? 0,
      coverage: score?.features.coverage ?? 0,
      own: score?.features.own ?? 0,
      content: score?.features.content ?? 0,
      matches: score?.matches ?? [],
      within: shareWithin(scorer.question.terms, one),
    };
  });
}

/** Of several statements in one sentence, the one whose own words meet most of the topic; then the longest. */
function keepOnePerSentence(found: readonly ScoredSaid[]): ScoredSaid[] {
  const best = new Map<ReadSentence, ScoredSaid>();
  for (const one of found) {
    const known = best.get(one.sentence);
    if (known === undefined || isCloser(one, known)) best.set(one.sentence, one);
  }
  return [...best.values()];
}

function isCloser(one: ScoredSaid, other: ScoredSaid): boolean {
  if (one.within !== other.within) return one.within > other.within;
  return one.statement.end - one.statement.start > other.statement.end - other.statement.start;
}

/** Share of the topic's weight whose words stand in the statement's own content. */
function shareWithin(terms: readonly QuestionTerm[], { statement }: Said): number {
  const stems = new Set(tokenise(statement.text).map(({ word }) => stemWord(word)));
  return weightedShare(
    terms,
    terms.map((term) => (term.stems.some((stem) => stems.has(stem)) ? 1 : 0)),
  );
}

function fitsTopic(asked: SpeakerQuestion, terms: readonly QuestionTerm[], one: ScoredSaid): boolean {
  if (terms.length === 0) return true;
  if (asked.presupposes) {
    const isSameSense = isDenied(one.sentence, termStems(terms)) === isDenial(asked.topic);
    return isSameSense && leastMet(terms, one.matches) >= PREMISE_SHARE;
  }
  if (asked.ask === 'who' && asked.speakerClass === undefined)
    return one.own >= CLAIM_SHARE && one.content >= CLAIM_CONTENT;
  return one.coverage >= (one.own > 0 ? TOPIC_SHARE : SURROUNDING_SHARE);
}

function termStems(terms: readonly QuestionTerm[]): ReadonlySet<string> {
  return new Set(terms.filter(({ isName }) => !isName).flatMap(({ stems }) => stems));
}

/** How well the least-met telling word of a premise is met: a premise holds whole or not at all. */
function leastMet(terms: readonly QuestionTerm[], matches: readonly number[]): number {
  return Math.min(1, ...matches.filter((_, at) => terms[at]?.isGeneric !== true));
}

/** The best few, in the order of their document, without repeats. */
function pickBest(fitting: readonly ScoredSaid[], hasTopic: boolean): Claim[] {
  const ranked = hasTopic
    ? [...fitting].sort((a, b) => b.score - a.score || inReadingOrder(a, b))
    : [...fitting].sort(inReadingOrder);
  const best = ranked[0];
  const chosen: ScoredSaid[] = [];
  for (const one of ranked) {
    if (chosen.length >= MOST_STATEMENTS) break;
    if (hasTopic && best !== undefined && one.score < best.score * KEPT_BELOW_BEST) continue;
    if (!chosen.some((other) => other.sentence === one.sentence || saysTheSame(other.sentence, one.sentence)))
      chosen.push(one);
  }
  return chosen;
}

/** Statements on the topic that score below this part of the best one say little of it. */
const KEPT_BELOW_BEST = 0.8;

/** One statement a speaker: the best, speakers in reading order. */
function pickPerSpeaker(asked: SpeakerQuestion, fitting: readonly ScoredSaid[]): Claim[] {
  const bestOf = new Map<string, ScoredSaid>();
  for (const one of fitting) {
    const key = speakerKey(one.statement);
    const best = bestOf.get(key);
    if (best === undefined || isBetterListed(one, best)) bestOf.set(key, one);
  }
  const ranked = [...bestOf.values()].sort((a, b) => b.score - a.score);
  const isList = asked.speakerClass !== undefined || asked.topic === '';
  const top = ranked[0]?.score ?? 0;
  return ranked
    .filter((one) => isList || one.score >= top * KEPT_BELOW_BEST)
    .slice(0, MOST_LISTED)
    .sort(inReadingOrder);
}

/** A sentence that names its speaker stands before one that goes on from it, whatever their scores. */
function isBetterListed(one: ScoredSaid, other: ScoredSaid): boolean {
  if (one.statement.carried !== other.statement.carried) return other.statement.carried;
  return one.score > other.score;
}

function inReadingOrder(a: Said, b: Said): number {
  return a.read === b.read ? a.sentence.index - b.sentence.index : 0;
}

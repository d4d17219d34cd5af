import type { WordKnowledge } from '../core/ports.ts';
import type { Statement } from '../core/statement.ts';
import { stemWord, tokenise } from '../core/text/terms.ts';
import { demonymsOf } from '../entities/demonyms.ts';
import { expectedAnswer } from '../retrieval/expected-answer.ts';
import { localiseQuestion } from '../retrieval/languages/localise-question.ts';
import type { Question, QuestionTerm, SpeakerQuestion } from '../retrieval/question.ts';
import { questionTerms } from '../retrieval/question-terms.ts';
import { findDescribed, surnameOf } from './described-speakers.ts';
import { type Claim, type Findings, POOL_SENTENCES, saysTheSame } from './find-claims.ts';
import { isOutletNamed, isSpeakerNamed, isSpeakerOfClass, speakerKey } from './match-speakers.ts';
import { isDenial, isDenied } from './negation.ts';
import type { ReadDocument, ReadSentence } from './read-document.ts';
import { type Candidate, createSentenceScorer, type SentenceScorer, weightedShare } from './score-sentences.ts';

/** Share of a topic that a statement, with the words around it, must meet. Set on the tune half of the graded questions. */
const TOPIC_SHARE = 0.4;
/** And this share where the words around it alone do: the document must be about the topic. */
const SURROUNDING_SHARE = 0.55;
/**
 * Of a named speaker with few statements the question likely means one of them, in other words: half of the share is
 * enough. On the tune half the statements of silent speakers met at most 0.17.
 */
const FEW_SHARE = 0.27;
const FEW_STATEMENTS = 6;
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
/** Statements of one speaker that are read in one go. */
const MOST_OF_ALL = 12;
const MOST_RELATED = 3;

/** A statement in the sentence that is quoted for it. */
interface Said {
  readonly read: ReadDocument;
  readonly sentence: ReadSentence;
  readonly statement: Statement;
  /** One key a person or body, over documents where that is known. */
  readonly speakerKey: string;
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
  const found = findAsked(asked, scorer, candidates, question);
  const bySpeaker = keepOnePerSentence(found);
  const isSpeakerKnown = bySpeaker.length > 0;
  const isOfFew = asked.speaker !== undefined && bySpeaker.length <= FEW_STATEMENTS;
  const fitting = bySpeaker.filter((one) => fitsTopic(asked, topic.terms, one, isOfFew));
  const claims = pickClaims(asked, fitting, topic.terms.length > 0);
  const ranked = [...bySpeaker].sort((a, b) => b.score - a.score);
  const near = nearest(ranked);
  const pool = ranked.slice(0, POOL_SENTENCES);
  const isTopicMet = fitting.some(({ own }) => own >= WHOLE_TOPIC);
  return { claims, near, pool, isSpeakerKnown, isTopicMet };
}

/** The statements asked about; where nobody bears the name, those of whom the texts describe in its words. */
function findAsked(
  asked: SpeakerQuestion,
  scorer: SentenceScorer,
  candidates: readonly Candidate[],
  question: Question,
): ScoredSaid[] {
  const said = candidates.map((candidate) => ({ candidate, all: listSaid(candidate) }));
  const score = (test: (one: Said, candidate: Candidate) => boolean) =>
    said.flatMap(({ candidate, all }) => {
      const own = all.filter((one) => test(one, candidate));
      return own.length === 0 ? [] : scoreSaid(scorer, candidate, own);
    });
  const named = score(({ statement }, candidate) => isAsked(asked, statement, candidate, question));
  const { speaker } = asked;
  if (named.length > 0 || speaker === undefined) return named;
  const described = new Map(
    said.map(({ candidate, all }) => [
      candidate,
      findDescribed(
        speaker,
        all.flatMap(({ statement }) => statement.speaker ?? []),
        candidate.read,
      ),
    ]),
  );
  return score(
    ({ statement }, candidate) =>
      isToldTo(asked, statement, candidate) &&
      described.get(candidate)?.has(surnameOf(statement.speaker ?? {})) === true,
  );
}

function pickClaims(asked: SpeakerQuestion, fitting: readonly ScoredSaid[], hasTopic: boolean): Claim[] {
  switch (asked.ask) {
    case 'who':
      return pickPerSpeaker(asked, fitting);
    case 'outlets':
      return pickPerOutlet(fitting);
    default:
      return asked.wantsAll === true ? pickAll(fitting) : pickBest(fitting, hasTopic);
  }
}

/** The nearest few, of several documents where there are some: they show what the speaker does speak about. */
function nearest(ranked: readonly ScoredSaid[]): ScoredSaid[] {
  const chosen: ScoredSaid[] = [];
  const fresh = ranked.filter(({ statement }) => !statement.carried);
  for (const one of [...fresh, ...ranked]) {
    if (chosen.length >= MOST_RELATED) break;
    const isRepeat = chosen.some(
      (other) => other.sentence === one.sentence || saysTheSame(other.sentence, one.sentence),
    );
    if (!isRepeat) chosen.push(one);
  }
  return chosen;
}

/** The words of the topic, with what the question's misspelt ones are meant for. */
function topicTerms(asked: SpeakerQuestion, question: Question, knowledge: WordKnowledge | undefined): QuestionTerm[] {
  const topic = asked.topic.replace(/^(?:what|which|who|how|why|when|where)\b/i, '');
  return questionTerms(topic, knowledge).map((term) => {
    const asked = question.terms.find(({ word }) => word === term.word);
    return {
      ...term,
      ...(asked?.meant === undefined ? {} : { meant: asked.meant }),
      ...(asked?.translations === undefined ? {} : { translations: asked.translations }),
    };
  });
}

/** Every statement with a speaker, once for each sentence that its content stands in. */
function listSaid({ read, speakers }: Candidate): Said[] {
  return read.sentences.flatMap((sentence) =>
    sentence.statements
      .filter(({ speaker }) => speaker !== undefined)
      .map((statement) => ({
        read,
        sentence,
        statement,
        speakerKey: speakers?.entityOf(statement) ?? speakerKey(statement),
      })),
  );
}

function isAsked(
  asked: SpeakerQuestion,
  statement: Statement,
  { read, speakers }: Candidate,
  question: Question,
): boolean {
  const { speaker } = statement;
  if (speaker === undefined) return false;
  if (!isToldTo(asked, statement, { read })) return false;
  if (asked.speakerClass !== undefined) return isSpeakerOfClass(asked.speakerClass, speaker);
  if (asked.speaker === undefined) return true;
  const abroad = (word: string) =>
    question.terms.find((term) => term.word === word)?.translations?.[read.language] ?? NO_WORDS;
  return [asked.speaker, ...(asked.alsoNamed ?? [])].some(
    (name) =>
      isSpeakerNamed(name, speaker, abroad) ||
      speakers?.isMeant(name, statement) === true ||
      isOutletNamed(name, statement.via) ||
      isOutletNamed(name, read.document.publisher),
  );
}

const NO_WORDS: readonly string[] = [];

/** Told to the outlet asked about: the statement came through it, stands in it, or its sentence names it. */
function isToldTo({ outlet }: SpeakerQuestion, statement: Statement, { read }: Pick<Candidate, 'read'>): boolean {
  if (outlet === undefined || isOutletNamed(outlet, statement.via)) return true;
  if (statement.via === undefined && isOutletNamed(outlet, read.document.publisher)) return true;
  const around = read.sentences.find(({ statements }) => statements.includes(statement));
  const words = tokenise(outlet.replace(/^the /i, '')).map(({ word }) => word);
  return words.length > 0 && around !== undefined && words.every((word) => around.words.includes(word));
}

function scoreSaid(scorer: SentenceScorer, candidate: Candidate, said: readonly Said[]): ScoredSaid[] {
  const scored = scorer.score(candidate);
  const { terms } = localiseQuestion(scorer.question, candidate.read.language);
  return said.map((one) => {
    const score = scored[one.sentence.index];
    return {
      ...one,
      score: score?.score ?? 0,
      coverage: score?.features.coverage ?? 0,
      own: score?.features.own ?? 0,
      content: score?.features.content ?? 0,
      matches: score?.matches ?? [],
      within: shareWithin(terms, one),
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
function shareWithin(terms: readonly QuestionTerm[], { statement, read }: Said): number {
  const stems = new Set(tokenise(statement.text).map(({ word }) => stemWord(word, read.language)));
  return weightedShare(
    terms,
    terms.map((term) => (term.stems.some((stem) => stems.has(stem)) ? 1 : 0)),
  );
}

function fitsTopic(asked: SpeakerQuestion, terms: readonly QuestionTerm[], one: ScoredSaid, isOfFew: boolean): boolean {
  if (terms.length === 0) return true;
  if (!terms.every((term) => isNameInDocument(term, one.read))) return false;
  if (asked.presupposes) {
    const isSameSense = isDenied(one.sentence, termStems(terms)) === isDenial(asked.topic);
    return isSameSense && leastMet(terms, one.matches) >= PREMISE_SHARE;
  }
  if (asked.ask === 'who' && asked.speakerClass === undefined)
    return one.own >= CLAIM_SHARE && one.content >= CLAIM_CONTENT;
  if (isOfFew) return one.coverage >= FEW_SHARE;
  return one.coverage >= (one.own > 0 ? TOPIC_SHARE : SURROUNDING_SHARE);
}

/** A name in the topic stands somewhere in the document: "Alibaba's listing" is no other listing. */
function isNameInDocument(term: QuestionTerm, read: ReadDocument): boolean {
  // "American" is met by "U.S." as well, and by much else.
  if (!term.isName || term.isGeneric || demonymsOf(term.word).length > 0) return true;
  const forms = [...term.stems, ...(term.meant ?? []), ...(term.translations?.[read.language] ?? [])];
  return read.vocabulary.has(term.word) || forms.some((form) => read.stemCounts.has(form) || read.headStems.has(form));
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
    const key = one.speakerKey;
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

/** "Everything X said": all of it up to what one reads in one go, newest document first. */
function pickAll(fitting: readonly ScoredSaid[]): Claim[] {
  const chosen: ScoredSaid[] = [];
  const newestFirst = [...fitting].sort((a, b) => dateOf(b).localeCompare(dateOf(a)) || inReadingOrder(a, b));
  for (const one of newestFirst) {
    if (chosen.length >= MOST_OF_ALL) break;
    if (!chosen.some((other) => saysTheSame(other.sentence, one.sentence))) chosen.push(one);
  }
  return chosen;
}

/** One statement an outlet: the one it came through, else the publisher, else the document itself. */
function pickPerOutlet(fitting: readonly ScoredSaid[]): Claim[] {
  const bestOf = new Map<string, ScoredSaid>();
  for (const one of fitting) {
    const outlet = (one.statement.via ?? one.read.document.publisher ?? one.read.document.id).toLowerCase();
    const best = bestOf.get(outlet);
    if (best === undefined || isBetterListed(one, best)) bestOf.set(outlet, one);
  }
  return [...bestOf.values()].sort((a, b) => dateOf(b).localeCompare(dateOf(a))).slice(0, MOST_LISTED);
}

function dateOf({ read }: Said): string {
  return read.document.published ?? '';
}

/** A sentence that names its speaker stands before one that goes on from it, whatever their scores. */
function isBetterListed(one: ScoredSaid, other: ScoredSaid): boolean {
  if (one.statement.carried !== other.statement.carried) return other.statement.carried;
  return one.score > other.score;
}

function inReadingOrder(a: Said, b: Said): number {
  return a.read === b.read ? a.sentence.index - b.sentence.index : 0;
}

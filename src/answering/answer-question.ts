import type { Answer } from '../core/answer.ts';
import { creditOf } from '../core/document.ts';
import { messageOf } from '../core/errors.ts';
import type {
  Clock,
  KeywordIndex,
  KnowledgeStore,
  Logger,
  Retriever,
  SentenceChooser,
  StoredDocument,
  WordKnowledge,
} from '../core/ports.ts';
import { mendQuestion } from '../retrieval/mend-question.ts';
import { LONGEST_QUESTION, parseQuestion } from '../retrieval/parse-question.ts';
import type { Comparison, Question, SpeakerQuestion } from '../retrieval/question.ts';
import { citeClaim, draftAnswer, renderDraft } from './compose-answer.ts';
import { createCandidateFinder } from './find-candidates.ts';
import { type Claim, type Findings, findClaims } from './find-claims.ts';
import { findDisagreements, numberConflicts } from './find-conflicts.ts';
import { findStatements } from './find-statements.ts';
import { describeSpeaker, isSpeakerNamed } from './match-speakers.ts';
import { type Refusal, refuse } from './refuse.ts';
import { type Candidate, createSentenceScorer, type SentenceScorer } from './score-sentences.ts';
import { findFaults } from './verify-answer.ts';

export interface AnsweringDeps {
  readonly store: Pick<KnowledgeStore, 'counts'>;
  readonly retriever: Retriever;
  /** Knows which words the sources hold, to mend misspelt ones. */
  readonly keywords: Pick<KeywordIndex, 'documentFrequencies'>;
  /** Absent where no word vectors are at hand: near-synonyms are then not seen. */
  readonly knowledge: WordKnowledge | undefined;
  /** A chat model that picks among the sentences found; absent: the desk picks by itself. */
  readonly chooser: SentenceChooser | undefined;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** People wait this long for a chat model; then the desk's own choice stands. */
const CHOICE_DEADLINE_MS = 20_000;
const MOST_CHOSEN = 6;
/** Sentences of each side of a comparison. */
const MOST_PER_SIDE = 2;

/** What a question came to before it is put into words. */
type Outcome = { readonly claims: readonly Claim[] } | { readonly refusal: Refusal; readonly near: readonly Claim[] };

/** Answers questions from the store's documents with their own sentences; refuses where they do not tell. */
export function createAnswerer(deps: AnsweringDeps) {
  const findCandidates = createCandidateFinder(deps.retriever);

  async function ask(raw: string): Promise<Answer> {
    const startedMs = deps.clock.monotonicMs();
    const parsed = parseQuestion(raw, deps.knowledge);
    const { documents } = await deps.store.counts();
    const unusable = findUnusable(raw, parsed, documents);
    const question = unusable === undefined ? await mendQuestion(parsed, deps) : parsed;
    const candidates = unusable === undefined ? await findCandidates(question) : [];
    const scorer = createSentenceScorer(question, deps.knowledge);
    const outcome = unusable === undefined ? await decide(scorer, candidates) : { refusal: unusable, near: [] };
    const finish = (result: Outcome) => compose({ scorer, result, candidates, documents, startedMs });
    try {
      return finish(outcome);
    } catch (error) {
      if (!(error instanceof UnprovenAnswer)) throw error;
      deps.logger.error({ faults: error.faults }, 'defect: an answer did not pass its checks and was withheld');
      return finish({ refusal: { kind: 'defect' }, near: [] });
    }
  }

  async function decide(scorer: SentenceScorer, candidates: readonly Candidate[]): Promise<Outcome> {
    const { question } = scorer;
    const findGeneral = async () =>
      fromFindings(await choose(question, findClaims(scorer, candidates)), { kind: 'nothing' });
    if (question.comparison !== undefined) return compare(question.comparison, scorer, candidates);
    const asked = question.speakers ?? speakerInKeywords(question, candidates);
    if (asked === undefined) return findGeneral();
    const found = findStatements(asked, question, candidates, deps.knowledge);
    const isBareName = question.speakers === undefined;
    if (found.claims.length > 0 && (!isBareName || found.isTopicMet)) {
      return fromFindings(await choose(question, found), refusalOf(asked, true));
    }
    const sides = found.isSpeakerKnown ? undefined : splitSpeakers(asked);
    if (sides !== undefined) return compare({ sides, topic: asked.topic }, scorer, candidates);
    const general = await findGeneral();
    const isFree = isBareName || (asked.speaker === undefined && asked.speakerClass === undefined);
    if (isFree)
      return 'claims' in general || found.claims.length === 0 ? general : fromFindings(found, { kind: 'nothing' });
    if (!found.isSpeakerKnown && !isNameLike(asked.speaker)) return general;
    return {
      refusal: refusalOf(asked, found.isSpeakerKnown),
      near: found.near.length > 0 || !('near' in general) ? found.near : general.near,
    };
  }

  /** Sets sides beside each other: each named speaker on the topic, or the best sentence of each document. */
  function compare(comparison: Comparison, scorer: SentenceScorer, candidates: readonly Candidate[]): Outcome {
    if (comparison.sides.length === 0)
      return fromFindings(findClaims(scorer, candidates, { perDocument: 1 }), { kind: 'nothing' });
    const claims: Claim[] = [];
    for (const speaker of comparison.sides) {
      const asked: SpeakerQuestion = { ask: 'said', speaker, topic: comparison.topic, presupposes: false };
      const found = findStatements(asked, scorer.question, candidates, deps.knowledge);
      if (found.claims.length === 0) return { refusal: refusalOf(asked, found.isSpeakerKnown), near: found.near };
      claims.push(...found.claims.slice(0, MOST_PER_SIDE));
    }
    return { claims };
  }

  /** Lets the chat model, where there is one, pick among the best sentences; its picks are as verbatim as our own. */
  async function choose(question: Question, findings: Findings): Promise<Findings> {
    if (deps.chooser === undefined || findings.pool.length === 0) return findings;
    const choice = await deps.chooser.chooseSentences({
      question: question.text,
      candidates: findings.pool.map(({ read, sentence, statement }, id) => ({
        id,
        text: sentence.text,
        source: creditOf(read.document),
        ...(statement?.speaker === undefined ? {} : { speaker: describeSpeaker(statement.speaker) }),
      })),
      deadlineMs: CHOICE_DEADLINE_MS,
    });
    if (choice === undefined) return findings;
    const claims = choice.ids.flatMap((id) => findings.pool[id] ?? []).slice(0, MOST_CHOSEN);
    return { ...findings, claims: [...new Map(claims.map((claim) => [claim.sentence, claim])).values()] };
  }

  function compose(made: {
    readonly scorer: SentenceScorer;
    readonly result: Outcome;
    readonly candidates: readonly Candidate[];
    readonly documents: number;
    readonly startedMs: number;
  }): Answer {
    const { result, scorer } = made;
    const { question } = scorer;
    const titlesByDesk = new Set(
      made.candidates
        .map(({ read }) => read.document)
        .filter((document) => document.titleGivenByDesk)
        .map(({ id }) => id),
    );
    const documents = new Map(made.candidates.map(({ read }) => [read.document.id, read.document]));
    const tookMs = () => Math.round((deps.clock.monotonicMs() - made.startedMs) * 100) / 100;
    if ('refusal' in result) {
      const related = result.near.map((claim, at) => citeClaim(claim, at + 1));
      const answer = refuse({
        question,
        refusal: result.refusal,
        documents: made.documents,
        related,
        titlesByDesk,
        tookMs: tookMs(),
      });
      return proven(answer, { sentences: [], citations: [], conflicts: [] }, documents);
    }
    const disagreements = findDisagreements(scorer, result.claims, made.candidates);
    const others = disagreements.flatMap(({ b }) => (result.claims.includes(b) ? [] : [b]));
    const draft = draftAnswer([...result.claims, ...others], (numberOf) => numberConflicts(disagreements, numberOf));
    const dates = draft.citations.flatMap(({ published }) => published ?? []).sort();
    const newest = dates.at(-1);
    const answer: Answer = {
      question: question.text,
      status: 'answered',
      ...renderDraft(draft, titlesByDesk),
      citations: draft.citations,
      related: [],
      conflicts: draft.conflicts,
      mode: 'extractive',
      ...(newest === undefined ? {} : { newest }),
      tookMs: tookMs(),
    };
    return proven(answer, draft, documents);
  }

  /** The sentences that speak to a topic, of the documents wanted. */
  async function findOnTopic(topic: string, isWanted: (documentId: string) => boolean): Promise<readonly Claim[]> {
    const question = { ...parseQuestion(topic, deps.knowledge), isKeywords: true };
    const candidates = (await findCandidates(question)).filter(({ read }) => isWanted(read.document.id));
    return findClaims(createSentenceScorer(question, deps.knowledge), candidates).claims;
  }

  return { ask, findOnTopic };
}

/** An answer that fails its checks never leaves this file. */
class UnprovenAnswer extends Error {
  readonly faults: readonly string[];
  constructor(faults: readonly string[]) {
    super(`an answer did not pass its checks: ${faults.join('; ')}`);
    this.faults = faults;
  }
}

function proven(
  answer: Answer,
  draft: Parameters<typeof findFaults>[1],
  documents: ReadonlyMap<string, StoredDocument>,
): Answer {
  let faults: string[];
  try {
    faults = findFaults(answer, draft, documents);
  } catch (error) {
    faults = [`the check itself failed: ${messageOf(error)}`];
  }
  if (faults.length > 0) throw new UnprovenAnswer(faults);
  return answer;
}

function findUnusable(raw: string, question: Question, documents: number): Refusal | undefined {
  if (raw.trim().length > LONGEST_QUESTION)
    return { kind: 'too_long', length: raw.trim().length, longest: LONGEST_QUESTION };
  if (question.demand !== undefined) return { kind: 'task' };
  if (question.terms.length === 0) return { kind: 'no_words' };
  return documents === 0 ? { kind: 'no_documents' } : undefined;
}

function fromFindings({ claims, near }: Findings, refusal: Refusal): Outcome {
  return claims.length > 0 ? { claims } : { refusal, near };
}

function refusalOf(asked: SpeakerQuestion, isSpeakerKnown: boolean): Refusal {
  const speaker = asked.speaker ?? asked.speakerClass ?? '';
  if (!isSpeakerKnown) return { kind: 'speaker_unknown', speaker };
  if (asked.presupposes) return { kind: 'premise', speaker, premise: asked.topic };
  return { kind: 'speaker_silent', speaker, topic: asked.topic };
}

/** Whether words can be a speaker's name at all: capitalised, or few and without a word of motion or purpose. */
function isNameLike(speaker: string | undefined): boolean {
  return speaker === undefined || (/\p{Lu}/u.test(speaker) && !/\b(?:to|that|in|at|from|with)\b/.test(speaker));
}

/** "Forrester and Greyhound": two speakers asked about in one breath. */
function splitSpeakers({ speaker }: SpeakerQuestion): string[] | undefined {
  const sides = speaker?.split(/,? and |, /).filter((side) => /^\p{Lu}/u.test(side)) ?? [];
  return sides.length > 1 ? sides : undefined;
}

/** "forrester budget": a bare word that names a speaker asks what that speaker said about the others. */
function speakerInKeywords(question: Question, candidates: readonly Candidate[]): SpeakerQuestion | undefined {
  if (!question.isKeywords) return undefined;
  const speakers = candidates.flatMap(({ read }) => read.document.statements.flatMap(({ speaker }) => speaker ?? []));
  const naming = question.terms.filter(({ word }) => speakers.some((speaker) => isSpeakerNamed(word, speaker)));
  if (naming.length === 0 || naming.length === question.terms.length) return undefined;
  const topic = question.terms.filter((term) => !naming.includes(term));
  return {
    ask: 'said',
    speaker: naming.map(({ word }) => word).join(' '),
    topic: topic.map(({ word }) => word).join(' '),
    presupposes: false,
  };
}

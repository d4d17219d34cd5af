import { creditOf } from '../core/document.ts';
import type {
  KeywordIndex,
  KnowledgeStore,
  Retriever,
  SentenceChooser,
  WordKnowledge,
  WordRelations,
} from '../core/ports.ts';
import type { Lexicon } from '../retrieval/languages/lexicon.ts';
import { mendQuestion } from '../retrieval/mend-question.ts';
import { type ParsingOptions, parseQuestion } from '../retrieval/parse-question.ts';
import type { Comparison, Question } from '../retrieval/question.ts';
import { findByOutlet } from './answer-by-outlet.ts';
import { compareSides } from './answer-comparison.ts';
import { answerInTime } from './answer-in-time.ts';
import { findListed, withListItems } from './answer-list.ts';
import { answerSpeakerQuestion } from './answer-speaker-question.ts';
import type { CastSpeakers } from './cast-speakers.ts';
import { createCandidateFinder } from './find-candidates.ts';
import { type Claim, type Findings, findClaims } from './find-claims.ts';
import { createSentenceJudge } from './judge/judge-sentences.ts';
import { describeSpeaker } from './match-speakers.ts';
import { passOverMuted } from './mute-sentences.ts';
import { fromFindings, type Outcome } from './outcome.ts';
import { type Candidate, createSentenceScorer, type SentenceScorer } from './score-sentences.ts';

export interface PartAnsweringDeps {
  readonly store: Pick<KnowledgeStore, 'counts'>;
  readonly retriever: Retriever;
  /** Knows which words the sources hold, to mend misspelt ones. */
  readonly keywords: Pick<KeywordIndex, 'documentFrequencies'>;
  /** Absent where no word vectors are at hand: near-synonyms are then not seen. */
  readonly knowledge: WordKnowledge | undefined;
  readonly relations: WordRelations;
  /** A chat model that picks among the sentences found; absent: the desk picks by itself. */
  readonly chooser: SentenceChooser | undefined;
  /** What things are called in several languages, as it stands now; absent: questions and sources are of one language. */
  readonly lexicon?: () => Lexicon;
  /** Knows who speaks in all documents; absent: only what retrieval finds is looked at. */
  readonly castSpeakers?: CastSpeakers;
}

/** One question with what it came to. */
export interface AnsweredPart {
  readonly scorer: SentenceScorer;
  readonly candidates: readonly Candidate[];
  readonly outcome: Outcome;
}

/** People wait this long for a chat model; then the desk's own choice stands. */
const CHOICE_DEADLINE_MS = 20_000;
const MOST_CHOSEN = 6;
/** Passages looked through for a question of some time, as a multiple of the usual ones: a few dozen documents. */
const WIDER_FOR_TIME = 2;

/** Answers single questions: finds the documents that may speak to one, and decides what in them answers. */
export function createPartAnswerer(deps: PartAnsweringDeps) {
  const makeFinder = (retriever: Retriever) => createCandidateFinder({ ...deps, retriever });
  const finders = {
    near: makeFinder(deps.retriever),
    // What is of the time asked for may rank behind much of other times.
    wide: makeFinder({
      retrieve: ({ text, limit }) => deps.retriever.retrieve({ text, limit: limit * WIDER_FOR_TIME }),
    }),
  };
  const judgeFor = createSentenceJudge(deps);
  const scorers = new WeakMap<Question, SentenceScorer>();

  /** One a question, however often it is asked for: what it has scored is not scored again. */
  function createScorer(question: Question): SentenceScorer {
    let scorer = scorers.get(question);
    if (scorer === undefined) {
      scorer = passOverMuted(createSentenceScorer(question, deps.knowledge, judgeFor));
      scorers.set(question, scorer);
    }
    return scorer;
  }

  async function answerPart(parsed: Question, options: ParsingOptions): Promise<AnsweredPart> {
    const question = await mendQuestion(parsed, deps);
    const finder = question.time === undefined ? finders.near : finders.wide;
    const found = await finder.findCandidates(question);
    const byOutlet = await findByOutlet(question, found, { finder, knowledge: deps.knowledge });
    const candidates = [...found, ...(byOutlet?.candidates ?? [])];
    const outcome =
      byOutlet === undefined
        ? await answerInTime(question, candidates, {
            decide,
            readTimeless: (text) =>
              mendQuestion(parseQuestion(text, deps.knowledge, { ...options, now: undefined }), deps),
          })
        : fromFindings({ claims: byOutlet.claims, near: [], pool: [] }, { kind: 'nothing' });
    return { scorer: createScorer(question), candidates, outcome };
  }

  async function decide(question: Question, candidates: readonly Candidate[]): Promise<Outcome> {
    const scorer = createScorer(question);
    const compare = (comparison: Comparison) =>
      compareSides(comparison, scorer, candidates, {
        knowledge: deps.knowledge,
        createScorer,
        readSide: (words) => ({ ...parseQuestion(words, deps.knowledge), isKeywords: true }),
      });
    if (question.comparison !== undefined) return compare(question.comparison);
    const findGeneral = async () =>
      fromFindings(await choose(question, findFreely(scorer, candidates)), { kind: 'nothing' });
    const spoken = await answerSpeakerQuestion(question, candidates, {
      knowledge: deps.knowledge,
      choose,
      compare,
      findGeneral,
    });
    return spoken ?? findGeneral();
  }

  function findFreely(scorer: SentenceScorer, candidates: readonly Candidate[]): Findings {
    const found =
      scorer.question.list === undefined
        ? findClaims(scorer, candidates)
        : findListed(scorer, candidates, createScorer);
    return { ...found, claims: withListItems(found.claims) };
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

  /** The sentences that speak to a topic, of the documents wanted. */
  async function findOnTopic(topic: string, isWanted: (documentId: string) => boolean): Promise<readonly Claim[]> {
    const question = { ...parseQuestion(topic, deps.knowledge), isKeywords: true };
    const candidates = (await finders.near.findCandidates(question)).filter(({ read }) => isWanted(read.document.id));
    return findClaims(createScorer(question), candidates).claims;
  }

  return { answerPart, findOnTopic };
}

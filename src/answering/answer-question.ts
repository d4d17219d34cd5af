import type { Answer } from '../core/answer.ts';
import { messageOf } from '../core/errors.ts';
import type { Clock, ConversationTurn, KnowledgeStore, Logger, StoredDocument } from '../core/ports.ts';
import { stripCourtesy } from '../retrieval/courtesy.ts';
import { resolveFollowUp } from '../retrieval/follow-up.ts';
import { translateQuestion } from '../retrieval/languages/translate-question.ts';
import { cleanQuestion, LONGEST_QUESTION, parseQuestion } from '../retrieval/parse-question.ts';
import type { Question } from '../retrieval/question.ts';
import { splitQuestions } from '../retrieval/split-questions.ts';
import { type AnsweredPart, createPartAnswerer, type PartAnsweringDeps } from './answer-part.ts';
import { citeClaim, type Draft, draftAnswer, renderDraft } from './compose-answer.ts';
import type { Claim } from './find-claims.ts';
import { findDisagreements, numberConflicts } from './find-conflicts.ts';
import type { Outcome } from './outcome.ts';
import { type Refusal, refuse } from './refuse.ts';
import { findFaults } from './verify-answer.ts';

export interface AnsweringDeps extends PartAnsweringDeps {
  readonly store: Pick<KnowledgeStore, 'counts'>;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** A question with what its parts came to. */
interface Answered {
  readonly question: Question;
  readonly understoodAs: string | undefined;
  readonly parts: readonly AnsweredPart[];
  /** What makes the question one that cannot be answered, or the desk's failure. */
  readonly refusal: Refusal | undefined;
  readonly documents: number;
  readonly startedMs: number;
}

/** Answers questions from the store's documents with their own sentences; refuses where they do not tell. */
export function createAnswerer(deps: AnsweringDeps) {
  const { answerPart, findOnTopic } = createPartAnswerer(deps);

  /** `turns` are the earlier questions of the conversation, oldest first: a follow-up is understood from them. */
  async function ask(raw: string, turns: readonly ConversationTurn[] = []): Promise<Answer> {
    const startedMs = deps.clock.monotonicMs();
    const asked = cleanQuestion(raw);
    const lexicon = deps.lexicon?.();
    const translated = lexicon === undefined ? undefined : translateQuestion(asked, lexicon, deps.knowledge);
    const isForeign = translated !== undefined && translated.language !== 'en';
    const options = { now: deps.clock.now(), ...(translated === undefined ? {} : { translated }) };
    const read =
      lexicon === undefined
        ? turns
        : turns.map((turn) => ({
            ...turn,
            question: translateQuestion(turn.question, lexicon, deps.knowledge).english,
          }));
    const understoodAs = resolveFollowUp(isForeign ? translated.english : asked, read);
    const full = understoodAs ?? (isForeign ? translated.english : raw);
    const question = parseQuestion(full, deps.knowledge, options);
    const { documents } = await deps.store.counts();
    const refusal = findUnusable(full, question, documents);
    const parts: AnsweredPart[] = [];
    if (refusal === undefined) {
      for (const part of readParts(full, read)) {
        const parsed = part === full ? question : parseQuestion(part, deps.knowledge, options);
        if (parsed.terms.length > 0) parts.push(await answerPart(parsed, options));
      }
    }
    const answered = { question, understoodAs, parts, refusal, documents, startedMs };
    try {
      return finish(raw, answered);
    } catch (error) {
      if (!(error instanceof UnprovenAnswer)) throw error;
      deps.logger.error({ faults: error.faults }, 'defect: an answer did not pass its checks and was withheld');
      return finish(raw, { ...answered, refusal: { kind: 'defect' } });
    }
  }

  function finish(raw: string, answered: Answered): Answer {
    const answer = compose(answered);
    const { understoodAs } = answered;
    if (understoodAs === undefined) return { ...answer, question: cleanQuestion(raw) };
    const text = `Understood as: “${understoodAs}”\n\n${answer.text}`;
    return { ...answer, question: cleanQuestion(raw), understoodAs, text };
  }

  function compose({ question, parts, refusal, documents: searched, startedMs }: Answered): Answer {
    const candidates = parts.flatMap((part) => part.candidates);
    const read = candidates.map((candidate) => candidate.read.document);
    const titlesByDesk = new Set(read.filter(({ titleGivenByDesk }) => titleGivenByDesk).map(({ id }) => id));
    const documents = new Map(read.map((document) => [document.id, document]));
    const tookMs = () => Math.round((deps.clock.monotonicMs() - startedMs) * 100) / 100;
    const answering = parts.filter(({ outcome }) => 'claims' in outcome);
    if (refusal !== undefined || answering.length === 0) {
      const refused =
        refusal === undefined ? parts.flatMap(({ outcome }) => ('refusal' in outcome ? [outcome] : [])) : [];
      const near = distinct(refused.flatMap((outcome) => outcome.near));
      const answer = refuse({
        question,
        refusal: refusal ?? refused[0]?.refusal ?? { kind: 'nothing' },
        documents: searched,
        related: near.map((claim, at) => citeClaim(claim, at + 1)),
        titlesByDesk,
        tookMs: tookMs(),
      });
      const confidence = refusal === undefined ? confidenceOfRefusal(refused) : 0;
      return proven({ ...answer, confidence }, { sentences: [], citations: [], conflicts: [] }, documents);
    }
    const draft = draftParts(parts);
    const newest = draft.citations
      .flatMap(({ published }) => published ?? [])
      .sort()
      .at(-1);
    const answer: Answer = {
      question: question.text,
      status: 'answered',
      ...renderDraft(draft, titlesByDesk),
      citations: draft.citations,
      related: [],
      conflicts: draft.conflicts,
      mode: 'extractive',
      confidence: Math.max(...answering.map(bestScore)),
      ...(newest === undefined ? {} : { newest }),
      tookMs: tookMs(),
    };
    return proven(answer, draft, documents);
  }

  return { ask, findOnTopic };
}

function bestScore({ outcome }: AnsweredPart): number {
  return 'claims' in outcome ? confidenceOf(outcome.claims) : 0;
}

/** To hundredths: the third place hangs on the order in which documents were indexed. */
function confidenceOf(claims: readonly Claim[]): number {
  return Math.round(100 * Math.min(1, Math.max(0, ...claims.map(({ score }) => score)))) / 100;
}

/** Of what came nearest; a speaker who is silent or unknown is a matter of no doubt. */
function confidenceOfRefusal(refused: readonly Outcome[]): number {
  const near = refused.flatMap((one) => ('refusal' in one && one.refusal.kind === 'nothing' ? one.near : []));
  return confidenceOf(near);
}

/** The questions that a text holds; a later one is understood from the one before ("Who is X and what did he say?"). */
function readParts(full: string, turns: readonly ConversationTurn[]): string[] {
  const parts = splitQuestions(stripCourtesy(cleanQuestion(full)));
  if (parts.length === 1) return [full];
  const read: string[] = [];
  for (const part of parts) {
    const before = read.at(-1);
    const told = before === undefined ? turns : [{ question: before, speakers: [], quotes: [] }];
    read.push(resolveFollowUp(part, told) ?? part);
  }
  return read;
}

/** What the parts found, as one draft; a part without an answer is named. */
function draftParts(parts: readonly AnsweredPart[]): Draft {
  const claims: Claim[] = [];
  const disagreements: ReturnType<typeof findDisagreements> = [];
  const remarks: string[] = [];
  for (const { scorer, candidates, outcome } of parts) {
    if ('refusal' in outcome) {
      remarks.push(`The sources do not answer “${scorer.question.text}”.`);
      continue;
    }
    const differing = findDisagreements(scorer, outcome.claims, candidates);
    claims.push(...outcome.claims, ...differing.flatMap(({ b }) => (outcome.claims.includes(b) ? [] : [b])));
    disagreements.push(...differing);
    remarks.push(...(outcome.remarks ?? []));
  }
  const kept = distinct(claims);
  const draft = draftAnswer(kept, (numberOf) =>
    numberConflicts(disagreements, (claim) => numberOf(kept.find((one) => keyOf(one) === keyOf(claim)) ?? claim)),
  );
  return { ...draft, remarks: [...new Set(remarks)] };
}

/** Each sentence once, as first found. */
function distinct(claims: readonly Claim[]): Claim[] {
  const first = new Map<string, Claim>();
  for (const claim of claims) {
    if (!first.has(keyOf(claim))) first.set(keyOf(claim), claim);
  }
  return [...first.values()];
}

function keyOf({ read, sentence }: Claim): string {
  return `${read.document.id} ${sentence.index}`;
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

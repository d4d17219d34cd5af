import type { WordKnowledge } from '../core/ports.ts';
import { isStopWord, stemWord, tokenise } from '../core/text/terms.ts';
import type { Comparison, Question, SpeakerQuestion } from '../retrieval/question.ts';
import { type Claim, type Findings, toClaim } from './find-claims.ts';
import { findStatements } from './find-statements.ts';
import { isSpeakerNamed } from './match-speakers.ts';
import { fromFindings, type Outcome } from './outcome.ts';
import type { Refusal } from './refuse.ts';
import type { Candidate } from './score-sentences.ts';

export interface SpeakerAnsweringDeps {
  readonly knowledge: WordKnowledge | undefined;
  /** Lets a chat model, where there is one, pick among what was found. */
  readonly choose: (question: Question, findings: Findings) => Promise<Findings>;
  /** Several speakers named in one breath are set side by side. */
  readonly compare: (comparison: Comparison) => Outcome;
  /** The answer to the question as one about the matter itself. */
  readonly findGeneral: () => Promise<Outcome>;
}

/** Answers a question about what somebody said; `undefined` when the question asks for no speaker. */
export async function answerSpeakerQuestion(
  question: Question,
  candidates: readonly Candidate[],
  deps: SpeakerAnsweringDeps,
): Promise<Outcome | undefined> {
  const asked = question.speakers ?? speakerInKeywords(question, candidates);
  if (asked === undefined) return undefined;
  const found = findStatements(asked, question, candidates, deps.knowledge);
  const isBareName = question.speakers === undefined;
  const isTentative = isBareName || asked.isLoose === true;
  if (found.claims.length > 0 && (!isTentative || found.isTopicMet)) {
    return fromFindings(await deps.choose(question, found), refusalOf(asked, true));
  }
  const sides = found.isSpeakerKnown ? undefined : splitSpeakers(asked);
  if (sides !== undefined) return deps.compare({ sides, topic: asked.topic });
  const general = await deps.findGeneral();
  const isFree = isTentative || (asked.speaker === undefined && asked.speakerClass === undefined);
  if (isFree) {
    if ('claims' in general) return general;
    if (found.claims.length > 0 && (asked.isLoose !== true || asked.topic !== ''))
      return fromFindings(found, { kind: 'nothing' });
    if (asked.isLoose !== true || !found.isSpeakerKnown) return general;
  }
  if (!found.isSpeakerKnown && !isNameLike(asked.speaker) && isAboutSpeaker(asked.speaker ?? '', general))
    return general;
  if (found.isSpeakerKnown) return { refusal: refusalOf(asked, true), near: found.near };
  const mentions = findMentions(asked.speaker ?? '', candidates);
  if (mentions.length > 0)
    return { refusal: { kind: 'speaker_unquoted', speaker: asked.speaker ?? '' }, near: mentions };
  return { refusal: refusalOf(asked, false), near: 'near' in general ? general.near : [] };
}

export function refusalOf(asked: SpeakerQuestion, isSpeakerKnown: boolean): Refusal {
  const speaker = asked.speaker ?? asked.speakerClass ?? '';
  if (!isSpeakerKnown) return { kind: 'speaker_unknown', speaker };
  if (asked.presupposes) return { kind: 'premise', speaker, premise: asked.topic };
  const isClass = asked.speaker === undefined && asked.speakerClass !== undefined;
  return { kind: 'speaker_silent', speaker, topic: asked.topic, ...(isClass ? { isClass } : {}) };
}

/** Whether words can be a speaker's name at all: capitalised, or few and without a word of motion or purpose. */
function isNameLike(speaker: string | undefined): boolean {
  return speaker === undefined || (/\p{Lu}/u.test(speaker) && !/\b(?:to|that|in|at|from|with)\b/.test(speaker));
}

/**
 * Whether an answer about the matter is one about whom the question names ("the decree"): a word of the name stands in
 * each of its sentences or beside it. Else the sentences are somebody else's.
 */
function isAboutSpeaker(speaker: string, outcome: Outcome): boolean {
  if (!('claims' in outcome)) return true;
  const stems = tellingStems(speaker);
  return outcome.claims.every(({ read, sentence }) =>
    [sentence.index - 1, sentence.index, sentence.index + 1].some((at) =>
      stems.some((stem) => read.sentences[at]?.stemSet.has(stem) === true),
    ),
  );
}

const MOST_MENTIONS = 3;

/** Where the name stands in a row, one sentence a document: for who is named and not quoted. */
function findMentions(speaker: string, candidates: readonly Candidate[]): Claim[] {
  const words = tokenise(speaker).map(({ word }) => word);
  if (words.length === 0) return [];
  const isNamedIn = (own: readonly string[]) =>
    own.some((_, at) => words.every((word, index) => own[at + index] === word));
  return candidates
    .flatMap(({ read }): Claim[] => {
      const sentence = read.sentences.find(
        (one) => isNamedIn(one.words) && words.some((word) => one.capitals.has(word)),
      );
      return sentence === undefined ? [] : [toClaim({ read, sentence, score: 0 })];
    })
    .slice(0, MOST_MENTIONS);
}

function tellingStems(text: string): string[] {
  return tokenise(text).flatMap(({ word }) => (isStopWord(word) ? [] : [stemWord(word)]));
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

import type { WordKnowledge, WordRelations } from '../core/ports.ts';
import { tokenise } from '../core/text/terms.ts';
import { parseComparison } from './comparison-question.ts';
import { stripCourtesy } from './courtesy.ts';
import { expectedAnswer } from './expected-answer.ts';
import { findPremise } from './find-premise.ts';
import { withTranslations } from './languages/localise-question.ts';
import type { TranslatedQuestion } from './languages/translate-question.ts';
import { parseListQuestion } from './list-question.ts';
import { mendAskWord } from './mend-ask-words.ts';
import type { ExpectedAnswer, Premise, Question, QuestionTerm, SpeakerQuestion } from './question.ts';
import { GENERIC_WEIGHT, questionTerms } from './question-terms.ts';
import { parseQuestionTime, type QuestionTime } from './question-time.ts';
import { parseSpeakerQuestion } from './speaker-question.ts';

/** More bare words than this are a text, not keywords. */
const LONGEST_KEYWORDS = 8;

/** Longest question that is looked at, in code units: far above any real one. */
export const LONGEST_QUESTION = 2_000;
/** A longer text is looked for by its words alone. */
const LONGEST_PARSED = 400;

export interface ParsingOptions {
  /** The day that "yesterday" and "last year" count from; without it a question asks of no time. */
  readonly now?: Date;
  /** What the question's words are called in other languages. */
  readonly translated?: Pick<TranslatedQuestion, 'translations' | 'names'>;
  /** Tells verbs from nouns better than their endings do. */
  readonly relations?: Pick<WordRelations, 'partShare'>;
}

/** Reads a question. Never fails: what is not understood is a question about its words. */
export function parseQuestion(
  raw: string,
  knowledge: WordKnowledge | undefined,
  options: ParsingOptions = {},
): Question {
  const text = cleanQuestion(raw);
  const demand = DEMAND.exec(text)?.[1]?.toLowerCase();
  const whole = mendAskWord(stripCourtesy(text));
  if (text.length > LONGEST_PARSED) return aboutWords({ text, whole, demand }, knowledge);
  const timed = options.now === undefined ? undefined : parseQuestionTime(whole, options.now);
  // An event may turn out to have no date in the sources: its words stay.
  const body = timed === undefined || timed.time.kind === 'event' ? whole : timed.rest;
  const comparison = parseComparison(body);
  const list = comparison === undefined ? parseListQuestion(body) : undefined;
  const speakers = comparison === undefined ? parseSpeakerQuestion(list?.matter ?? body) : undefined;
  const isSentence =
    QUESTION_START.test(body) || YES_NO.test(body) || stripCourtesy(text) !== text || list !== undefined;
  const matter = comparison === undefined ? (list?.matter ?? body) : comparison.topic || comparison.sides.join(' ');
  const expects = expectedAnswer(matter, knowledge);
  const terms = [
    ...withoutClassNoun(questionTerms(matter, knowledge), expects),
    ...timeTerms(timed?.time, questionTerms(matter, knowledge), knowledge),
  ];
  const premise = findPremise(body, terms, options.relations);
  return {
    text,
    terms: options.translated === undefined ? terms : withTranslations(terms, options.translated.translations),
    expects,
    ...(speakers === undefined ? {} : { speakers: withOtherNames(speakers, options.translated?.names) }),
    ...(comparison === undefined ? {} : { comparison }),
    ...(list === undefined ? {} : { list }),
    ...(timed === undefined ? {} : { time: timed.time }),
    ...(premise === undefined ? {} : { presupposes: premise }),
    ...(isPremiseNeeded(expects, premise) ? presupposedTerm(premise, terms) : {}),
    isKeywords: !isSentence && tokenise(body).length <= LONGEST_KEYWORDS,
    ...(demand === undefined ? {} : { demand }),
  };
}

/** A body or post has a name in each language. */
function withOtherNames(
  speakers: SpeakerQuestion,
  names: ReadonlyMap<string, readonly string[]> | undefined,
): SpeakerQuestion {
  const alsoNamed = names?.get(speakers.speaker?.toLowerCase().replace(/^the /, '') ?? '');
  return alsoNamed === undefined ? speakers : { ...speakers, alsoNamed };
}

function aboutWords(
  { text, whole, demand }: { text: string; whole: string; demand: string | undefined },
  knowledge: WordKnowledge | undefined,
): Question {
  return {
    text,
    terms: questionTerms(whole, knowledge),
    expects: { kind: 'claim' },
    isKeywords: false,
    ...(demand === undefined ? {} : { demand }),
  };
}

/** What a document's date tells already need not stand in its sentences, but is welcome there. */
function timeTerms(
  time: QuestionTime | undefined,
  others: readonly QuestionTerm[],
  knowledge: WordKnowledge | undefined,
): QuestionTerm[] {
  if (time === undefined || (time.kind !== 'range' && time.kind !== 'recurring')) return [];
  return questionTerms(time.words, knowledge)
    .filter(({ word }) => others.every((other) => other.word !== word))
    .map(({ nameRun: _, ...term }) => ({ ...term, isName: false, isGeneric: true, weight: GENERIC_WEIGHT }));
}

/**
 * Whether a text that does not tell of the deed cannot answer. For dates, places, amounts and doers the deed is too often
 * told in other words ("paid", "a price of"): on squad2-dev demanding it there refused 5 % more of what is answered.
 */
function isPremiseNeeded(expects: ExpectedAnswer, premise: Premise | undefined): boolean {
  return expects.kind === 'reason' || premise?.ask === 'reason' || premise?.ask === 'sequel';
}

/** The deed that "why" takes for granted; where the clause was not understood, the first word after its subject. */
function presupposedTerm(premise: Premise | undefined, terms: readonly QuestionTerm[]): Pick<Question, 'presupposed'> {
  if (premise !== undefined) return { presupposed: premise.verb };
  const firstName = terms.findIndex(({ isName }) => isName);
  const isNameFirst = firstName >= 0 && terms.slice(0, firstName).every(({ isGeneric }) => isGeneric);
  const subject = isNameFirst ? firstName : terms.findIndex(({ isGeneric }) => !isGeneric);
  const presupposed = terms.findIndex(({ isName, isGeneric }, at) => at > subject && !isName && !isGeneric);
  return presupposed < 0 ? {} : { presupposed };
}

/** "Which companies …": the sources name the companies and need not call them so. */
const CLASS_NOUN =
  /^(?:compan(?:y|ies)|firms?|countr(?:y|ies)|nations?|cit(?:y|ies)|places?|people|persons?|man|woman|organi[sz]ations?|institutions?|bod(?:y|ies)|agenc(?:y|ies)|groups?|part(?:y|ies)|products?|things?|names?)$/;

function withoutClassNoun(terms: readonly QuestionTerm[], expects: ExpectedAnswer): QuestionTerm[] {
  if (expects.kind !== 'instance' && expects.kind !== 'place' && expects.kind !== 'count') return [...terms];
  return terms.map((term) =>
    CLASS_NOUN.test(term.word) && !term.isName ? { ...term, isGeneric: true, weight: GENERIC_WEIGHT } : term,
  );
}

/** Control characters out, white space folded, Unicode composed. */
export function cleanQuestion(raw: string): string {
  return raw
    .slice(0, LONGEST_QUESTION * 2)
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

const QUESTION_START =
  /^(?:and |but |so |in |on |at |for |from |to |by |with |of |under |since |until )*(?:what|who|whom|whose|which|when|where|why|how)\b/i;
const YES_NO =
  /^(?:and |but |so )?(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|may|might)\b/i;
const DEMAND =
  /^(?:(?:can|could|would|will) you )?(?:please )?(write|compose|draft|translate|generate|create|invent|imagine|sing|draw|code|calculate|pretend|ignore|forget|act|roleplay|repeat|print|reveal|joke)\b/i;

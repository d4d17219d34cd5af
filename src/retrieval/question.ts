import type { WordKnowledge } from '../core/ports.ts';
import { tokenise } from '../core/text/terms.ts';
import { expectedAnswer } from './expected-answer.ts';
import { findNames, GENERIC_WEIGHT, questionTerms } from './question-terms.ts';
import { parseSpeakerQuestion } from './speaker-question.ts';

/** What kind of words would answer. */
export type ExpectedAnswer =
  | { readonly kind: 'person' }
  | { readonly kind: 'place' }
  | { readonly kind: 'date' }
  | { readonly kind: 'amount'; readonly of: 'money' | 'share' | 'any' }
  /** A number of something: "how many customers". `noun` are its terms. */
  | { readonly kind: 'count'; readonly noun: readonly QuestionTerm[] }
  | { readonly kind: 'reason' }
  /** "which supercomputer": an instance of the class. */
  | { readonly kind: 'instance'; readonly noun: readonly QuestionTerm[] }
  | { readonly kind: 'claim' };

/** What the question asks to be told about speakers. */
export interface SpeakerQuestion {
  /** `said`: what did X say; `who`: who said it; `did`: whether X said anything. */
  readonly ask: 'said' | 'who' | 'did';
  /** The words that name the speaker, without titles and articles; absent: anybody. */
  readonly speaker?: string;
  /** A class instead of a name: "analysts", "officials". */
  readonly speakerClass?: string;
  /** The outlet that it was told to ("tell Reuters"). */
  readonly outlet?: string;
  /** What it was said about. */
  readonly topic: string;
  /** The question takes `topic` as said already ("Why did X say that …"): all of it must be in the sources. */
  readonly presupposes: boolean;
}

/** A word of the question that carries its subject. */
export interface QuestionTerm {
  /** Folded as by `foldWord`. */
  readonly word: string;
  /** Index terms of the word in the languages of the index, the question's language first. */
  readonly stems: readonly string[];
  /** How much the word tells, 0 to 1: rare words and names tell more. */
  readonly weight: number;
  readonly isName: boolean;
  readonly isNumber: boolean;
  /** A word for the matter as a whole ("plan", "announcement"): any text about the matter fits. */
  readonly isGeneric: boolean;
}

export interface Question {
  /** White space folded, control characters out. */
  readonly text: string;
  readonly terms: readonly QuestionTerm[];
  /** Runs of capitalised words, as typed. */
  readonly names: readonly string[];
  readonly expects: ExpectedAnswer;
  readonly speakers?: SpeakerQuestion;
  readonly isYesNo: boolean;
  /** A few bare words, no sentence. */
  readonly isKeywords: boolean;
  /** The verb of a demand that is not a question ("write", "translate"). */
  readonly demand?: string;
}

/** More bare words than this are a text, not keywords. */
const LONGEST_KEYWORDS = 8;

/** Longest question that is looked at, in code units: far above any real one. */
export const LONGEST_QUESTION = 2_000;

/** Reads a question. Never fails: what is not understood is a question about its words. */
export function parseQuestion(raw: string, knowledge: WordKnowledge | undefined): Question {
  const text = cleanQuestion(raw);
  const body = text.replace(COURTESY, '');
  const speakers = parseSpeakerQuestion(body);
  const demand = DEMAND.exec(text)?.[1]?.toLowerCase();
  const isSentence = QUESTION_START.test(body) || YES_NO.test(body);
  const expects = expectedAnswer(body, knowledge);
  const terms = withoutClassNoun(questionTerms(body, knowledge), expects);
  return {
    text,
    terms,
    names: findNames(body),
    expects,
    ...(speakers === undefined ? {} : { speakers }),
    isYesNo: YES_NO.test(body),
    isKeywords: !isSentence && tokenise(body).length <= LONGEST_KEYWORDS,
    ...(demand === undefined ? {} : { demand }),
  };
}

/** "Which companies …": the sources name the companies and need not call them so. */
const CLASS_NOUN =
  /^(?:compan(?:y|ies)|firms?|countr(?:y|ies)|nations?|cit(?:y|ies)|places?|people|persons?|man|woman|organi[sz]ations?|institutions?|bod(?:y|ies)|agenc(?:y|ies)|groups?|part(?:y|ies)|products?|things?|names?)$/;

function withoutClassNoun(terms: readonly QuestionTerm[], expects: ExpectedAnswer): QuestionTerm[] {
  if (expects.kind !== 'instance' && expects.kind !== 'place') return [...terms];
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
/** What people say before the question itself. */
const COURTESY =
  /^(?:(?:hi|hello|hey|please|ok|okay)\b[ ,!.]*)*(?:(?:can|could|would) you )?(?:please )?(?:tell (?:me|us)|explain(?: to (?:me|us))?|describe|show (?:me|us)|give (?:me|us)|do you know|i(?: would|'d)? (?:like|want) to know|remind me|find out)\b[ ,:]*(?:about )?/i;

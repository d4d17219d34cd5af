import type { WordKnowledge } from '../core/ports.ts';
import { tokenise } from '../core/text/terms.ts';
import { parseComparison } from './comparison-question.ts';
import { expectedAnswer } from './expected-answer.ts';
import type { ExpectedAnswer, Question, QuestionTerm } from './question.ts';
import { GENERIC_WEIGHT, questionTerms } from './question-terms.ts';
import { parseSpeakerQuestion } from './speaker-question.ts';

/** More bare words than this are a text, not keywords. */
const LONGEST_KEYWORDS = 8;

/** Longest question that is looked at, in code units: far above any real one. */
export const LONGEST_QUESTION = 2_000;

/** Reads a question. Never fails: what is not understood is a question about its words. */
export function parseQuestion(raw: string, knowledge: WordKnowledge | undefined): Question {
  const text = cleanQuestion(raw);
  const body = text.replace(COURTESY, '');
  const comparison = parseComparison(body);
  const speakers = comparison === undefined ? parseSpeakerQuestion(body) : undefined;
  const demand = DEMAND.exec(text)?.[1]?.toLowerCase();
  const isSentence = QUESTION_START.test(body) || YES_NO.test(body);
  const matter = comparison?.topic ?? body;
  const expects = expectedAnswer(matter, knowledge);
  const terms = withoutClassNoun(questionTerms(matter, knowledge), expects);
  return {
    text,
    terms,
    expects,
    ...(speakers === undefined ? {} : { speakers }),
    ...(comparison === undefined ? {} : { comparison }),
    ...(expects.kind === 'reason' ? findPresupposed(terms) : {}),
    isKeywords: !isSentence && tokenise(body).length <= LONGEST_KEYWORDS,
    ...(demand === undefined ? {} : { demand }),
  };
}

/** The first word after the subject: a name, or else the first telling word, is the subject. */
function findPresupposed(terms: readonly QuestionTerm[]): Pick<Question, 'presupposed'> {
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
/** What people say before the question itself. */
const COURTESY =
  /^(?:(?:hi|hello|hey|please|ok|okay)\b[ ,!.]*)*(?:(?:can|could|would) you )?(?:please )?(?:tell (?:me|us)|explain(?: to (?:me|us))?|describe|show (?:me|us)|give (?:me|us)|do you know|i(?: would|'d)? (?:like|want) to know|remind me|find out)\b[ ,:]*(?:about )?/i;

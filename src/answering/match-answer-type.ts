import { tokenise } from '../core/text/terms.ts';
import { type AnswerWords, answerWordsOf } from '../retrieval/languages/answer-words.ts';
import type { ExpectedAnswer, Question, QuestionTerm } from '../retrieval/question.ts';
import { findValues, type Value } from './find-values.ts';
import type { ReadDocument, ReadSentence } from './read-document.ts';
import { areSynonyms } from './synonyms.ts';

/** The expected value stands in the neighbouring sentence: worth less than in the sentence itself. */
const NEIGHBOUR_TYPE = 0.4;
/** Answers of no checkable kind. */
const ANY_CLAIM = 0.5;

/** How well a sentence, or for counts the one before it, holds the kind of words that would answer, 0 to 1. */
export function matchAnswerType(
  expects: ExpectedAnswer,
  question: Question,
  read: ReadDocument,
  index: number,
): number {
  const sentence = read.sentences[index];
  if (sentence === undefined) return 0;
  const words = answerWordsOf(read.language);
  const own = typeOfSentence(expects, question, sentence, words);
  if (own > 0 || expects.kind !== 'count') return own;
  return NEIGHBOUR_TYPE * typeOfSentence(expects, question, read.sentences[index - 1] ?? sentence, words);
}

const REASON =
  /\b(?:because|since|due to|owing to|as a result|so that|in order to|to (?:secure|avoid|ensure|limit|protect|prevent|reduce|gain|lock|stay|keep|make|build|allow|help)|caused by|driven by|thanks to|fear\w*|justif\w+|reasons?|amid|after|for the (?:sake|purpose)|aim\w*|therefore|given that|led to|leads to|result\w*|part of (?:an|the) effort|(?:has|have|had) (?:\w+ly )?(?:reduced|lowered|raised|improved|increased|made|driven|pushed)|in (?:response|retaliation|protest|exchange)|as (?:the|it|they|he|she|we)\b|weil|damit|wegen|parce que|afin|car)\b/i;

/** Where something is. */
const PLACE = /\b(?:in|at|from|near|to|across)\s+(?:the\s+)?\p{Lu}/u;

/** A stretch of time: "90 minutes", "two years", "a decade". */
const DURATION =
  /\b(?:\d[\d.,]*|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|several|many|few)[ -](?:second|minute|hour|day|week|month|year|decade|centur)\w*/i;

/** How well a sentence holds the kind of words that would answer, 0 to 1. */
function typeOfSentence(
  expects: ExpectedAnswer,
  question: Question,
  sentence: ReadSentence,
  words: AnswerWords | undefined,
): number {
  switch (expects.kind) {
    case 'date':
      return Math.max(
        0,
        ...newValues(sentence, question).map((value) => (value.kind === 'date' ? value.exactness : 0)),
      );
    case 'amount': {
      const kinds = newValues(sentence, question).map(({ kind }) => kind);
      if (expects.of === 'money') return kinds.includes('money') ? 1 : kinds.includes('share') ? 0.3 : 0;
      if (expects.of === 'share') return kinds.includes('share') ? 1 : 0;
      if (expects.of === 'duration') return (words?.duration ?? DURATION).test(sentence.text) ? 1 : 0;
      return kinds.some((kind) => kind !== 'date') ? 1 : 0;
    }
    case 'count':
      return hasCountOf(expects.noun, sentence, question) ? 1 : 0;
    case 'reason':
      return (words?.reason ?? REASON).test(sentence.text) ? 1 : 0.2;
    case 'person':
      return hasNewName(sentence, question) ? 1 : 0.3;
    case 'place':
      return (words?.place ?? PLACE).test(sentence.text) ? 1 : 0.2;
    case 'instance': {
      const isNamed = expects.noun.some((term) => term.stems.some((stem) => sentence.stemSet.has(stem)));
      return (isNamed ? 0.6 : 0.1) + (hasNewName(sentence, question) ? 0.4 : 0.1);
    }
    case 'claim':
      return ANY_CLAIM;
  }
}

const valuesOf = new WeakMap<ReadSentence, readonly Value[]>();

/** The values of a sentence that the question does not give itself. A sentence is read for values once. */
function newValues(sentence: ReadSentence, question: Question): Value[] {
  let values = valuesOf.get(sentence);
  if (values === undefined) {
    values = findValues(sentence.text);
    valuesOf.set(sentence, values);
  }
  if (values.length === 0) return [];
  const given = new Set(tokenise(question.text).map(({ word }) => word));
  return values.filter((value) => {
    const numbers = tokenise(value.text).map(({ word }) => word);
    return !numbers.every((word) => given.has(word));
  });
}

function hasNewName(sentence: ReadSentence, question: Question): boolean {
  const asked = new Set(question.terms.map(({ word }) => word));
  for (const name of sentence.capitals) if (!asked.has(name)) return true;
  return false;
}

/** Words that may stand between a number and what it counts: "1.7 million paying customers". */
const COUNT_REACH = 4;

/** "How many people …": sources count them as what they are. */
const PEOPLE = /^(?:people|persons?)$/;
const KINDS_OF_PEOPLE = new Set(
  'people person employees employee workers worker staff residents users visitors passengers patients voters guests members jobs students soldiers troops men women children victims fans protesters migrants refugees citizens menschen personen besucher mitarbeiter beschaftigte einwohner teilnehmer nutzer fahrgaste patienten schuler studierende arbeiter gaste soldaten zuschauer personnes gens visiteurs habitants salaries employes eleves etudiants passagers participants spectateurs manifestants soldats blesses morts'.split(
    ' ',
  ),
);

/** Whether a number stands shortly before the counted noun or right after it, and the noun's other words stand there too. */
function hasCountOf(noun: readonly QuestionTerm[], sentence: ReadSentence, question: Question): boolean {
  const values = newValues(sentence, question).filter(({ kind }) => kind === 'number' || kind === 'share');
  if (values.length === 0) return false;
  const head = noun.at(-1);
  if (head === undefined) return true;
  const isMet = (term: QuestionTerm, at: number) =>
    term.stems.includes(sentence.stems[at] ?? '') ||
    areSynonyms(term.stems[0] ?? '', sentence.stems[at] ?? '') ||
    (PEOPLE.test(term.word) && KINDS_OF_PEOPLE.has(sentence.words[at] ?? ''));
  const places = (term: QuestionTerm) => sentence.stems.flatMap((_, at) => (isMet(term, at) ? [at] : []));
  if (noun.slice(0, -1).some((term) => places(term).length === 0)) return false;
  const numbers = new Set(values.flatMap((value) => tokenise(value.text).map(({ word }) => word)));
  return places(head).some((at) => {
    const before = sentence.words.slice(Math.max(0, at - COUNT_REACH), at);
    return before.some((word) => numbers.has(word)) || numbers.has(sentence.words[at + 1] ?? '');
  });
}

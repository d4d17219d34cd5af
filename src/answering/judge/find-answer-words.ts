import type { WordRelations } from '../../core/ports.ts';
import { isStopWord, tokenise } from '../../core/text/terms.ts';
import { findValues, type Value } from '../find-values.ts';
import type { ReadSentence } from '../read-document.ts';
import { MET, type TermAligner } from './align-terms.ts';

/** A word of a sentence that may be the answer: not in the question, of the kind asked for. */
export interface AnswerWord {
  readonly place: number;
  /** How surely it is of the kind, 0 to 1. */
  readonly fit: number;
}

const FIT = { sure: 1, name: 0.7, kindUnknown: 0.5, anyNoun: 0.3 } as const;
/** From this share on a word is commonly of the class. */
const LEAST_CLASS = 0.3;

/** The words of a sentence that could answer. */
export function findAnswerWords(aligner: TermAligner, sentence: ReadSentence, relations: WordRelations): AnswerWord[] {
  const { asking } = aligner;
  const { kind } = asking;
  if (kind === 'when') return placesOfValues(sentence, asking.wordSet, (value) => value.kind === 'date');
  if (kind === 'count' || kind === 'amount') {
    return placesOfValues(sentence, asking.wordSet, (value) => value.kind !== 'date');
  }
  const found: AnswerWord[] = [];
  sentence.words.forEach((word, place) => {
    if (isStopWord(word) || asking.wordSet.has(word)) return;
    const fit = fitOf(word, sentence, aligner, relations);
    if (fit === 0) return;
    const stem = sentence.stems[place] ?? word;
    const isCapital = sentence.capitals.has(word);
    if (asking.terms.some((_, at) => aligner.matchWord(at, word, stem, isCapital).match >= MET)) return;
    found.push({ place, fit });
  });
  return found;
}

function fitOf(
  word: string,
  sentence: ReadSentence,
  { asking: { kind, focus } }: TermAligner,
  relations: WordRelations,
): number {
  const isName = sentence.capitals.has(word);
  const isKind = (kindWord: string) => (relations.isA(word, kindWord) ?? 0) >= LEAST_CLASS;
  const isNoun = (relations.partShare(word, 'noun') ?? 1) >= LEAST_CLASS;
  switch (kind) {
    case 'who':
      return isKind('person') ? FIT.sure : isName ? FIT.name : isKind('group') ? FIT.kindUnknown : 0;
    case 'where':
      return isKind('location') ? FIT.sure : isName ? FIT.name : isKind('structure') ? FIT.kindUnknown : 0;
    case 'thing': {
      if (focus === undefined) return isNoun ? FIT.anyNoun : 0;
      if (/^(?:year|date|month|day|century|decade)$/.test(focus)) {
        return /^\d{4}$|^\d/.test(word) || isKind('month') ? FIT.sure : 0;
      }
      const share = relations.isA(word, focus);
      if (share !== undefined && share >= LEAST_CLASS) return FIT.sure;
      if (isName) return share === undefined ? FIT.name : FIT.kindUnknown;
      return isNoun ? FIT.anyNoun : 0;
    }
    default:
      return isName || isNoun ? FIT.anyNoun : 0;
  }
}

const valuesOf = new WeakMap<ReadSentence, readonly Value[]>();

/** Places of values that the question does not give itself. */
function placesOfValues(
  sentence: ReadSentence,
  given: ReadonlySet<string>,
  isWanted: (value: Value) => boolean,
): AnswerWord[] {
  let values = valuesOf.get(sentence);
  if (values === undefined) {
    values = findValues(sentence.text);
    valuesOf.set(sentence, values);
  }
  return values.filter(isWanted).flatMap((value) => {
    const words = tokenise(value.text).map(({ word }) => word);
    const place = sentence.words.findIndex(
      (word, at) => words.every((one, next) => sentence.words[at + next] === one) && word !== '',
    );
    return place < 0 || words.every((word) => given.has(word)) ? [] : [{ place, fit: value.exactness }];
  });
}

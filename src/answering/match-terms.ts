import type { WordKnowledge } from '../core/ports.ts';
import type { QuestionTerm } from '../retrieval/question.ts';
import type { ReadSentence } from './read-document.ts';
import { areSynonyms } from './synonyms.ts';

/**
 * How well a sentence meets each term of a question, 0 to 1, parallel to `terms`: the word itself or its inflection 1,
 * an abbreviation or known synonym nearly that, a word near in meaning less than half.
 */
export function matchTerms(
  terms: readonly QuestionTerm[],
  sentence: ReadSentence,
  knowledge: WordKnowledge | undefined,
): number[] {
  const matches = terms.map((term) => matchTerm(term, sentence, knowledge));
  matchAbbreviations(terms, sentence, matches);
  return matches;
}

const INFLECTION_MATCH = 0.9;
const SYNONYM_MATCH = 0.85;
const NEAR_MATCH = 0.4;
const TYPO_MATCH = 0.8;
/**
 * Cosine from which two words count as near in meaning. Word vectors hold opposites near too ("rise", "fall"), so a
 * near match never carries an answer alone.
 */
const NEAR_SIMILARITY = 0.68;
const ABBREVIATION_MATCH = 0.9;

function matchTerm(term: QuestionTerm, sentence: ReadSentence, knowledge: WordKnowledge | undefined): number {
  for (const stem of term.stems) if (sentence.stemSet.has(stem)) return 1;
  if (term.isNumber) return 0;
  let best = 0;
  for (let at = 0; at < sentence.words.length; at += 1) {
    const word = sentence.words[at] ?? '';
    if (word.length < 3) continue;
    if (isInflection(term.word, word)) return INFLECTION_MATCH;
    if (areSynonyms(term.stems[0] ?? term.word, sentence.stems[at] ?? word)) best = Math.max(best, SYNONYM_MATCH);
    else if (isTypo(term.word, word, knowledge)) best = Math.max(best, TYPO_MATCH);
    else if (best < NEAR_MATCH && !term.isName && knowledge !== undefined && !sentence.capitals.has(word)) {
      const similarity = knowledge.similarity(term.word, word);
      if (similarity !== undefined && similarity >= NEAR_SIMILARITY) best = NEAR_MATCH;
    }
  }
  return best;
}

/** Long words that begin alike: "discriminatory" and "discrimination", "Europe" and "European". */
function isInflection(a: string, b: string): boolean {
  const shorter = Math.min(a.length, b.length);
  if (shorter < 5 || a.charCodeAt(0) !== b.charCodeAt(0) || Math.abs(a.length - b.length) > 5) return false;
  let same = 0;
  while (same < shorter && a.charCodeAt(same) === b.charCodeAt(same)) same += 1;
  return same >= Math.max(5, Math.ceil(Math.max(a.length, b.length) * 0.65)) && same >= shorter - 2;
}

/** One letter wrong, missing, added or swapped in a word that is not itself a known word. */
function isTypo(typed: string, word: string, knowledge: WordKnowledge | undefined): boolean {
  if (typed.length < 5 || Math.abs(typed.length - word.length) > 1 || knowledge?.rank(typed) !== undefined) return false;
  return editDistanceIsOne(typed, word);
}

/** Whether one insertion, deletion, substitution or swap of neighbours turns `a` into `b`. */
export function editDistanceIsOne(a: string, b: string): boolean {
  if (a === b) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  const restA = a.slice(at);
  const restB = b.slice(at);
  if (restA.slice(1) === restB || restA === restB.slice(1) || restA.slice(1) === restB.slice(1)) return true;
  return restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2);
}

/** "capital expenditure" is met by "capex", "European Union" by "EU", and the other way round. */
function matchAbbreviations(terms: readonly QuestionTerm[], sentence: ReadSentence, matches: number[]): void {
  for (let at = 0; at < terms.length; at += 1) {
    const first = terms[at];
    const second = terms[at + 1];
    if (first === undefined) continue;
    if (second !== undefined && (matches[at] ?? 0) + (matches[at + 1] ?? 0) < 2 * NEAR_MATCH + 0.1) {
      const isMet = sentence.words.some((word) => isClipping(word, first.word, second.word));
      if (isMet) {
        matches[at] = Math.max(matches[at] ?? 0, ABBREVIATION_MATCH);
        matches[at + 1] = Math.max(matches[at + 1] ?? 0, ABBREVIATION_MATCH);
      }
    }
    const isAcronym = first.isName && first.word.length >= 2 && first.word.length <= 5;
    if (isAcronym && (matches[at] ?? 0) < NEAR_MATCH && spellsOut(sentence, first.word)) matches[at] = ABBREVIATION_MATCH;
  }
}

/** "capex" from "capital" and "expenditure"; "eu" from "european" and "union". */
function isClipping(word: string, first: string, second: string): boolean {
  if (word.length < 2 || word.length > 8 || word === first || word === second) return false;
  if (word.length === 2) return word[0] === first[0] && word[1] === second[0];
  for (let cut = 2; cut <= word.length - 2; cut += 1) {
    if (first.startsWith(word.slice(0, cut)) && second.startsWith(word.slice(cut))) return true;
  }
  return false;
}

/** Whether capitalised neighbours begin with the letters of the acronym. */
function spellsOut(sentence: ReadSentence, acronym: string): boolean {
  for (let at = 0; at + acronym.length <= sentence.words.length; at += 1) {
    let spelled = 0;
    while (spelled < acronym.length) {
      const word = sentence.words[at + spelled] ?? '';
      if (word[0] !== acronym[spelled] || !sentence.capitals.has(word)) break;
      spelled += 1;
    }
    if (spelled === acronym.length) return true;
  }
  return false;
}

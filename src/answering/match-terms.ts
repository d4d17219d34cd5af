import type { WordKnowledge } from '../core/ports.ts';
import { wordRoot } from '../core/text/word-root.ts';
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
  matchAbbreviations(terms, sentence, matches, knowledge);
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

/** Words of one family: "compete" and "competition", "Europe" and "European". */
function isInflection(a: string, b: string): boolean {
  if (a.charCodeAt(0) !== b.charCodeAt(0) || Math.min(a.length, b.length) < SHORTEST_FAMILY) return false;
  return wordRoot(a) === wordRoot(b) || isProlonged(a, b) || isProlonged(b, a);
}

/** Shorter words share their letters by chance. */
const SHORTEST_FAMILY = 5;

/** "Europe" in "European", "Germany" not in "Germane". */
function isProlonged(short: string, long: string): boolean {
  return long.length > short.length && long.length - short.length <= 3 && long.startsWith(short);
}

/** One letter wrong, missing, added or swapped in a word that is not itself a known word. */
function isTypo(typed: string, word: string, knowledge: WordKnowledge | undefined): boolean {
  if (typed.length < 5 || Math.abs(typed.length - word.length) > 1 || knowledge?.rank(typed) !== undefined)
    return false;
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
function matchAbbreviations(
  terms: readonly QuestionTerm[],
  sentence: ReadSentence,
  matches: number[],
  knowledge: WordKnowledge | undefined,
): void {
  for (let at = 0; at < terms.length; at += 1) {
    const first = terms[at];
    const second = terms[at + 1];
    if (first === undefined) continue;
    if (second !== undefined && Math.max(matches[at] ?? 0, matches[at + 1] ?? 0) < SYNONYM_MATCH) {
      const isMet = sentence.words.some(
        (word) => isInitials(word, first, second, sentence) || isClipping(word, first.word, second.word, knowledge),
      );
      if (isMet) {
        matches[at] = ABBREVIATION_MATCH;
        matches[at + 1] = ABBREVIATION_MATCH;
      }
    }
    const isAcronym = first.isName && first.word.length >= 2 && first.word.length <= 5;
    if (isAcronym && (matches[at] ?? 0) < NEAR_MATCH && spellsOut(sentence, first.word))
      matches[at] = ABBREVIATION_MATCH;
  }
}

/** "EU" for "European Union": two names by their first letters. */
function isInitials(word: string, first: QuestionTerm, second: QuestionTerm, sentence: ReadSentence): boolean {
  const areNames = first.isName && second.isName && sentence.capitals.has(word);
  return areNames && word.length === 2 && word[0] === first.word[0] && word[1] === second.word[0];
}

/** A plain word that happens to begin like two others ("cost", "company strategy") is no clipping of them. */
const RANK_OF_PLAIN_WORDS = 15_000;

/** "capex" for "capital expenditure": the beginnings of two words, in a word that is not a plain one itself. */
function isClipping(word: string, first: string, second: string, knowledge: WordKnowledge | undefined): boolean {
  if (word.length < 4 || word.length > 8 || word === first || word === second || word[0] !== first[0]) return false;
  if ((knowledge?.rank(word) ?? Number.POSITIVE_INFINITY) < RANK_OF_PLAIN_WORDS) return false;
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

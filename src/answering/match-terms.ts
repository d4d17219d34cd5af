import type { WordKnowledge } from '../core/ports.ts';
import { isStopWord } from '../core/text/terms.ts';
import { wordRoot } from '../core/text/word-root.ts';
import type { QuestionTerm } from '../retrieval/question.ts';
import type { ReadDocument, ReadSentence, WordPlaces } from './read-document.ts';
import { areSynonyms } from './synonyms.ts';

/** How well each sentence of a document meets each term of a question: rows parallel to the sentences, columns to the terms. */
export type TermMatches = readonly (readonly number[])[];

const INFLECTION_MATCH = 0.9;
const SYNONYM_MATCH = 0.85;
const NEAR_MATCH = 0.4;
const TYPO_MATCH = 0.8;
const ABBREVIATION_MATCH = 0.9;
/** A part of a German compound: "Rechenzentrumsbetreiber" speaks of a Rechenzentrum. */
const COMPOUND_MATCH = 0.85;
/**
 * Cosine from which two words count as near in meaning. Word vectors hold opposites near too ("rise", "fall"), so a
 * near match never carries an answer alone.
 */
const NEAR_SIMILARITY = 0.68;

/**
 * Matches the terms of one question against documents. A match is 0 to 1: the word itself 1, its family, a known synonym
 * or an abbreviation nearly that, a word near in meaning less than half. Each word is looked at once per question,
 * however many sentences hold it.
 */
export function createTermMatcher(terms: readonly QuestionTerm[], knowledge: WordKnowledge | undefined) {
  const known = terms.map(() => new Map<string, number>());

  function matchWord(at: number, word: string, entry: WordPlaces): number {
    const kept = known[at]?.get(word);
    if (kept !== undefined) return kept;
    const term = terms[at];
    const match = term === undefined ? 0 : compareWord(term, word, entry, knowledge);
    known[at]?.set(word, match);
    return match;
  }

  return {
    terms,
    knowledge,
    matchDocument(read: ReadDocument): TermMatches {
      const rows = read.sentences.map(() => new Array<number>(terms.length).fill(0));
      for (const [word, entry] of read.vocabulary) {
        for (let at = 0; at < terms.length; at += 1) {
          const match = matchWord(at, word, entry);
          if (match === 0) continue;
          for (const place of entry.sentences) {
            const row = rows[place];
            if (row !== undefined) row[at] = Math.max(row[at] ?? 0, match);
          }
        }
      }
      matchAbbreviations(terms, read, rows, knowledge);
      completeNames(terms, rows);
      return rows;
    },
  };
}

export type TermMatcher = ReturnType<typeof createTermMatcher>;

/** Shorter last words ("LLM", "AI") stand for many things. */
const SHORTEST_SURNAME = 4;

/** In a document that knows "John Stumpf", "Stumpf" names him whole. */
function completeNames(terms: readonly QuestionTerm[], rows: number[][]): void {
  const runs = new Map<number, number[]>();
  terms.forEach(({ nameRun }, at) => {
    if (nameRun !== undefined) runs.set(nameRun, [...(runs.get(nameRun) ?? []), at]);
  });
  for (const places of runs.values()) {
    const last = places.at(-1);
    if (last === undefined || places.length < 2 || (terms[last]?.word.length ?? 0) < SHORTEST_SURNAME) continue;
    const isWholeKnown = rows.some((row) => places.every((at) => (row[at] ?? 0) >= TYPO_MATCH));
    if (!isWholeKnown) continue;
    for (const row of rows) {
      const match = row[last] ?? 0;
      if (match >= TYPO_MATCH) for (const at of places) row[at] = Math.max(row[at] ?? 0, match);
    }
  }
}

function compareWord(
  term: QuestionTerm,
  word: string,
  entry: WordPlaces,
  knowledge: WordKnowledge | undefined,
): number {
  if (term.isName && !entry.isCapital) return term.foreign?.includes(entry.stem) === true ? 1 : 0;
  if (term.stems.includes(entry.stem)) return 1;
  if (term.foreign?.some((stem) => isPartOf(stem, word, entry)) === true) return COMPOUND_MATCH;
  if (term.meant?.includes(entry.stem)) return TYPO_MATCH;
  if (term.isNumber || word.length < 3) return 0;
  if (isInflection(term.word, word)) return INFLECTION_MATCH;
  if (areSynonyms(term.stems[0] ?? term.word, entry.stem)) return SYNONYM_MATCH;
  if (term.isName || entry.isCapital || knowledge === undefined || isStopWord(word)) return 0;
  return (knowledge.similarity(term.word, word) ?? 0) >= NEAR_SIMILARITY ? NEAR_MATCH : 0;
}

/** Shorter words begin or end others by chance. */
const SHORTEST_FIRST_PART = 5;
const SHORTEST_LAST_PART = 4;
const SHORTEST_COMPOUND = 9;

/** Whether a translated word begins or ends a long word written with a capital, as German joins its nouns. */
function isPartOf(stem: string, word: string, entry: WordPlaces): boolean {
  if (!entry.isCapital || word.length < SHORTEST_COMPOUND || word.length - stem.length < 3) return false;
  return (
    (stem.length >= SHORTEST_FIRST_PART && word.startsWith(stem)) ||
    (stem.length >= SHORTEST_LAST_PART && entry.stem.endsWith(stem))
  );
}

/** Words of one family: "compete" and "competition", "Europe" and "European". */
function isInflection(a: string, b: string): boolean {
  if (a.charCodeAt(0) !== b.charCodeAt(0) || Math.min(a.length, b.length) < SHORTEST_FAMILY) return false;
  return wordRoot(a) === wordRoot(b) || isProlonged(a, b) || isProlonged(b, a);
}

/** Shorter words share their letters by chance. */
const SHORTEST_FAMILY = 4;

const SHORTEST_PROLONGED = 5;

/** "Europe" in "European", "Germany" not in "Germane". */
function isProlonged(short: string, long: string): boolean {
  return (
    short.length >= SHORTEST_PROLONGED &&
    long.length > short.length &&
    long.length - short.length <= 3 &&
    long.startsWith(short)
  );
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
  read: ReadDocument,
  rows: number[][],
  knowledge: WordKnowledge | undefined,
): void {
  terms.forEach((first, at) => {
    const second = terms[at + 1];
    if (second !== undefined) {
      for (const [word, entry] of read.vocabulary) {
        if (!isInitials(word, first, second, entry) && !isClipping(word, first.word, second.word, knowledge)) continue;
        for (const place of entry.sentences) {
          const row = rows[place];
          if (row === undefined || Math.max(row[at] ?? 0, row[at + 1] ?? 0) >= SYNONYM_MATCH) continue;
          row[at] = ABBREVIATION_MATCH;
          row[at + 1] = ABBREVIATION_MATCH;
        }
      }
    }
    if (!isAcronymLike(first, knowledge)) return;
    read.sentences.forEach((sentence, place) => {
      const row = rows[place];
      if (row !== undefined && (row[at] ?? 0) < NEAR_MATCH && spellsOut(sentence, first.word))
        row[at] = ABBREVIATION_MATCH;
    });
  });
}

const LONGEST_ACRONYM = 5;

/** A short name, or a short word that general English does not know: people type "opm" for OPM. */
function isAcronymLike(term: QuestionTerm, knowledge: WordKnowledge | undefined): boolean {
  if (term.word.length < 2 || term.word.length > LONGEST_ACRONYM || term.isNumber) return false;
  return term.isName || (term.word.length > 2 && knowledge !== undefined && knowledge.rank(term.word) === undefined);
}

/** "EU" for "European Union": two names by their first letters. */
function isInitials(word: string, first: QuestionTerm, second: QuestionTerm, entry: WordPlaces): boolean {
  const areNames = first.isName && second.isName && entry.isCapital;
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

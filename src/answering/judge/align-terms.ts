import type { WordKnowledge, WordRelations } from '../../core/ports.ts';
import { isStopWord } from '../../core/text/terms.ts';
import { wordRoot } from '../../core/text/word-root.ts';
import type { ReadSentence } from '../read-document.ts';
import { areSynonyms } from '../synonyms.ts';
import type { AskedTerm, Asking } from './read-asking.ts';

/** How a word of a sentence meets a term of the question. */
export interface WordMatch {
  /** 0 to 1: the word itself 1, a form of it, a synonym, a kind of it, a word near in meaning. */
  readonly match: number;
  /** Cosine of the two words, 0 when unknown. */
  readonly nearness: number;
  readonly isAntonym: boolean;
  /** Another kind of the same thing, so not it, 0 to 1. */
  readonly sibling: number;
}

/** The best match of a term in one sentence. */
export interface TermAlignment extends WordMatch {
  /** Place of the best word, -1 when nothing matches. */
  readonly place: number;
  /** A word of the sentence opposes the term. */
  readonly isOpposed: boolean;
  /** Greatest nearness of any word, matched or not. */
  readonly nearest: number;
  /** Greatest siblinghood of any word. */
  readonly closestSibling: number;
}

/** From here on a term counts as met, and from the next on surely. */
export const MET = 0.5;
export const FULLY_MET = 0.8;

const NO_MATCH: WordMatch = { match: 0, nearness: 0, isAntonym: false, sibling: 0 };
const FAMILY_MATCH = 0.9;
const DERIVED_MATCH = 0.85;
const LISTED_MATCH = 0.8;
/** From here on two words are taken to mean the same. */
const LEAST_SYNONYMY = 0.3;
/** Words nearer than this share a field, "king" and "queen"; below it nothing is told. */
const LEAST_NEARNESS = 0.45;
/** Known words less near than this are related in no common meaning; most pairs are, so they are not looked up. */
const LEAST_RELATED = 0.2;
const MOST_NEAR_MATCH = 0.6;
/** A deed that the other causes or entails. */
const CAUSED_MATCH = 0.6;
const SHORTEST_FAMILY = 4;

/** Compares words of sentences with the terms of one question; each word once. */
export function createTermAligner(
  asking: Asking,
  deps: { readonly knowledge: WordKnowledge | undefined; readonly relations: WordRelations },
) {
  const known = asking.terms.map(() => new Map<string, WordMatch>());
  const aligned = new Map<ReadSentence, readonly TermAlignment[]>();

  function matchWord(at: number, word: string, stem: string, isCapital: boolean): WordMatch {
    const key = isCapital ? `^${word}` : word;
    let found = known[at]?.get(key);
    if (found === undefined) {
      found = compareWords(asking.terms[at] as AskedTerm, { word, stem, isCapital }, deps);
      known[at]?.set(key, found);
    }
    return found;
  }

  function alignTerm(at: number, sentence: ReadSentence): TermAlignment {
    let best = NO_MATCH;
    let place = -1;
    let nearest = 0;
    let isOpposed = false;
    let closestSibling = 0;
    sentence.words.forEach((word, index) => {
      if (isStopWord(word)) return;
      const found = matchWord(at, word, sentence.stems[index] ?? word, sentence.capitals.has(word));
      if (found.match > best.match) {
        best = found;
        place = index;
      }
      nearest = Math.max(nearest, found.nearness);
      isOpposed ||= found.isAntonym;
      closestSibling = Math.max(closestSibling, found.sibling);
    });
    return { ...best, place, nearest, isOpposed, closestSibling };
  }

  return {
    asking,
    /** One alignment a term. */
    align(sentence: ReadSentence): readonly TermAlignment[] {
      let found = aligned.get(sentence);
      if (found === undefined) {
        found = asking.terms.map((_, at) => alignTerm(at, sentence));
        aligned.set(sentence, found);
      }
      return found;
    },
    matchWord,
  };
}

export type TermAligner = ReturnType<typeof createTermAligner>;

function compareWords(
  { term }: AskedTerm,
  other: { readonly word: string; readonly stem: string; readonly isCapital: boolean },
  { knowledge, relations }: { readonly knowledge: WordKnowledge | undefined; readonly relations: WordRelations },
): WordMatch {
  const { word, stem } = other;
  if (term.stems.includes(stem) || term.word === word) return { match: 1, nearness: 1, isAntonym: false, sibling: 0 };
  if (term.isNumber || /^\d/.test(word)) return NO_MATCH;
  const nearness = Math.max(0, knowledge?.similarity(term.word, word) ?? 0);
  if (term.meant?.includes(stem)) return { match: LISTED_MATCH, nearness, isAntonym: false, sibling: 0 };
  if (isFamily(term.word, word)) return { match: FAMILY_MATCH, nearness, isAntonym: false, sibling: 0 };
  if (nearness < LEAST_RELATED && knowledge?.rank(term.word) !== undefined && knowledge.rank(word) !== undefined) {
    return { match: 0, nearness, isAntonym: false, sibling: 0 };
  }
  const related = relations.compare(term.word, word);
  if (related.isDerived) return { match: DERIVED_MATCH, nearness, isAntonym: false, sibling: 0 };
  if (term.isName || other.isCapital) return { match: 0, nearness, isAntonym: false, sibling: 0 };
  if (related.isAntonym) return { match: 0, nearness, isAntonym: true, sibling: 0 };
  const { kinship, entailment, siblinghood } = related;
  const near = nearness < LEAST_NEARNESS ? 0 : (MOST_NEAR_MATCH * (nearness - LEAST_NEARNESS)) / (1 - LEAST_NEARNESS);
  const meant = kinship >= LEAST_SYNONYMY ? 0.5 + 0.3 * kinship : kinship;
  const listed = areSynonyms(term.stems[0] ?? term.word, stem) ? LISTED_MATCH : 0;
  const match = Math.max(listed, meant, near, CAUSED_MATCH * entailment);
  return { match, nearness, isAntonym: false, sibling: match >= MET ? 0 : siblinghood };
}

function isFamily(a: string, b: string): boolean {
  if (a.charCodeAt(0) !== b.charCodeAt(0) || Math.min(a.length, b.length) < SHORTEST_FAMILY) return false;
  return wordRoot(a) === wordRoot(b) || (Math.min(a.length, b.length) >= 5 && (isProlonged(a, b) || isProlonged(b, a)));
}

function isProlonged(short: string, long: string): boolean {
  return long.length > short.length && long.length - short.length <= 3 && long.startsWith(short);
}

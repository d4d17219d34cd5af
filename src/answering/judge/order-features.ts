import { isStopWord } from '../../core/text/terms.ts';
import type { ReadSentence } from '../read-document.ts';
import { FULLY_MET, MET, type TermAligner, type TermAlignment } from './align-terms.ts';
import type { Asking } from './read-asking.ts';

/** A run of words longer than this tells nothing more. */
const LONGEST_RUN = 12;

/** Whether words that stand together in the question stand together, and in that order, in the sentence. */
export function addOrder(
  features: Record<string, number>,
  asking: Asking,
  own: readonly TermAlignment[],
  sentence: ReadSentence,
): void {
  const sorted = asking.terms.map((one, at) => ({ one, row: own[at] })).sort((a, b) => a.one.place - b.one.place);
  let pairs = 0;
  let kept = 0;
  let torn = 0;
  let half = 0;
  let ordered = 0;
  let both = 0;
  for (let at = 0; at + 1 < sorted.length; at += 1) {
    const a = sorted[at];
    const b = sorted[at + 1];
    if (a === undefined || b === undefined) continue;
    const asked = b.one.place - a.one.place;
    const isTight = asked <= 2;
    pairs += 1;
    const metA = (a.row?.match ?? 0) >= MET;
    const metB = (b.row?.match ?? 0) >= MET;
    if (metA && metB) {
      both += 1;
      const apart = (b.row?.place ?? 0) - (a.row?.place ?? 0);
      if (apart > 0) ordered += 1;
      if (Math.abs(apart) <= asked + 1) kept += 1;
      else if (isTight) torn += 1;
    } else if (metA !== metB && isTight) half += 1;
  }
  features.pairsKept = pairs === 0 ? 1 : kept / pairs;
  features.pairsTorn = torn;
  features.pairsHalf = half;
  features.pairsOrdered = both === 0 ? 0.5 : ordered / both;
  const places = own.flatMap(({ match, place }) => (match >= MET && place >= 0 ? [place] : []));
  features.spread = places.length < 2 ? 0 : (Math.max(...places) - Math.min(...places)) / places.length;
  features.longestRun = longestRun(asking.words, sentence.words);
  features.sequence = longestSequence(asking.words, sentence.words) / Math.max(1, asking.words.length);
  features.bigrams = sharedGrams(asking.words, sentence.words, 2);
  features.trigrams = sharedGrams(asking.words, sentence.words, 3);
}

/**
 * "The western coast" asked, "the eastern coast" said: a term is missing, the word beside it is there, and another word
 * stands in its place.
 */
export function addSwaps(
  features: Record<string, number>,
  aligner: TermAligner,
  own: readonly TermAlignment[],
  sentence: ReadSentence,
): void {
  const sorted = aligner.asking.terms
    .map((one, at) => ({ one, at, row: own[at] }))
    .sort((a, b) => a.one.place - b.one.place);
  const metPlaces = new Set(own.flatMap(({ match, place }) => (match >= MET ? [place] : [])));
  let swaps = 0;
  let nearest = 0;
  let names = 0;
  let numbers = 0;
  sorted.forEach(({ one, at, row }, index) => {
    if ((row?.match ?? 0) >= MET) return;
    for (const step of [-1, 1]) {
      const neighbour = sorted[index + step];
      if (neighbour === undefined || (neighbour.row?.match ?? 0) < FULLY_MET) continue;
      if (Math.abs(neighbour.one.place - one.place) > 3) continue;
      const place = nextTelling(sentence, neighbour.row?.place ?? 0, -step);
      const word = sentence.words[place];
      if (word === undefined || metPlaces.has(place)) continue;
      swaps += 1;
      const isCapital = sentence.capitals.has(word);
      nearest = Math.max(nearest, aligner.matchWord(at, word, sentence.stems[place] ?? word, isCapital).nearness);
      if (one.part === 'name' && isCapital) names += 1;
      if (one.part === 'number' && /^\d/.test(word)) numbers += 1;
    }
  });
  features.swaps = swaps;
  features.swapNearest = nearest;
  features.swapNames = names;
  features.swapNumbers = numbers;
}

function nextTelling(sentence: ReadSentence, from: number, step: number): number {
  let place = from + step;
  while (place >= 0 && place < sentence.words.length && isStopWord(sentence.words[place] ?? '')) place += step;
  return place;
}

const PASSIVE = /^(?:is|are|was|were|be|been|being)$/;
const PREPOSITION =
  /^(?:in|on|at|by|for|from|to|of|with|into|over|under|about|between|against|through|during|after|before|since|until|without|within|among|outside|inside|toward|towards|via|as|than)$/;

/** Who did it to whom: on which side of the verb the question's words and the likely answer stand. */
export function addRoles(
  features: Record<string, number>,
  aligner: TermAligner,
  own: readonly TermAlignment[],
  sentence: ReadSentence,
): void {
  const { asking } = aligner;
  const { terms, words } = asking;
  const verb = asking.mainVerb;
  const verbTerm = verb === undefined ? undefined : terms[verb];
  const verbPlace = verb === undefined || (own[verb]?.match ?? 0) < MET ? -1 : (own[verb]?.place ?? -1);
  let agree = 0;
  let differ = 0;
  if (verbTerm !== undefined && verbPlace >= 0) {
    const isTurned = isPassive(words, verbTerm.place) !== isPassive(sentence.words, verbPlace);
    terms.forEach(({ place, part }, at) => {
      if (at === verb || (part !== 'name' && part !== 'noun') || (own[at]?.match ?? 0) < FULLY_MET) return;
      const isSame = place < verbTerm.place === (own[at]?.place ?? 0) < verbPlace;
      if (isSame !== isTurned) agree += 1;
      else differ += 1;
    });
  }
  features.rolesAgree = agree;
  features.rolesDiffer = differ;
  let same = 0;
  let other = 0;
  terms.forEach(({ place }, at) => {
    const found = own[at];
    if (found === undefined || found.match < FULLY_MET) return;
    const asked = prepositionBefore(words, place);
    const said = prepositionBefore(sentence.words, found.place);
    if (asked === undefined || said === undefined) return;
    if (asked === said) same += 1;
    else other += 1;
  });
  features.prepositionsSame = same;
  features.prepositionsDiffer = other;
  const sorted = terms.map((one, at) => ({ one, row: own[at] })).sort((a, b) => a.one.place - b.one.place);
  features.firstTerm = sorted[0]?.row?.match ?? 1;
  features.lastTerm = sorted.at(-1)?.row?.match ?? 1;
  features.opensWithVerb = Number(verbTerm !== undefined && verbTerm.place <= 2);
}

function isPassive(words: readonly string[], verb: number): boolean {
  return words.slice(Math.max(0, verb - 3), verb).some((word) => PASSIVE.test(word));
}

/** The preposition that governs a word: the nearest before it, no further than four words. */
function prepositionBefore(words: readonly string[], place: number): string | undefined {
  for (let at = place - 1; at >= Math.max(0, place - 3); at -= 1) {
    const word = words[at] ?? '';
    if (PREPOSITION.test(word)) return word;
    if (!isStopWord(word) && at < place - 2) return undefined;
  }
  return undefined;
}

function longestRun(a: readonly string[], b: readonly string[]): number {
  let longest = 0;
  let previous = new Uint8Array(b.length + 1);
  for (const word of a) {
    const current = new Uint8Array(b.length + 1);
    for (let at = 0; at < b.length; at += 1) {
      if (b[at] !== word) continue;
      const run = (previous[at] ?? 0) + 1;
      current[at + 1] = run;
      longest = Math.max(longest, run);
    }
    previous = current;
  }
  return Math.min(LONGEST_RUN, longest);
}

/** Length of the longest common subsequence. */
function longestSequence(a: readonly string[], b: readonly string[]): number {
  let previous = new Uint8Array(b.length + 1);
  for (const word of a) {
    const current = new Uint8Array(b.length + 1);
    for (let at = 0; at < b.length; at += 1) {
      current[at + 1] = b[at] === word ? (previous[at] ?? 0) + 1 : Math.max(previous[at + 1] ?? 0, current[at] ?? 0);
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}

function sharedGrams(a: readonly string[], b: readonly string[], size: number): number {
  const grams = (words: readonly string[]) =>
    words.slice(0, Math.max(0, words.length - size + 1)).map((_, at) => words.slice(at, at + size).join(' '));
  const asked = grams(a);
  const said = new Set(grams(b));
  return asked.length === 0 ? 0 : asked.filter((gram) => said.has(gram)).length / asked.length;
}

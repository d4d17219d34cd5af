import type { WordRelations } from '../../core/ports.ts';
import { isStopWord } from '../../core/text/terms.ts';
import { isDenial, isDenied } from '../negation.ts';
import type { ReadSentence } from '../read-document.ts';
import type { ScoredSentence } from '../score-sentences.ts';
import { FULLY_MET, MET, type TermAligner, type TermAlignment } from './align-terms.ts';
import { findAnswerWords } from './find-answer-words.ts';
import { addOrder, addRoles, addSwaps } from './order-features.ts';
import { ASKED_KINDS, type AskedTerm, type Asking, TERM_PARTS } from './read-asking.ts';

/** Sentences to each side that count as around. */
const REACH = 3;
/** Sentences to each side that a sentence is compared with: about a paragraph. */
const RIVAL_REACH = 5;
/** The word itself or a form of it. */
const FAMILY = 0.9;
/** Counts and distances beyond these tell nothing more. */
const MOST = 12;

const WH_WORD = /^(?:what|which|who|whom|whose|when|where|how|why)$/;

/** What is known of one sentence as an answer to one question: numbers by name, in a fixed order. */
export type AnswerFeatures = Readonly<Record<string, number>>;

export function readAnswerFeatures(
  aligner: TermAligner,
  scored: ScoredSentence,
  rivals: readonly ScoredSentence[],
  relations: WordRelations,
): AnswerFeatures {
  const { asking } = aligner;
  const { sentence } = scored;
  const own = aligner.align(sentence);
  const around = matchAround(aligner, scored, rivals);
  const terms = asking.terms;
  const features: Record<string, number> = {
    scoreOwn: scored.features.own,
    scoreCoverage: scored.features.coverage,
    scoreContent: scored.features.content,
    scoreNames: scored.features.names,
    scoreType: scored.features.type,
    scoreProximity: scored.features.proximity,
    score: scored.score,
    margin: scored.score - bestRival(scored, rivals),
    terms: Math.min(MOST, terms.length),
    questionWords: Math.min(30, asking.words.length),
    sentenceWords: Math.min(60, sentence.words.length),
  };
  for (const kind of ASKED_KINDS) features[`asks_${kind}`] = Number(asking.kind === kind);
  addCoverage(features, asking, own, around);
  addMissing(features, asking, own, around);
  addOpposition(features, asking, own, around, sentence);
  addVerbAndFocus(features, asking, own, around, sentence, relations);
  addOrder(features, asking, own, sentence);
  addSwaps(features, aligner, own, sentence);
  addCandidates(features, aligner, own, sentence, relations);
  addRoles(features, aligner, own, sentence);
  addAskedWords(features, asking);
  return features;
}

/** The best score among the sentences of the same document that stand near. */
function bestRival({ read, sentence }: ScoredSentence, rivals: readonly ScoredSentence[]): number {
  let best = 0;
  for (const rival of rivals) {
    const apart = Math.abs(rival.sentence.index - sentence.index);
    if (rival.read === read && apart > 0 && apart <= RIVAL_REACH) best = Math.max(best, rival.score);
  }
  return best;
}

/**
 * How well each term is met in the sentence or one around it, as the scorer matched them: aligning all of them anew costs
 * four times the time and tells nothing more.
 */
function matchAround(aligner: TermAligner, scored: ScoredSentence, rivals: readonly ScoredSentence[]): number[] {
  const { read, sentence } = scored;
  const own = aligner.align(sentence);
  const near = rivals.filter(
    (rival) => rival.read === read && Math.abs(rival.sentence.index - sentence.index) <= REACH,
  );
  return aligner.asking.terms.map(({ term }, at) => {
    const isHead = term.stems.some((stem) => read.headStems.has(stem)) || read.centralNames.has(term.word);
    let best = Math.max(own[at]?.match ?? 0, isHead ? FULLY_MET : 0);
    for (const { matches } of near) best = Math.max(best, matches[at] ?? 0);
    return best;
  });
}

function addCoverage(
  features: Record<string, number>,
  { terms }: Asking,
  own: readonly TermAlignment[],
  around: readonly number[],
): void {
  const share = (matches: readonly number[], isWanted: (one: AskedTerm) => boolean) => {
    let met = 0;
    let all = 0;
    terms.forEach((one, at) => {
      if (!isWanted(one)) return;
      met += one.term.weight * (matches[at] ?? 0);
      all += one.term.weight;
    });
    return all === 0 ? 1 : met / all;
  };
  const ownMatches = own.map(({ match }) => match);
  const count = (matches: readonly number[], from: number) => matches.filter((match) => match >= from).length;
  for (const [where, matches] of [['own', ownMatches] as const, ['around', around] as const]) {
    features[`${where}All`] = share(matches, () => true);
    for (const part of TERM_PARTS) features[`${where}_${part}`] = share(matches, (one) => one.part === part);
    features[`${where}Exact`] = terms.length === 0 ? 1 : count(matches, FAMILY) / terms.length;
    features[`${where}Unmet`] = terms.length - count(matches, MET);
  }
  for (const part of TERM_PARTS) features[`count_${part}`] = terms.filter((one) => one.part === part).length;
  features.meanNearest = mean(own.map(({ nearest }) => nearest));
  features.leastName = Math.min(1, ...own.filter((_, at) => terms[at]?.part === 'name').map(({ match }) => match));
}

/** The terms that are met least, and what kind of words they are. */
function addMissing(
  features: Record<string, number>,
  { terms, focus }: Asking,
  own: readonly TermAlignment[],
  around: readonly number[],
): void {
  const ownMatches = own.map(({ match }) => match);
  for (const [where, matches] of [['own', ownMatches] as const, ['around', around] as const]) {
    const lacks = terms
      .map((one, at) => ({ one, at, row: own[at], lack: one.term.weight * (1 - (matches[at] ?? 0)) }))
      .sort((a, b) => b.lack - a.lack);
    const [worst, second, third] = lacks;
    features[`${where}Lack`] = worst?.lack ?? 0;
    features[`${where}Lack2`] = second?.lack ?? 0;
    features[`${where}Lack3`] = third?.lack ?? 0;
    features[`${where}LackMatch`] = worst === undefined ? 1 : (matches[worst.at] ?? 0);
    features[`${where}LackNearest`] = worst?.row?.nearest ?? 1;
    features[`${where}LackWeight`] = worst?.one.term.weight ?? 0;
    features[`${where}Lack2Nearest`] = second?.row?.nearest ?? 1;
    if (where === 'own') features.ownLackAround = worst === undefined ? 1 : (around[worst.at] ?? 0);
    // The class that is asked for need not be named.
    const [other, next] = lacks.filter(({ one }) => one.term.word !== focus && !one.term.isGeneric);
    features[`${where}Short`] = other?.lack ?? 0;
    features[`${where}Short2`] = next?.lack ?? 0;
    features[`${where}ShortNearest`] = other?.row?.nearest ?? 1;
    features[`${where}ShortSibling`] = other?.row?.closestSibling ?? 0;
    features[`${where}ShortMatch`] = other === undefined ? 1 : (matches[other.at] ?? 0);
    for (const part of TERM_PARTS) {
      features[`${where}Lack_${part}`] = lacks.find(({ one }) => one.part === part)?.lack ?? 0;
    }
  }
}

function addOpposition(
  features: Record<string, number>,
  asking: Asking,
  own: readonly TermAlignment[],
  around: readonly number[],
  sentence: ReadSentence,
): void {
  features.ownOpposed = own.filter(({ isOpposed, match }) => isOpposed && match < FULLY_MET).length;
  const denies = isDenial(sentence.text);
  const metStems = new Set(own.flatMap(({ match, place }) => (match >= MET ? (sentence.stems[place] ?? []) : [])));
  features.deniesTerms = Number(isDenied(sentence, metStems));
  features.asksDenial = Number(asking.isDenying);
  features.saysDenial = Number(denies);
  features.denialDiffers = Number(asking.isDenying !== denies);
  const limiting = asking.terms.flatMap((one, at) => (one.isLimiting ? [at] : []));
  features.limits = limiting.length;
  features.ownLimit = Math.min(1, ...limiting.map((at) => own[at]?.match ?? 0));
  features.aroundLimit = Math.min(1, ...limiting.map((at) => around[at] ?? 0));
  features.otherNumbers = Math.min(
    5,
    sentence.words.filter((word) => /^\d/.test(word) && !asking.wordSet.has(word)).length,
  );
  let otherNames = 0;
  for (const name of sentence.capitals) if (!asking.wordSet.has(name)) otherNames += 1;
  features.otherNames = Math.min(MOST, otherNames);
}

function addVerbAndFocus(
  features: Record<string, number>,
  asking: Asking,
  own: readonly TermAlignment[],
  around: readonly number[],
  sentence: ReadSentence,
  relations: WordRelations,
): void {
  const verb = asking.mainVerb;
  features.verbOwn = verb === undefined ? 1 : (own[verb]?.match ?? 0);
  features.verbAround = verb === undefined ? 1 : (around[verb] ?? 0);
  features.verbNearest = verb === undefined ? 1 : (own[verb]?.nearest ?? 0);
  features.verbOpposed = Number(verb !== undefined && (own[verb]?.isOpposed ?? false));
  const { focus } = asking;
  const at = focus === undefined ? -1 : asking.terms.findIndex(({ term }) => term.word === focus);
  features.focusOwn = at < 0 ? 1 : (own[at]?.match ?? 0);
  features.focusAround = at < 0 ? 1 : (around[at] ?? 0);
  features.focusNearest = at < 0 ? 1 : (own[at]?.nearest ?? 0);
  features.focusKind =
    focus === undefined
      ? 0.5
      : Math.max(
          0,
          ...sentence.words.map((word) =>
            word === focus || isStopWord(word) || asking.wordSet.has(word) ? 0 : (relations.isA(word, focus) ?? 0),
          ),
        );
}

function addCandidates(
  features: Record<string, number>,
  aligner: TermAligner,
  own: readonly TermAlignment[],
  sentence: ReadSentence,
  relations: WordRelations,
): void {
  const found = findAnswerWords(aligner, sentence, relations);
  const { asking } = aligner;
  const places = own.flatMap(({ match, place }, at) =>
    match >= MET && place >= 0 ? [{ place, weight: asking.terms[at]?.term.weight ?? 0 }] : [],
  );
  const weight = places.reduce((sum, one) => sum + one.weight, 0);
  const verbPlace = asking.mainVerb === undefined ? -1 : (own[asking.mainVerb]?.place ?? -1);
  let closest = MOST;
  let closestFit = 0;
  for (const { place, fit } of found) {
    const far = places.reduce((sum, one) => sum + one.weight * Math.min(MOST, Math.abs(one.place - place)), 0);
    const distance = weight === 0 ? MOST : far / weight;
    if (distance < closest) {
      closest = distance;
      closestFit = fit;
    }
  }
  features.candidates = Math.min(MOST, found.length);
  features.bestFit = Math.max(0, ...found.map(({ fit }) => fit));
  features.candidateDistance = closest;
  features.candidateFit = closestFit;
  features.candidateVerb =
    verbPlace < 0 ? MOST : Math.min(MOST, ...found.map(({ place }) => Math.abs(place - verbPlace)));
  const asks = asking.words.findIndex((word) => WH_WORD.test(word));
  const besideGap = asking.terms
    .map(({ place }, at) => ({ apart: Math.abs(place - asks), row: own[at] }))
    .filter(({ row }) => (row?.match ?? 0) >= MET)
    .sort((a, b) => a.apart - b.apart)[0];
  features.candidateGap =
    besideGap === undefined
      ? MOST
      : Math.min(MOST, ...found.map(({ place }) => Math.abs(place - (besideGap.row?.place ?? 0))));
  features.newWords = Math.min(
    30,
    sentence.words.filter((word) => !isStopWord(word) && !asking.wordSet.has(word)).length,
  );
}

/** Words of asking that narrow the answer, whatever the question is about. */
const ASKED_WORDS = {
  not: /^(?:not|never|non|neither|nor|cannot|no|(?:is|are|was|were|do|does|did|has|have|had|ca|could|wo|would|should)nt)$/,
  least: /^(?:least|less|fewer|fewest|smaller|smallest|lowest|lower|worst)$/,
  most: /^(?:most|more|best|largest|biggest|highest|greatest|main|major)$/,
  only: /^(?:only|sole|solely|exclusively|all|every|always|any)$/,
  other: /^(?:other|another|else|different|besides|except)$/,
  before: /^(?:before|prior|until|previous|earlier|former)$/,
  after: /^(?:after|following|later|since|next)$/,
  outside: /^(?:outside|without|unlike|instead|besides)$/,
  called: /^(?:called|known|named|name|term|referred)$/,
  choice: /^(?:or|which)$/,
  two: /^(?:two|three|both)$/,
  ofWhat: /^(?:of|by|to|with|from|for)$/,
} as const;

function addAskedWords(features: Record<string, number>, { words }: Asking): void {
  for (const [name, pattern] of Object.entries(ASKED_WORDS)) {
    const isOf = name === 'ofWhat';
    features[`asks_${name}`] = Number(
      words.some((word, at) => pattern.test(word) && (!isOf || /^(?:what|which|whom)$/.test(words[at + 1] ?? ''))),
    );
  }
  features.asksAtEnd = Number(words.findIndex((word) => /^(?:what|which|who|whom|when|where|how)$/.test(word)) > 3);
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

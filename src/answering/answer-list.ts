import type { Question } from '../retrieval/question.ts';
import { type Claim, type Findings, findClaims, saysTheSame, toClaim } from './find-claims.ts';
import { muteSentences, unmute } from './mute-sentences.ts';
import type { ReadSentence } from './read-document.ts';
import type { Candidate, SentenceScorer } from './score-sentences.ts';

/** Items of a list at most: what a person reads in one go. */
const MOST_ITEMS = 8;
/** Rounds of looking for more: each finds one or two sentences. */
const MOST_ROUNDS = 8;
/** An item's sentence may answer so much less well than the best one. */
const KEPT_OF_BEST = 0.5;
/** A sentence that itself lists as many things is a list by itself: only sentences nearly as good go beside it. */
const ENUMERATED_ITEMS = 3;
const KEPT_BESIDE_ENUMERATION = 0.7;

/** The sentences that answer a question for several things: one an item, none twice. */
export function findListed(
  scorer: SentenceScorer,
  candidates: readonly Candidate[],
  createScorer: (question: Question) => SentenceScorer,
): Findings {
  const { question } = scorer;
  const first = findClaims(scorer, candidates);
  const best = first.claims[0];
  if (best === undefined) return first;
  const isWhole = countEnumerated(best.sentence) >= ENUMERATED_ITEMS;
  const least = best.score * (isWhole ? KEPT_BESIDE_ENUMERATION : KEPT_OF_BEST);
  const chosen: Claim[] = [];
  const seen: Claim[] = [];
  let round = first.claims;
  for (let at = 0; at < MOST_ROUNDS && round.length > 0; at += 1) {
    for (const claim of round) {
      seen.push(claim);
      if (claim.score >= least && chosen.length < MOST_ITEMS && isNewItem(question, claim, chosen)) chosen.push(claim);
    }
    if (chosen.length >= MOST_ITEMS || round.every(({ score }) => score < least)) break;
    const left = candidates.map((candidate) =>
      muteSentences(candidate, ({ index }) =>
        seen.some(({ read, sentence }) => read.document === candidate.read.document && sentence.index === index),
      ),
    );
    round = findClaims(createScorer(question), left).claims;
  }
  return { ...first, claims: unmute(chosen, candidates) };
}

/**
 * Another item brings a name that is not listed yet ("Carwick banned them too" says the same of another town); without
 * names, other words.
 */
function isNewItem(question: Question, claim: Claim, chosen: readonly Claim[]): boolean {
  const asked = new Set(question.terms.map(({ word }) => word));
  const listed = new Set(chosen.flatMap(({ sentence }) => [...sentence.capitals]));
  const names = [...claim.sentence.capitals].filter((name) => !asked.has(name));
  if (names.some((name) => !listed.has(name))) return true;
  return names.length === 0 && !chosen.some((other) => saysTheSame(other.sentence, claim.sentence));
}

/** How many things a sentence sets beside each other: "a, b, c and d" are four. */
export function countEnumerated({ text }: Pick<ReadSentence, 'text'>): number {
  let most = 0;
  for (const match of text.matchAll(ENUMERATION))
    most = Math.max(most, match[0].split(/,|;| and | or | et | und /).filter((item) => item.trim() !== '').length);
  return most;
}

/** Items of up to six words, joined by commas and a last "and". */
const ENUMERATION = /[^,;.:]{2,60}(?:[,;] [^,;.:]{2,60}){1,12}[,;]? (?:and|or|et|und) [^,;.:]{2,60}/g;

/** A sentence that announces a list ("three steps:") brings the items that stand under it. */
export function withListItems(claims: readonly Claim[]): Claim[] {
  return claims.flatMap((claim) => [
    claim,
    ...listItemsUnder(claim).filter((item) => !claims.some((one) => one.sentence === item.sentence)),
  ]);
}

function listItemsUnder({ read, sentence, score }: Claim): Claim[] {
  if (!/:\s*$/.test(sentence.text) && sentence.sentence.kind !== 'heading') return [];
  const items: Claim[] = [];
  let block = sentence.sentence.block;
  for (const next of read.sentences.slice(sentence.index + 1)) {
    if (items.length >= MOST_ITEMS) break;
    if (next.sentence.block === block && next.sentence.kind !== 'list') continue;
    block = next.sentence.block;
    if (next.sentence.kind !== 'list' && !isLabel(next, read.sentences[next.index + 1])) break;
    items.push(toClaim({ read, sentence: next, score }));
  }
  return items;
}

/** A few words with a full stop that open a paragraph: "Controlled price increases. Rather than …". */
function isLabel(sentence: ReadSentence, next: ReadSentence | undefined): boolean {
  return (
    sentence.words.length <= LONGEST_LABEL &&
    /\.$/.test(sentence.text) &&
    next?.sentence.block === sentence.sentence.block
  );
}

/** In words. */
const LONGEST_LABEL = 7;

import type { Conflict } from '../core/answer.ts';
import type { Question } from '../retrieval/question.ts';
import { type Claim, toClaim } from './find-claims.ts';
import { findValues, type Value } from './find-values.ts';
import { deniedStems, isDenied } from './negation.ts';
import type { ReadSentence } from './read-document.ts';
import type { Candidate, SentenceScorer } from './score-sentences.ts';
import { areSynonyms } from './synonyms.ts';

/** Two sentences of different documents that differ on what was asked. */
export interface Disagreement {
  readonly about: string;
  readonly a: Claim;
  readonly b: Claim;
}

/** A sentence that contradicts must itself speak to the question at least so much. */
const OPPOSING_COVERAGE = 0.45;
/** Telling words that both sides must share. */
const SHARED_TERMS = 2;
/** And this part of all telling words of the question. */
const SHARED_PART = 0.6;
/** How well each side must meet a shared word; above a match in meaning only. */
const SHARED_MATCH = 0.5;
/** Amounts nearer than this share are one amount, rounded. */
const SAME_AMOUNT = 0.02;

/**
 * Finds, for each claim, a sentence of another document that says otherwise: another amount, date or count for what was
 * asked, or the same matter denied. At most one disagreement a pair of documents.
 */
export function findDisagreements(
  scorer: SentenceScorer,
  claims: readonly Claim[],
  candidates: readonly Candidate[],
): Disagreement[] {
  const { question } = scorer;
  const found: Disagreement[] = [];
  const isValueAsked = ['date', 'amount', 'count'].includes(question.expects.kind);
  const pairs = new Set<string>();
  for (const claim of claims) {
    const own = candidates.find(({ read }) => read === claim.read);
    for (const candidate of candidates) {
      const pair = [claim.read.document.id, candidate.read.document.id].sort().join('\n');
      if (candidate.read === claim.read || pairs.has(pair)) continue;
      const opposing = isValueAsked
        ? findOtherValue(question, claim, claims, candidate)
        : findDenial(scorer, claim, own, candidate);
      if (opposing === undefined) continue;
      const other = claims.find(({ sentence }) => sentence === opposing.sentence) ?? opposing;
      pairs.add(pair);
      found.push({ about: `“${question.text}”`, a: claim, b: other });
    }
  }
  return found;
}

/** The disagreements in terms of an answer's markers. */
export function numberConflicts(
  disagreements: readonly Disagreement[],
  numberOf: (claim: Claim) => number,
): Conflict[] {
  return disagreements.map(({ about, a, b }) => ({
    about,
    citations: [numberOf(a), numberOf(b)].sort((x, y) => x - y),
  }));
}

function findOtherValue(
  question: Question,
  claim: Claim,
  claims: readonly Claim[],
  candidate: Candidate,
): Claim | undefined {
  const other = claims.find(({ read }) => read === candidate.read);
  if (other === undefined) return undefined;
  const mine = askedValues(question, claim.sentence);
  const theirs = askedValues(question, other.sentence);
  if (mine.length === 0 || theirs.length === 0) return undefined;
  return mine.some((value) => theirs.some((their) => isSameValue(value, their))) ? undefined : other;
}

function askedValues(question: Question, sentence: ReadSentence): Value[] {
  const kind = question.expects.kind;
  return findValues(sentence.text).filter((value) => {
    if (kind === 'date') return value.kind === 'date' && value.exactness >= 0.8;
    if (kind === 'count') return value.kind === 'number';
    return value.kind === 'money' || value.kind === 'share';
  });
}

function isSameValue(a: Value, b: Value): boolean {
  if (a.amount !== undefined && b.amount !== undefined) {
    return Math.abs(a.amount - b.amount) <= SAME_AMOUNT * Math.max(Math.abs(a.amount), Math.abs(b.amount));
  }
  const words = (value: Value) => value.text.toLowerCase();
  return words(a).includes(words(b)) || words(b).includes(words(a));
}

/** A sentence in the other document that speaks of the same and denies it, or affirms what the claim denies. */
function findDenial(
  scorer: SentenceScorer,
  claim: Claim,
  own: Candidate | undefined,
  candidate: Candidate,
): Claim | undefined {
  const { terms } = scorer.question;
  const mine = own === undefined ? [] : (scorer.score(own)[claim.sentence.index]?.matches ?? []);
  const content = terms.filter(({ isName, isGeneric, isNumber }) => !isName && !isGeneric && !isNumber).length;
  let best: { claim: Claim; score: number } | undefined;
  for (const { sentence, features, matches: theirs, score } of scorer.score(candidate)) {
    if (features.coverage < OPPOSING_COVERAGE || score <= (best?.score ?? 0)) continue;
    const shared = terms.filter(
      ({ isName, isGeneric, isNumber }, at) =>
        !isName && !isGeneric && !isNumber && (mine[at] ?? 0) >= SHARED_MATCH && (theirs[at] ?? 0) >= SHARED_MATCH,
    );
    if (shared.length < SHARED_TERMS || shared.length < content * SHARED_PART) continue;
    const words = new Set(shared.flatMap(({ stems }) => stems));
    if (isDenied(claim.sentence, words) === isDenied(sentence, words)) continue;
    if (!isSameAssertion(claim.sentence, sentence, words)) continue;
    best = { score, claim: toClaim({ read: candidate.read, sentence, score }) };
  }
  return best?.claim;
}

/**
 * Whether one sentence asserts what the other denies: of the denied words, one beside those of the question must stand in
 * the other too, itself or by a synonym ("not … a drop in training costs", "has reduced … training costs").
 */
function isSameAssertion(a: ReadSentence, b: ReadSentence, asked: ReadonlySet<string>): boolean {
  const [denying, asserting] = isDenied(a, asked) ? [a, b] : [b, a];
  for (const stem of deniedStems(denying)) {
    if (asked.has(stem)) continue;
    for (const other of asserting.stemSet) {
      if (!asked.has(other) && (stem === other || areSynonyms(stem, other))) return true;
    }
  }
  return false;
}

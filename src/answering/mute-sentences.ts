import type { Claim } from './find-claims.ts';
import type { ReadDocument, ReadSentence } from './read-document.ts';
import type { Candidate, SentenceScorer } from './score-sentences.ts';

/** Sentences that must not answer; they still tell what the ones beside them speak of. */
const muted = new WeakSet<ReadSentence>();

/**
 * A candidate of which only some sentences may answer. The others keep their words, as context, and lose their
 * statements; a scorer of `passOverMuted` passes them over.
 */
export function muteSentences(candidate: Candidate, isMuted: (sentence: ReadSentence) => boolean): Candidate {
  const { read } = candidate;
  if (!read.sentences.some(isMuted)) return candidate;
  const sentences = read.sentences.map((sentence): ReadSentence => {
    if (!isMuted(sentence)) return sentence;
    const silent = { ...sentence, statements: [] };
    muted.add(silent);
    return silent;
  });
  return { ...candidate, read: { ...read, sentences } };
}

/** The scorer, blind to muted sentences. */
export function passOverMuted(scorer: SentenceScorer): SentenceScorer {
  return {
    ...scorer,
    score: (candidate) => {
      const scored = scorer.score(candidate);
      if (!scored.some(({ sentence }) => muted.has(sentence))) return scored;
      return scored.map((one) =>
        muted.has(one.sentence) ? { ...one, score: 0, features: { ...one.features, coverage: 0, own: 0 } } : one,
      );
    },
  };
}

/** The claims in their documents as they are, with every sentence: what an answer quotes and explains. */
export function unmute(claims: readonly Claim[], candidates: readonly Candidate[]): Claim[] {
  const whole = new Map<string, ReadDocument>(candidates.map(({ read }) => [read.document.id, read]));
  return claims.map((claim) => {
    const read = whole.get(claim.read.document.id) ?? claim.read;
    return { ...claim, read, sentence: read.sentences[claim.sentence.index] ?? claim.sentence };
  });
}

/**
 * How much a word counts in the vector of a text: smooth inverse frequency, a / (a + p(w)), after Arora, Liang and Ma,
 * "A Simple but Tough-to-Beat Baseline for Sentence Embeddings" (ICLR 2017).
 */

/** The paper's a: it found 1e-4 to 1e-3 to work best; 1e-4 was the better end on five retrieval collections. */
const SMOOTHING = 1e-4;

/** The word list comes from GloVe 6B, whose vocabulary holds 400,000 words. */
const VOCABULARY_WORDS = 400_000;

const EULER_MASCHERONI = 0.5772156649;

/** The sum of 1/rank over the vocabulary (a harmonic number), so that the probabilities add up to 1. */
const ZIPF_NORMALISER = Math.log(VOCABULARY_WORDS) + EULER_MASCHERONI;

/** Probability of a word by its frequency rank, from 1, by Zipf's law. */
export function zipfProbability(rank: number): number {
  return 1 / (rank * ZIPF_NORMALISER);
}

/** Weight of a word by its frequency rank, from 1; above 0 (most frequent) to below 1 (rare). */
export function sifWeight(rank: number): number {
  return SMOOTHING / (SMOOTHING + zipfProbability(rank));
}

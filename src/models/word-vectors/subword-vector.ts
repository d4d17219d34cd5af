import { scaleToUnit } from '../vector-arithmetic.ts';

/**
 * Vectors for words that no list knows ("OVHcloud"), after the hashed character n-grams of Bojanowski et al., "Enriching
 * Word Vectors with Subword Information" (TACL 2017), with fixed pseudo-random directions instead of learnt ones: words
 * that share most of their letters come out near, others at about a right angle.
 */

const SHORTEST_GRAM = 3;
const LONGEST_GRAM = 5;
/** The word as a whole counts as much as two of its n-grams, so that two words with equal n-grams still differ. */
const WHOLE_WORD_WEIGHT = 2;
/** Longer "words" are encoded data; their head tells enough. */
const LONGEST_WORD = 64;

/** Unit vector of a word of at least one character: equal words, equal vectors. */
export function subwordVector(word: string, dimensions: number): Float32Array {
  const sum = new Float32Array(dimensions);
  const head = word.slice(0, LONGEST_WORD);
  addDirection(hashText(`=${head}`), WHOLE_WORD_WEIGHT, sum);
  if (!STARTS_WITH_DIGIT.test(head)) {
    const framed = `<${head}>`;
    for (let length = SHORTEST_GRAM; length <= LONGEST_GRAM; length++) {
      for (let start = 0; start + length <= framed.length; start++) {
        addDirection(hashText(framed, start, start + length), 1, sum);
      }
    }
  }
  return scaleToUnit(sum);
}

/** 238 and 2380 have nothing to do with each other: numbers count as a whole only. */
const STARTS_WITH_DIGIT = /^\p{N}/u;

/** Adds `weight` times a direction of +1 and -1 that the hash determines. */
function addDirection(hash: number, weight: number, sum: Float32Array): void {
  let state = hash;
  for (let base = 0; base < sum.length; base += 32) {
    state = (state + GOLDEN_RATIO) | 0;
    const bits = mix(state);
    const end = Math.min(32, sum.length - base);
    for (let bit = 0; bit < end; bit++) {
      sum[base + bit] = (sum[base + bit] as number) + ((bits >>> bit) & 1 ? weight : -weight);
    }
  }
}

/** 2^32 divided by the golden ratio: steps that never meet soon. */
const GOLDEN_RATIO = 0x9e3779b9;

/** Ellis, "Prospecting for hash functions" (lowbias32): https://nullprogram.com/blog/2018/07/31/ */
function mix(value: number): number {
  let x = value;
  x = Math.imul(x ^ (x >>> 16), 0x7feb352d);
  x = Math.imul(x ^ (x >>> 15), 0x846ca68b);
  return x ^ (x >>> 16);
}

/** FNV-1a over UTF-16 code units. */
function hashText(text: string, start = 0, end = text.length): number {
  let hash = 0x811c9dc5 | 0;
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash;
}

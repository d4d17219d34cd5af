import type { Attribution } from './attributions.ts';

/** Verb and frame pairs (regular expressions over "lemma/frame") whose unquoted content is seldom an attribution. */
export function isWorthKeeping(attribution: Attribution): boolean {
  return attribution.contents.length > 0;
}

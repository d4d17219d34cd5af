import type { Claim, Findings } from './find-claims.ts';
import type { Refusal } from './refuse.ts';

/** What a question came to before it is put into words. */
export type Outcome =
  | {
      readonly claims: readonly Claim[];
      /** What the desk says of the answer in its own words: a side that is silent, the date of the newest source. */
      readonly remarks?: readonly string[];
    }
  | { readonly refusal: Refusal; readonly near: readonly Claim[] };

export function fromFindings({ claims, near }: Findings, refusal: Refusal): Outcome {
  return claims.length > 0 ? { claims } : { refusal, near };
}

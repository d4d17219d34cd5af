import type { WordComparison } from '../../core/ports.ts';
import type { KnownWord, WordReader } from './read-words.ts';
import { rowOf } from './relation-table.ts';

/** A kind one step up or down is nearly the same word ("buy" is to acquire); each further step halves it. */
const KIND_STEP = 0.6;
/** Farther kinds tell nothing. */
const FARTHEST_KIN = 3;
/** Two words oppose each other also through a synonym that means the same in common use. */
const MATE_SHARE = 0.5;

const UNRELATED: WordComparison = {
  synonymy: 0,
  kinship: 0,
  siblinghood: 0,
  entailment: 0,
  isAntonym: false,
  isDerived: false,
};

/** Prepares a word for being compared with many others: what its meanings lead to is looked up once. */
export function createComparer(reader: WordReader, word: string): (other: string) => WordComparison {
  const { table } = reader;
  const own = reader.look(word);
  const shares = new Map(own.readings.map(({ meaning, share }) => [meaning, share]));
  /** What the word's meanings are kinds of, or similar to: how near times how common. */
  const near = new Map<number, { readonly share: number; readonly factor: number }[]>();
  const parents = new Map<number, number>();
  const entailed = new Map<number, number>();
  for (const { meaning, share } of own.readings) {
    const add = (target: number, factor: number) => near.set(target, [...(near.get(target) ?? []), { share, factor }]);
    for (const [kind, steps] of reader.kindsOf(meaning)) {
      if (steps > 0 && steps <= FARTHEST_KIN) add(kind, KIND_STEP * 0.5 ** (steps - 1));
      if (steps === 1) parents.set(kind, Math.max(share, parents.get(kind) ?? 0));
    }
    for (const similar of rowOf(table.similar, meaning)) add(similar, KIND_STEP);
    for (const one of rowOf(table.entailed, meaning)) entailed.set(one, Math.max(share, entailed.get(one) ?? 0));
  }
  const opposites = new Set(own.bases.flatMap((base) => [...rowOf(table.opposites, base)]));
  const opposed = commonMeanings(reader, opposites);
  const derived = new Set(own.bases.flatMap((base) => [...rowOf(table.derived, base)]));

  function isOpposed(other: KnownWord): boolean {
    if (opposites.size > 0) {
      if (other.bases.some((base) => opposites.has(base))) return true;
      if (other.readings.some(({ meaning, share }) => share >= MATE_SHARE && opposed.has(meaning))) return true;
    }
    return other.bases.some((base) =>
      [...rowOf(table.opposites, base)].some((opposite) =>
        reader
          .readingsOf(opposite)
          .some(({ meaning, share }) => share >= MATE_SHARE && (shares.get(meaning) ?? 0) >= MATE_SHARE),
      ),
    );
  }

  return (text) => {
    const other = reader.look(text);
    if (own.bases.length === 0 || other.bases.length === 0) return text === word ? SAME : UNRELATED;
    if (other.bases.some((base) => own.bases.includes(base))) return SAME;
    let synonymy = 0;
    let kinship = 0;
    let siblinghood = 0;
    let entailment = 0;
    for (const { meaning, share } of other.readings) {
      synonymy = Math.max(synonymy, Math.min(share, shares.get(meaning) ?? 0));
      for (const one of near.get(meaning) ?? []) kinship = Math.max(kinship, Math.min(share, one.share) * one.factor);
      for (const [kind, steps] of reader.kindsOf(meaning)) {
        // Nearest kinds come first.
        if (steps > FARTHEST_KIN) break;
        if (steps === 0) continue;
        kinship = Math.max(kinship, Math.min(share, shares.get(kind) ?? 0) * KIND_STEP * 0.5 ** (steps - 1));
        if (steps === 1) siblinghood = Math.max(siblinghood, Math.min(share, parents.get(kind) ?? 0));
      }
      for (const similar of rowOf(table.similar, meaning)) {
        kinship = Math.max(kinship, KIND_STEP * Math.min(share, shares.get(similar) ?? 0));
      }
      entailment = Math.max(entailment, Math.min(share, entailed.get(meaning) ?? 0));
    }
    return {
      synonymy,
      kinship: Math.max(synonymy, kinship),
      // Words of one meaning have its kinds in common, too.
      siblinghood: siblinghood <= synonymy ? 0 : siblinghood,
      entailment,
      isAntonym: isOpposed(other),
      isDerived: derived.size > 0 && other.bases.some((base) => derived.has(base)),
    };
  };
}

const SAME: WordComparison = { ...UNRELATED, synonymy: 1, kinship: 1 };

/** The meanings that the words commonly have. */
function commonMeanings(reader: WordReader, words: Iterable<number>): ReadonlySet<number> {
  const found = new Set<number>();
  for (const word of words) {
    for (const { meaning, share } of reader.readingsOf(word)) if (share >= MATE_SHARE) found.add(meaning);
  }
  return found;
}

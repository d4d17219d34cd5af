import type { WordComparison, WordRelations } from '../core/ports.ts';
import { createComparer } from './word-relations/compare-words.ts';
import { createWordReader, type Reading, type WordReader } from './word-relations/read-words.ts';
import { loadRelations, PARTS_OF_SPEECH, type RelationTable } from './word-relations/relation-table.ts';

/** Words that others are compared with; beyond it the cache starts anew. */
const KEPT_COMPARERS = 2_000;
const NOUN = PARTS_OF_SPEECH.indexOf('noun');

/** Relations of English words from WordNet 3.1; the table is read at the first use. */
export function createWordNetRelations(given?: RelationTable): WordRelations {
  let made: WordReader | undefined;
  const comparers = new Map<string, (other: string) => WordComparison>();

  function reader(): WordReader {
    made ??= createWordReader(given ?? loadBuiltInRelations());
    return made;
  }

  return {
    isKnown: (word) => reader().look(word).bases.length > 0,
    baseForms(word) {
      const { look, table } = reader();
      return look(word).bases.map((base) => table.readWord(base));
    },
    compare(a, b) {
      let comparer = comparers.get(a);
      if (comparer === undefined) {
        comparer = createComparer(reader(), a);
        if (comparers.size >= KEPT_COMPARERS) comparers.clear();
        comparers.set(a, comparer);
      }
      return comparer(b);
    },
    isA(word, kind) {
      const { look, table, kindsOf } = reader();
      const nouns = (readings: readonly Reading[]) => readings.filter(({ meaning }) => table.parts[meaning] === NOUN);
      const ofWord = nouns(look(word).readings);
      const ofKind = nouns(look(kind).readings);
      if (ofWord.length === 0 || ofKind.length === 0) return undefined;
      let best = 0;
      for (const one of ofWord) {
        if (one.share <= best) continue;
        const kinds = kindsOf(one.meaning);
        for (const other of ofKind) {
          if (kinds.has(other.meaning)) best = Math.max(best, Math.min(one.share, other.share));
        }
      }
      return best;
    },
    partShare(word, part) {
      const { look, table } = reader();
      const { readings } = look(word);
      if (readings.length === 0) return undefined;
      const wanted = PARTS_OF_SPEECH.indexOf(part);
      let most = 0;
      for (const { meaning, share } of readings) if (table.parts[meaning] === wanted) most = Math.max(most, share);
      return most;
    },
  };
}

/** One copy in a process, however many there are that use it. */
let builtInRelations: RelationTable | undefined;

function loadBuiltInRelations(): RelationTable {
  builtInRelations ??= loadRelations(new URL('./word-relations/relations.bin', import.meta.url));
  return builtInRelations;
}

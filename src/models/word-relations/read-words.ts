import { baseForms } from './base-forms.ts';
import { PARTS_OF_SPEECH, type RelationTable, type Rows, rowOf } from './relation-table.ts';

/** A meaning that a word may have, and how common it is for the word, above 0 to 1 for its commonest. */
export interface Reading {
  readonly meaning: number;
  readonly share: number;
}

export interface KnownWord {
  /** Base forms that the word may stand for. */
  readonly bases: readonly number[];
  readonly readings: readonly Reading[];
}

/** Looks words up, each once. */
export interface WordReader {
  readonly table: RelationTable;
  look(word: string): KnownWord;
  /** Readings of a base form. */
  readingsOf(base: number): readonly Reading[];
  /** A meaning (0 steps) and what it is a kind of, with the steps to it. */
  kindsOf(meaning: number): ReadonlyMap<number, number>;
}

/** Steps up from a meaning to its kinds: beyond them stand "whole", "object", "entity". */
const FARTHEST_KIND = 12;
/** Meanings that are hardly ever meant join words that have nothing to do with each other. */
const LEAST_SHARE = 0.04;
/** Words and meanings met again and again; beyond it the caches start anew. */
const KEPT = 20_000;

export function createWordReader(table: RelationTable): WordReader {
  const words = new Map<string, KnownWord>();
  const kinds = new Map<number, ReadonlyMap<number, number>>();
  return {
    table,
    look(word) {
      let found = words.get(word);
      if (found === undefined) {
        found = readWord(table, word);
        if (words.size >= KEPT) words.clear();
        words.set(word, found);
      }
      return found;
    },
    readingsOf: (base) => readBase(table, base, undefined),
    kindsOf(meaning) {
      let found = kinds.get(meaning);
      if (found === undefined) {
        found = walkUp(table.broader, meaning);
        if (kinds.size >= KEPT) kinds.clear();
        kinds.set(meaning, found);
      }
      return found;
    },
  };
}

function readWord(table: RelationTable, word: string): KnownWord {
  const bases: number[] = [];
  const shares = new Map<number, number>();
  for (const { word: form, part } of baseForms(word)) {
    const base = table.findWord(form);
    if (base < 0) continue;
    const readings = readBase(table, base, part === undefined ? undefined : PARTS_OF_SPEECH.indexOf(part));
    for (const { meaning, share } of readings) shares.set(meaning, Math.max(share, shares.get(meaning) ?? 0));
    if (readings.length > 0 && !bases.includes(base)) bases.push(base);
  }
  return { bases, readings: [...shares].map(([meaning, share]) => ({ meaning, share })) };
}

/** The common meanings of a base form, as one part of speech only where `part` is given. */
function readBase({ meanings, shares, parts }: RelationTable, base: number, part: number | undefined): Reading[] {
  const readings: Reading[] = [];
  const end = meanings.starts[base + 1] ?? 0;
  for (let at = meanings.starts[base] ?? 0; at < end; at++) {
    const meaning = meanings.values[at] as number;
    const share = (shares[at] ?? 0) / 255;
    if (share >= LEAST_SHARE && (part === undefined || parts[meaning] === part)) readings.push({ meaning, share });
  }
  return readings;
}

function walkUp(broader: Rows, meaning: number): ReadonlyMap<number, number> {
  const steps = new Map([[meaning, 0]]);
  let edge = [meaning];
  for (let step = 1; step <= FARTHEST_KIND && edge.length > 0; step++) {
    const next: number[] = [];
    for (const one of edge) {
      for (const kind of rowOf(broader, one)) {
        if (steps.has(kind)) continue;
        steps.set(kind, step);
        next.push(kind);
      }
    }
    edge = next;
  }
  return steps;
}
